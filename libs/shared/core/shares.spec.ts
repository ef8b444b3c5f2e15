import fc from 'fast-check';
import { percentOf, divideByShares, totalOfShares } from './shares.js';
import { Rational } from './rational.js';

describe('shares', () => {
  it.each([
    [100_00n, ['0.6', '0.4'], [60_00n, 40_00n]],
    [10n, ['1/3', '1/3', '1/3'], [4n, 3n, 3n]],
    [-10n, ['1/3', '1/3', '1/3'], [-4n, -3n, -3n]],
    [1n, ['0.5', '0.5'], [1n, 0n]],
    [100n, ['0.335', '0.33', '0.335'], [34n, 33n, 33n]],
    [7n, ['1'], [7n]],
    [100n, ['1.5', '-0.5'], [150n, -50n]],
  ])('divides %d by %j into %j', (whole, shares, parts) => {
    expect(divideByShares(whole, shares)).toEqual(parts);
  });

  it.each([
    [['0.3333', '0.3333', '0.3333'], '99.99 %'],
    [['0.6', '0.5'], '110 %'],
    [['1/3', '1/3'], '200/3 %'],
    [[], '0 %'],
  ])('refuses %j, naming the total', (shares, total) => {
    expect(() => divideByShares(1n, shares)).toThrow(`The shares total ${total}, not 100 %.`);
  });

  it('gives parts that sum to the whole, none a minor unit or more from its exact share', () => {
    const amount = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amount, weights, (whole, counts) => {
        const sum = counts.reduce((all, each) => all + each, 0);
        fc.pre(sum > 0);
        const shares = counts.map((each) => Rational.of(BigInt(each), BigInt(sum)).toText());
        expect(totalOfShares(shares)).toEqual(Rational.one);
        const parts = divideByShares(whole, shares);
        expect(parts.reduce((all, each) => all + each, 0n)).toBe(whole);
        for (const [i, part] of parts.entries()) {
          const exact = Rational.parse(shares[i]!).multiply(Rational.of(whole));
          const off = Rational.of(part).subtract(exact).abs();
          expect(off.compare(Rational.one)).toBeLessThan(0);
        }
      }),
    );
  });

  it('says a share in percent', () => {
    expect(percentOf(Rational.parse('0.125'))).toBe('12.5 %');
  });
});
