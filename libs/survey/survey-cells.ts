import { Rational } from '@laurel/shared/core';
import {
  adjustedInterval,
  bandsOfCounts,
  changeOf,
  changeOfMeans,
  isMeasured,
  meanOfCounts,
  netPromoterScore,
  scaleOf,
  shownScore,
  shownShares,
  stepsOf,
  type Change,
  type Scale,
} from './core/index.js';
import type { SurveyQuestion } from './survey-question.entity.js';
import type { SurveyCell } from './survey-report.js';
import type { SurveyResult } from './survey-result.entity.js';

/** What a cell is compared with: the same figure of the wave before, and how many were asked. */
export type Beside = {
  readonly before: SurveyResult | undefined;
  readonly invited: number | undefined;
};

const bare = ({ item, groupId, people, counts }: SurveyResult): SurveyCell => ({
  item,
  question: null,
  driver: null,
  groupId,
  people,
  counts,
  shares: null,
  mean: null,
  score: null,
  low: null,
  high: null,
  rate: null,
  change: null,
  clear: null,
});

/** A stored figure as it is told: everything in it follows from what was published. */
export function cellOf(
  result: SurveyResult,
  question: SurveyQuestion | undefined,
  beside: Beside,
): SurveyCell {
  const { item, counts } = result;
  if (item === 'participation') return { ...bare(result), rate: percent(counts[1]!, counts[0]!) };
  if (!question) return driverCell(result, beside.before);
  const scale = scaleOf(question.kind, question.options.length)!;
  return {
    ...bare(result),
    question,
    driver: question.driver,
    shares: shownShares(counts),
    mean: isMeasured(question.kind) ? rounded(meanOfCounts(scale, counts)) : null,
    ...scored(scale, counts, beside.invited),
    ...(isMeasured(question.kind) && beside.before && change(scale, beside.before.counts, counts)),
  };
}

function driverCell(result: SurveyResult, before: SurveyResult | undefined): SurveyCell {
  const mean = rounded(Rational.parse(result.mean!));
  const earlier = before?.mean ? rounded(Rational.parse(before.mean)) : null;
  return {
    ...bare(result),
    driver: result.item.slice('driver:'.length),
    mean,
    change: earlier === null || mean === null ? null : Math.round((mean - earlier) * 100) / 100,
  };
}

/** The score with its interval, which always holds the score itself. */
function scored(scale: Scale, counts: readonly number[], invited: number | undefined) {
  const bands = bandsOfCounts(scale, counts);
  const exact = bands && netPromoterScore(bands);
  if (!bands || !exact) return {};
  const score = shownScore(exact);
  const { low, high } = adjustedInterval(bands, invited)!;
  return {
    score,
    low: Math.min(score, Math.floor(low)),
    high: Math.max(score, Math.ceil(high)),
  };
}

function change(scale: Scale, before: readonly number[], after: readonly number[]) {
  const [first, second] = [bandsOfCounts(scale, before), bandsOfCounts(scale, after)];
  const found: Change | undefined =
    first && second
      ? changeOf(first, second)
      : changeOfMeans(sampleOf(scale, before), sampleOf(scale, after));
  if (!found) return {};
  return { change: Math.round(found.difference * 100) / 100, clear: found.clear };
}

function sampleOf(scale: Scale, counts: readonly number[]) {
  const count = counts.reduce((sum, each) => sum + each, 0);
  const mean = rounded(meanOfCounts(scale, counts), 1e9) ?? 0;
  const squares = stepsOf(scale, counts).reduce(
    (sum, step) => sum + step.count * (step.value - mean) ** 2,
    0,
  );
  return { mean, variance: count === 0 ? 0 : squares / count, count };
}

const percent = (part: number, whole: number): number =>
  Number(Rational.of(1000n * BigInt(part), BigInt(whole)).round('half-up')) / 10;

const rounded = (value: Rational | null, digits = 100): number | null =>
  value && Number(value.multiply(Rational.of(BigInt(digits))).round('half-up')) / digits;
