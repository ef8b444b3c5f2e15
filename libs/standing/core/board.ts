import type { Fraction } from '@laurel/goal/core';
import { type Measure, scoreOf, type Tally } from './measure.js';
import { rank } from './rank.js';

/** A member's place on one board. */
export type Place = {
  readonly memberId: string;
  readonly score: Fraction;
  readonly rank: number;
  /** The rank the day began with; undefined when nothing had been credited before it. */
  readonly dayStartRank: number | undefined;
};

/**
 * The board of one measure, best first, everybody included who has a score. The second list holds the
 * tallies the day began with (the very same list, where nothing can have changed since), so that the movement is a matter of the ledger and not of who looked when.
 */
export function board(
  measure: Measure,
  now: readonly Tally[],
  atDayStart: readonly Tally[],
): Place[] {
  const places = ranked(measure, now);
  const before = atDayStart === now ? places : ranked(measure, atDayStart);
  const began = atDayStart.some(({ deals }) => deals > 0n) ? before : [];
  const dayStartRanks = new Map(began.map((place) => [place.memberId, place.rank]));
  return places.map((place) => ({
    ...place,
    dayStartRank: dayStartRanks.get(place.memberId),
  }));
}

const ranked = (measure: Measure, tallies: readonly Tally[]) =>
  rank(
    tallies.flatMap((tally) => {
      const score = scoreOf(tally, measure);
      return score ? [{ memberId: tally.memberId, score }] : [];
    }),
  );
