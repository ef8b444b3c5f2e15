import fc from 'fast-check';
import * as decimal from './decimal.js';
import { compare, divide, formatDecimal, multiply, parseDecimal, ratio, round } from './decimal.js';

const anyDecimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  scale: fc.nat(12),
});

describe('decimal', () => {
  it('reads, writes and multiplies exactly', () => {
    expect(parseDecimal('-12.050')).toEqual({ units: -12050n, scale: 3 });
    expect(formatDecimal(parseDecimal('-12.050'))).toBe('-12.05');
    expect(formatDecimal(parseDecimal('3.000'))).toBe('3');
    expect(formatDecimal(multiply(parseDecimal('0.06'), parseDecimal('-0.05')))).toBe('-0.003');
    expect(compare(parseDecimal('0.10'), parseDecimal('0.1'))).toBe(0);
  });

  it.each(['', '1.', '.1', '1e3', '0,5', '--1', '1.2.3', 'NaN'])('refuses %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(`"${text}" is not a decimal number`);
  });

  it.each([
    ['2.5', 2n, 3n],
    ['3.5', 4n, 4n],
    ['-2.5', -2n, -3n],
    ['-0.5', 0n, -1n],
    ['2.4999', 2n, 2n],
    ['2.5001', 3n, 3n],
    ['-2.5001', -3n, -3n],
  ])('rounds %s to %d half-even and %d half-up', (text, even, up) => {
    expect(round(parseDecimal(text), 'half-even')).toBe(even);
    expect(round(parseDecimal(text), 'half-up')).toBe(up);
  });

  it('gives a ratio with the digits asked for', () => {
    expect(formatDecimal(ratio(47208_00n, 90000_00n, 6))).toBe('0.524533');
    expect(() => ratio(1n, 0n, 4)).toThrow(RangeError);
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        expect(compare(parseDecimal(formatDecimal(value)), value)).toBe(0);
      }),
    );
  });

  it('adds and subtracts as inverses', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(compare(decimal.subtract(decimal.add(a, b), b), a)).toBe(0);
      }),
    );
  });

  it('never rounds by more than a half, and the same way for both signs', () => {
    const value = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
    const nonZero = fc.bigInt({ min: 1n, max: 10n ** 6n });
    fc.assert(
      fc.property(value, nonZero, fc.constantFrom(...decimal.roundings), (n, d, rounding) => {
        const error = 2n * (divide(n, d, rounding) * d - n);
        expect(error <= d && -error <= d).toBe(true);
        expect(divide(-n, d, rounding)).toBe(-divide(n, d, rounding));
        expect(divide(n, -d, rounding)).toBe(-divide(n, d, rounding));
      }),
    );
  });
});
