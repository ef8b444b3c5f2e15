import { formatDecimal, isPeriod, parseDecimal } from '@laurel/shared/core';

/** What somebody reached of one objective in a period: a share, "1" for all of it. Null takes it away. */
export type ScoreEntry = {
  readonly memberId: string;
  readonly period: string;
  /** Its short name in the plan. */
  readonly objective: string;
  readonly score: string | null | undefined;
  readonly note?: string | null | undefined;
};

/** What is wrong with one entry; rows count from 1. */
export type ScoreProblem = {
  readonly row: number;
  readonly field: keyof ScoreEntry;
  readonly reason: string;
};

type Refusal = readonly [field: keyof ScoreEntry, reason: string];

/** Digits before and after the point. */
const written = /^\d{1,3}(\.\d{1,9})?$/;
const longestName = 100;
const longestNote = 1_000;

/** What identifies a score. */
export const scoreKey = ({
  memberId,
  period,
  objective,
}: Pick<ScoreEntry, 'memberId' | 'period' | 'objective'>): string =>
  [memberId, period, objective].join('|');

/** Everything wrong with a list of scores, given the members there are: empty when it can be saved. */
export function checkScores(
  entries: readonly ScoreEntry[],
  members: ReadonlySet<string>,
): ScoreProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const [field, reason] = scoreRefusal(entry, members) ?? repeated(seen.has(scoreKey(entry)));
    seen.add(scoreKey(entry));
    return field && reason ? [{ row: index + 1, field, reason }] : [];
  });
}

function scoreRefusal(entry: ScoreEntry, members: ReadonlySet<string>): Refusal | undefined {
  const { memberId, period, objective, score, note } = entry;
  if (!members.has(memberId)) return ['memberId', 'No member of this organisation has this id.'];
  if (!isPeriod(period))
    return ['period', `"${period}" is not a period such as 2026-03, 2026-Q1 or 2026.`];
  if (!objective || objective !== objective.trim() || objective.length > longestName)
    return [
      'objective',
      `Name the objective as the plan does, in up to ${longestName} characters.`,
    ];
  if (score === undefined) return ['score', 'Give a score, or null to take it away.'];
  if (score !== null && !written.test(score))
    return ['score', `"${score}" is not a share such as 0.85, at most 999 with 9 decimals.`];
  if ((note?.length ?? 0) > longestNote)
    return ['note', `A note has at most ${longestNote} characters.`];
  return undefined;
}

const repeated = (again: boolean): Refusal | [] =>
  again ? ['objective', 'This list has another score of the objective for the member.'] : [];

/** A share as people write it: "0.85", "0,85" and "85 %" are the same. Undefined for other text. */
export function readScore(text: string): string | undefined {
  const [, number, percent] = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim()) ?? [];
  if (number === undefined) return undefined;
  const { units, scale } = parseDecimal(number.replace(',', '.'));
  const share = formatDecimal({ units, scale: scale + (percent ? 2 : 0) });
  return written.test(share) ? share : undefined;
}
