import { Rational, allocate } from '@laurel/shared/core';
import type { Scale } from './scale.js';

/** People by how they answered; whoever skipped is in none. */
export type Bands = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
};
export type Band = 'promoter' | 'passive' | 'detractor';

type Bounds = { readonly promotersFrom: number; readonly passivesFrom: number };

/** The bounds of 0-10 and 1-10. */
export const standardBounds: Bounds = { promotersFrom: 9, passivesFrom: 7 };

/** The band of one answer, or of an unrounded mean: never round before. */
export function bandOf(value: Rational | number, bounds: Bounds = standardBounds): Band {
  const reaches = (bound: number) =>
    typeof value === 'number' ? value >= bound : value.compare(Rational.of(BigInt(bound))) >= 0;
  if (reaches(bounds.promotersFrom)) return 'promoter';
  return reaches(bounds.passivesFrom) ? 'passive' : 'detractor';
}

/** Counts answers by band; null stands for a skipped question and counts nowhere. */
export function bandsOf(
  values: readonly (Rational | number | null)[],
  bounds: Bounds = standardBounds,
): Bands {
  const given = values.filter((value) => value !== null).map((value) => bandOf(value, bounds));
  const count = (band: Band) => given.filter((each) => each === band).length;
  return {
    promoters: count('promoter'),
    passives: count('passive'),
    detractors: count('detractor'),
  };
}

/** How many answered. */
export const answersIn = ({ promoters, passives, detractors }: Bands): number =>
  promoters + passives + detractors;

/** 100 × (promoters − detractors) ÷ answers, exactly; null when nobody answered, which is not 0. */
export function netPromoterScore(bands: Bands): Rational | null {
  const answers = answersIn(bands);
  if (answers === 0) return null;
  return Rational.of(100n * BigInt(bands.promoters - bands.detractors), BigInt(answers));
}

/** A figure as it is shown: rounded once, a half away from zero. */
export const shownScore = (score: Rational): number => Number(score.round('half-up'));

/** Whole percentages that sum to 100, by the largest remainder, ties in the order given; null of nothing. */
export function shownShares(counts: readonly number[]): number[] | null {
  if (counts.every((count) => count === 0)) return null;
  return allocate(100n, counts.map(BigInt)).map(Number);
}

/** The mean; null of nothing. */
export function meanOf(values: readonly Rational[]): Rational | null {
  if (!values.length) return null;
  const sum = values.reduce((total, value) => total.add(value), Rational.zero);
  return sum.divide(Rational.of(BigInt(values.length)));
}

/** One person's mean over the questions they answered; null when they answered none. */
export const compositeOf = (answers: readonly (number | null)[]): Rational | null =>
  meanOf(answers.filter((value) => value !== null).map((value) => Rational.of(BigInt(value))));

/** The score of a team: the mean of its people, not of its questions. */
export const teamScore = (people: readonly (readonly (number | null)[])[]): Rational | null =>
  meanOf(people.map(compositeOf).filter((mean) => mean !== null));

/** Counts of the steps of a scale as values and how often each was given. */
export const stepsOf = ({ min }: Scale, counts: readonly number[]) =>
  counts.map((count, step) => ({ value: min + step, count }));

/** The mean of counted steps; null when nobody answered. */
export function meanOfCounts(scale: Scale, counts: readonly number[]): Rational | null {
  const answers = counts.reduce((sum, count) => sum + count, 0);
  if (answers === 0) return null;
  const sum = stepsOf(scale, counts).reduce((total, { value, count }) => total + value * count, 0);
  return Rational.of(BigInt(sum), BigInt(answers));
}

/** Counted steps by band; null for a scale that has none. */
export function bandsOfCounts(scale: Scale, counts: readonly number[]): Bands | null {
  const { promotersFrom, passivesFrom } = scale;
  if (promotersFrom === null || passivesFrom === null) return null;
  const sum = (band: Band) =>
    stepsOf(scale, counts)
      .filter(({ value }) => bandOf(value, { promotersFrom, passivesFrom }) === band)
      .reduce((total, { count }) => total + count, 0);
  return { promoters: sum('promoter'), passives: sum('passive'), detractors: sum('detractor') };
}
