import type { Fraction } from '@laurel/goal/core';
import { type Measure, scoreOf, type Tally } from './measure.js';

/** What a member stands on a board with. */
export type Score = {
  readonly memberId: string;
  readonly score: Fraction;
  /** The score the day began with; undefined when nothing had been credited before it. */
  readonly dayStart: Fraction | undefined;
};

/**
 * The scores of one measure, of everybody who has one. The second list holds the tallies the day began with (the very
 * same list, where nothing can have changed since), so that the movement is a matter of the ledger and not of who looked when.
 */
export function board(
  measure: Measure,
  now: readonly Tally[],
  atDayStart: readonly Tally[],
): Score[] {
  const scores = scoresOf(measure, now);
  const began = atDayStart.some(({ deals }) => deals > 0n);
  const before = began && atDayStart !== now ? scoresOf(measure, atDayStart) : scores;
  return [...scores].map(([memberId, score]) => ({
    memberId,
    score,
    dayStart: began ? before.get(memberId) : undefined,
  }));
}

const scoresOf = (measure: Measure, tallies: readonly Tally[]): ReadonlyMap<string, Fraction> =>
  new Map(
    tallies.flatMap((tally): [string, Fraction][] => {
      const score = scoreOf(tally, measure);
      return score ? [[tally.memberId, score]] : [];
    }),
  );
