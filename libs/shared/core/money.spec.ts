import fc from 'fast-check';
import { currencyExponent, formatMoney, isCurrency, parseMoney } from './money.js';

describe('money', () => {
  it.each([
    ['12.5', 'EUR', 1250n, '12.50'],
    ['-0.07', 'USD', -7n, '-0.07'],
    ['1200', 'JPY', 1200n, '1200'],
    ['3.125', 'KWD', 3125n, '3.125'],
    ['0', 'CLF', 0n, '0.0000'],
  ])('reads %s %s as %d minor units and writes it back', (text, currency, minor, written) => {
    expect(parseMoney(text, currency)).toBe(minor);
    expect(formatMoney(minor, currency)).toBe(written);
  });

  it.each([
    '1,234.56',
    '12.345',
    '',
    '1e5',
    ' 1',
    '.5',
    '5.',
    '+5',
    '--5',
    '٣',
    '99999999999999999999',
  ])('refuses %j and says so', (text) => {
    expect(() => parseMoney(text, 'EUR')).toThrow(RangeError);
    expect(() => parseMoney(text, 'EUR')).toThrow(JSON.stringify(text).slice(1, -1));
  });

  it('knows which codes are currencies', () => {
    expect(isCurrency('EUR')).toBe(true);
    expect(isCurrency('eur')).toBe(false);
    expect(() => currencyExponent('XXX')).toThrow('"XXX" is not a currency code');
  });

  it('reads back whatever it writes', () => {
    const minor = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
    fc.assert(
      fc.property(minor, currency, (amount, code) => {
        expect(parseMoney(formatMoney(amount, code), code)).toBe(amount);
      }),
    );
  });
});
