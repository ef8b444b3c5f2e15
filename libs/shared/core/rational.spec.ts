import fc from 'fast-check';
import { divide } from './decimal.js';
import { Rational } from './rational.js';

const integer = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const divisor = integer.filter((each) => each !== 0n);
const rational = fc
  .tuple(integer, fc.oneof(fc.constant(1n), fc.constantFrom(2n, 10n, 100n), divisor))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));
const nonZero = rational.filter((each) => !each.isZero);

/** The same number, told by cross products alone. */
const same = (value: Rational, numerator: bigint, denominator: bigint): boolean =>
  value.numerator * denominator === numerator * value.denominator;

describe('Rational', () => {
  it.each([
    ['12', '12'],
    ['-12.050', '-12.05'],
    ['0.000', '0'],
    ['-0.5', '-0.5'],
    ['2/4', '0.5'],
    ['100/3', '100/3'],
    ['-4/6', '-2/3'],
    ['1/1048576', '0.00000095367431640625'],
    ['1/2097152', '1/2097152'],
  ])('reads %s and writes %s', (text, written) => {
    expect(Rational.parse(text).toText()).toBe(written);
  });

  it.each(['', '1.', '.5', '1e3', '0,5', '1/-3', '1/0', '0.5/2', '1/2/3', ' 1', 'NaN'])(
    'refuses %j',
    (text) => expect(() => Rational.parse(text)).toThrow(RangeError),
  );

  it('keeps a third a third', () => {
    const third = Rational.of(100n, 3n);
    expect(third.isInteger).toBe(false);
    expect(third.multiply(Rational.of(3n)).equals(Rational.of(100n))).toBe(true);
    expect(third.add(third).add(third).toText()).toBe('100');
  });

  it('is in lowest terms, with its sign above the line', () => {
    expect(Rational.of(6n, -4n)).toEqual(Rational.of(-3n, 2n));
    expect(Rational.of(0n, -7n)).toEqual(Rational.zero);
    expect(Rational.of(-7n, -7n)).toEqual(Rational.one);
  });

  it('refuses to divide by 0', () => {
    expect(() => Rational.of(1n, 0n)).toThrow(RangeError);
    expect(() => Rational.one.divide(Rational.zero)).toThrow(RangeError);
  });

  it.each([
    ['2.5', 2n, 3n, 2n],
    ['-2.5', -2n, -3n, -3n],
    ['-0.5', 0n, -1n, -1n],
    ['7/3', 2n, 2n, 2n],
    ['-7/3', -2n, -2n, -3n],
    ['-3', -3n, -3n, -3n],
  ])('rounds %s to %d half-even and %d half-up, and has the floor %d', (text, even, up, floor) => {
    const value = Rational.parse(text);
    expect([value.round('half-even'), value.round('half-up'), value.floor()]).toEqual([
      even,
      up,
      floor,
    ]);
  });

  it('finds the smallest and the largest, and how far from 0', () => {
    const [a, b, c] = ['1/3', '-0.5', '0.3333'].map(Rational.parse) as [
      Rational,
      Rational,
      Rational,
    ];
    expect(Rational.min(a, b, c).toText()).toBe('-0.5');
    expect(Rational.max(a, b, c).toText()).toBe('1/3');
    expect([a.sign, b.sign, Rational.zero.sign, b.abs().toText()]).toEqual([1, -1, 0, '0.5']);
  });
});

describe('the laws of exact numbers', () => {
  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(rational, (value) => expect(Rational.parse(value.toText())).toEqual(value)),
    );
  });

  it('has one form for a number', () => {
    fc.assert(
      fc.property(integer, divisor, divisor, (n, d, factor) =>
        expect(Rational.of(n * factor, d * factor)).toEqual(Rational.of(n, d)),
      ),
    );
  });

  it('adds, subtracts, multiplies and divides as fractions do', () => {
    fc.assert(
      fc.property(rational, nonZero, (a, b) => {
        const [an, ad, bn, bd] = [a.numerator, a.denominator, b.numerator, b.denominator];
        expect(same(a.add(b), an * bd + bn * ad, ad * bd)).toBe(true);
        expect(same(a.subtract(b), an * bd - bn * ad, ad * bd)).toBe(true);
        expect(same(a.multiply(b), an * bn, ad * bd)).toBe(true);
        expect(same(a.divide(b), an * bd, ad * bn)).toBe(true);
      }),
    );
  });

  it('undoes what it did', () => {
    fc.assert(
      fc.property(rational, nonZero, (a, b) => {
        expect(a.add(b).subtract(b)).toEqual(a);
        expect(a.multiply(b).divide(b)).toEqual(a);
        expect(a.negate().negate()).toEqual(a);
      }),
    );
  });

  it('orders by difference', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(Math.sign(a.compare(b))).toBe(a.subtract(b).sign);
        expect(a.compare(b) === 0).toBe(a.equals(b));
        expect(Rational.min(a, b).compare(Rational.max(a, b))).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('rounds as division does, by no more than a half', () => {
    fc.assert(
      fc.property(rational, fc.constantFrom('half-even', 'half-up'), (value, rounding) => {
        const rounded = value.round(rounding);
        expect(rounded).toBe(divide(value.numerator, value.denominator, rounding));
        const off = Rational.of(rounded).subtract(value).abs();
        expect(off.compare(Rational.of(1n, 2n))).toBeLessThanOrEqual(0);
        expect(value.compare(Rational.of(value.floor()))).toBeGreaterThanOrEqual(0);
        expect(value.compare(Rational.of(value.floor() + 1n))).toBeLessThan(0);
      }),
    );
  });
});
