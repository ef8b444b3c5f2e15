import { formatDecimal, parseDecimal, subtract } from '@laurel/shared/core';

type Ranked = { readonly rank: number; readonly score: string };

/** Who is next to a place, and how far away in units of the score. */
export type Neighbour<Row> = { readonly row: Row; readonly gap: string };

/**
 * The nearest place ahead of mine and the nearest behind it among the rows, which are in order of rank.
 * Those who share my rank are neither; a row that is not there is undefined.
 */
export function neighbours<Row extends Ranked>(rows: readonly Row[], mine: Ranked) {
  const ahead = rows.findLast(({ rank }) => rank < mine.rank);
  const behind = rows.find(({ rank }) => rank > mine.rank);
  return {
    ahead: ahead && { row: ahead, gap: distance(ahead, mine) },
    behind: behind && { row: behind, gap: distance(mine, behind) },
  };
}

const distance = (higher: Ranked, lower: Ranked): string =>
  formatDecimal(subtract(parseDecimal(higher.score), parseDecimal(lower.score)));
