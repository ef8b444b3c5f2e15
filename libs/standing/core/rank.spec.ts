import { asFraction, compareFractions } from '@laurel/goal/core';
import fc from 'fast-check';
import { rank } from './rank.js';

const ranks = (scores: number[]) =>
  rank(scores.map((score) => ({ score: asFraction(BigInt(score)) }))).map((row) => row.rank);

describe('rank', () => {
  it('shares places and skips those after them', () => {
    expect(ranks([100, 80, 80, 60])).toEqual([1, 2, 2, 4]);
    expect(ranks([44, 42, 42, 41, 41, 41, 39])).toEqual([1, 2, 2, 4, 4, 4, 7]);
    expect(ranks([100, 80, 80, 80, 60])).toEqual([1, 2, 2, 2, 5]);
  });

  it('does not depend on names or on the order given', () => {
    expect(ranks([1, 1, 1])).toEqual([1, 1, 1]);
    expect(ranks([60, 80, 100, 80])).toEqual([1, 2, 2, 4]);
  });

  it('sees 9 of 10 and 18 of 20 as equal', () => {
    const tied = rank([
      { score: { numerator: 9n, denominator: 10n } },
      { score: { numerator: 18n, denominator: 20n } },
    ]);
    expect(tied.map((row) => row.rank)).toEqual([1, 1]);
  });

  it('tells 89.96 % from 90.04 %, though both are shown as 90 %', () => {
    const [first, second] = rank([
      { name: 'a', score: { numerator: 8996n, denominator: 10_000n } },
      { name: 'b', score: { numerator: 9004n, denominator: 10_000n } },
    ]);
    expect([first?.name, first?.rank]).toEqual(['b', 1]);
    expect([second?.name, second?.rank]).toEqual(['a', 2]);
  });

  it('is 1 + the number of strictly better scores, for any scores', () => {
    const score = fc.record({
      numerator: fc.bigInt({ min: -5n, max: 20n }),
      denominator: fc.bigInt({ min: 1n, max: 6n }),
    });
    fc.assert(
      fc.property(fc.array(fc.record({ score }), { maxLength: 30 }), (rows) => {
        for (const row of rank(rows)) {
          const better = rows.filter((other) => compareFractions(other.score, row.score) > 0);
          expect(row.rank).toBe(1 + better.length);
        }
      }),
    );
  });
});
