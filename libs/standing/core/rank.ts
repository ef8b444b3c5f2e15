import { compareFractions, type Fraction } from '@laurel/goal/core';

export type Ranked<Row> = Row & { readonly rank: number };

/**
 * Competition ranking, best first: a rank is 1 + the number of strictly better scores, so equal scores
 * share a place and the places after them are skipped (1, 2, 2, 4). Scores are compared exactly.
 */
export function rank<Row extends { readonly score: Fraction }>(
  rows: readonly Row[],
): Ranked<Row>[] {
  const sorted = [...rows].sort((a, b) => compareFractions(b.score, a.score));
  let place = 0;
  return sorted.map((row, index) => {
    const above = sorted[index - 1];
    if (!above || compareFractions(above.score, row.score) !== 0) place = index + 1;
    return { ...row, rank: place };
  });
}
