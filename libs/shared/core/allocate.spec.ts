import fc from 'fast-check';
import { allocate } from './allocate.js';

const sum = (parts: bigint[]) => parts.reduce((total, part) => total + part, 0n);

describe('allocate', () => {
  it('gives the odd cents to the largest remainders, ties in the order given', () => {
    expect(allocate(100_00n, [1n, 1n, 1n])).toEqual([3334n, 3333n, 3333n]);
    expect(allocate(-100_00n, [1n, 1n, 1n])).toEqual([-3334n, -3333n, -3333n]);
    expect(allocate(10n, [1n, 2n, 4n])).toEqual([1n, 3n, 6n]);
    expect(allocate(5n, [0n, 1n])).toEqual([0n, 5n]);
  });

  it('refuses shares of nothing', () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [1n, -1n])).toThrow('must not sum to 0');
  });

  const amount = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
  const anyWeights = fc
    .array(fc.bigInt({ min: -10_000n, max: 10_000n }), { minLength: 1, maxLength: 12 })
    .filter((weights) => sum(weights) !== 0n);

  it('always sums to the whole, within one unit of the exact share, and mirrors the sign', () => {
    fc.assert(
      fc.property(amount, anyWeights, (whole, weights) => {
        const parts = allocate(whole, weights);
        const total = sum(weights);
        expect(sum(parts)).toBe(whole);
        expect(allocate(-whole, weights)).toEqual(parts.map((part) => -part));
        for (const [i, part] of parts.entries()) {
          const error = part * total - whole * weights[i]!;
          expect(error < 0n ? -error : error).toBeLessThan(total < 0n ? -total : total);
        }
      }),
    );
  });
});
