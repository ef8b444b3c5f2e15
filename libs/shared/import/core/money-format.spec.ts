import fc from 'fast-check';
import { Fault } from './fault.js';
import { guessMoneyFormat, moneyFormats, readDecimal, readMoney } from './money-format.js';

describe('reading amounts', () => {
  it.each([
    ['1,234.56', 'decimal-point', 123_456n],
    ['1.234,56', 'decimal-comma', 123_456n],
    ['1234', 'decimal-comma', 123_400n],
    ['-1 234,5', 'decimal-comma', -123_450n],
    ["1'234'567.89", 'decimal-point', 123_456_789n],
    ['+12.5000', 'decimal-point', 1_250n],
    ['0', 'decimal-point', 0n],
  ] as const)('%s written %s is %s cents', (text, format, amount) => {
    expect(readMoney(text, format, 2)).toBe(amount);
  });

  it.each([
    '1e400',
    '1e3',
    'NaN',
    'Infinity',
    '-0',
    '-0.00',
    '0x10',
    '１２',
    '12.345',
    '12.340',
    '1,5',
    '12,34.5',
    '1,234,56',
    '--1',
    '1.',
    '.5',
    '€5',
    '(5)',
    '1,234 567',
    '10000000000000',
    '',
  ])('refuses %s', (text) => expect(readMoney(text, 'decimal-point', 2)).toBeInstanceOf(Fault));

  it('takes as many decimals as the currency has', () => {
    expect(readMoney('12.345', 'decimal-point', 3)).toBe(12_345n);
    expect(readMoney('12.5', 'decimal-point', 0)).toBeInstanceOf(Fault);
  });

  it('reads back every amount it could have written, in both formats', () => {
    const cents = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n });
    fc.assert(
      fc.property(cents, fc.constantFrom(...moneyFormats), (amount, format) => {
        expect(readMoney(written(amount, format), format, 2)).toBe(amount);
      }),
    );
  });
});

describe('guessing how amounts are written', () => {
  it.each([
    [['1.234,56', '12'], 'decimal-comma', false],
    [['1,234.56', '1,000'], 'decimal-point', false],
    [['1.234', '2.500'], 'decimal-point', true],
    [['1.234', '12,50'], 'decimal-comma', false],
    [['550', '4821', ''], 'decimal-point', false],
    [['Acme', '12'], null, false],
  ])('%s', (values, format, ambiguous) => {
    expect(guessMoneyFormat(values)).toMatchObject({ format, ambiguous });
  });
});

function written(amount: bigint, format: (typeof moneyFormats)[number]): string {
  const [group, point] = format === 'decimal-point' ? [',', '.'] : ['.', ','];
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, group!);
  return `${amount < 0n ? '-' : ''}${whole}${point}${digits.slice(-2)}`;
}

describe('reading decimals', () => {
  it.each([
    ['0.9215', 'decimal-point', '0.9215'],
    ['1.234,5678', 'decimal-comma', '1234.5678'],
    ['161', 'decimal-point', '161'],
    ['-1.5', 'decimal-point', '-1.5'],
  ] as const)('%s written %s is %s, every digit kept', (text, format, decimal) => {
    expect(readDecimal(text, format)).toBe(decimal);
  });

  it.each(['', '1e3', '1,2,3', 'about 1'])('refuses %j', (text) =>
    expect(readDecimal(text, 'decimal-point')).toBeInstanceOf(Fault),
  );
});
