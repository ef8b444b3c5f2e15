import { compareFractions, type Fraction } from '@laurel/goal/core';

export type Ranked<Row> = Row & { readonly rank: number };

/**
 * Competition ranking, best first: a rank is 1 + the number of strictly better scores, so equal scores
 * share a place and the places after them are skipped (1, 2, 2, 4). Scores are compared exactly.
 */
export function rank<Row extends { readonly score: Fraction }>(
  rows: readonly Row[],
): Ranked<Row>[] {
  const near = new Map(rows.map((row) => [row, nearly(row.score)]));
  const sorted = [...rows].sort((a, b) => {
    const [left, right] = [near.get(a)!, near.get(b)!];
    const isPlain = Math.abs(right - left) > error * Math.max(Math.abs(left), Math.abs(right));
    return isPlain ? right - left : compareFractions(b.score, a.score);
  });
  let place = 0;
  return sorted.map((row, index) => {
    const above = sorted[index - 1];
    if (!above || compareFractions(above.score, row.score) !== 0) place = index + 1;
    return { ...row, rank: place };
  });
}

/** Most scores are told apart by this already; where they are not the fractions themselves are compared. */
const nearly = ({ numerator, denominator }: Fraction): number =>
  Number(numerator) / Number(denominator);

/** Far more than what a number is off by. */
const error = 1e-9;
