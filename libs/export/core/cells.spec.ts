import { moneyCell, numberCell } from './cells.js';

describe('cells', () => {
  it.each([
    ['1250', 'EUR', '12.50'],
    ['1250.5', 'EUR', '12.505'],
    ['-7', 'EUR', '-0.07'],
    ['0', 'EUR', '0.00'],
    ['1250', 'JPY', '1250'],
    ['1', 'KWD', '0.001'],
    ['-200/3', 'EUR', '-0.66666666666667'],
    ['2/3', 'EUR', '0.00666666666667'],
  ])('writes %s minor units of %s as %s', (minor, currency, text) => {
    expect(moneyCell(minor, currency)).toBe(text);
  });

  it.each(['=1+1', '+1', '', '1e3', '1,5', '1/2/3', '=1/2', '1/'])(
    'lets no %j pass as a number',
    (text) => {
      expect(() => numberCell(text)).toThrow('column of numbers');
      expect(() => moneyCell(text, 'EUR')).toThrow('column of numbers');
    },
  );
});
