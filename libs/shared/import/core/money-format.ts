import { Fault } from './fault.js';
import { bestFormats, type FormatGuess } from './format-guess.js';

export const moneyFormats = ['decimal-point', 'decimal-comma'] as const;
export type MoneyFormat = (typeof moneyFormats)[number];

/** Amounts of 10^15 minor units and more are surely mistakes in the file. */
const amountLimit = 10n ** 15n;

/** Digits with or without groups of three; the group mark is the same throughout. */
const shape = (group: string, point: string) =>
  new RegExp(
    `^(?<sign>[+-]?)(?<whole>\\d+|\\d{1,3}([${group}'’ \\u00a0\\u202f])\\d{3}(?:\\3\\d{3})*)(?:[${point}](?<part>\\d+))?$`,
  );

const shapes: Record<MoneyFormat, RegExp> = {
  'decimal-point': shape(',', '.'),
  'decimal-comma': shape('.', ','),
};

/** Which ways of writing amounts fit a column; ambiguous when two fit and would read different amounts. */
export function guessMoneyFormat(values: readonly string[]): FormatGuess<MoneyFormat> {
  return bestFormats(moneyFormats, values, (value, format) => {
    const groups = shapes[format].exec(value.trim())?.groups;
    return groups && `${groups.sign}${digitsOf(groups.whole)}.${groups.part ?? ''}`;
  });
}

/** The amount in minor units of a currency with `decimals` decimals, or why it is none. */
export function readMoney(text: string, format: MoneyFormat, decimals: number): bigint | Fault {
  const groups = shapes[format].exec(text.trim())?.groups;
  if (!groups)
    return new Fault('NOT_AN_AMOUNT', `“${text}” is not an amount like ${example[format]}.`);
  const { sign, whole, part = '' } = groups;
  if (!fitsDecimals(part, decimals))
    return new Fault('TOO_MANY_DECIMALS', `“${text}” has more than ${decimals} decimals.`);
  const minor = BigInt(digitsOf(whole) + part.slice(0, decimals).padEnd(decimals, '0'));
  if (minor >= amountLimit)
    return new Fault('AMOUNT_TOO_LARGE', `“${text}” is too large to be right.`);
  if (sign === '-' && minor === 0n)
    return new Fault('NOT_AN_AMOUNT', 'Minus zero is not an amount.');
  return sign === '-' ? -minor : minor;
}

/** An exact decimal such as a rate, as text with a point, or why it is none. */
export function readDecimal(text: string, format: MoneyFormat): string | Fault {
  const { sign, whole, part } = shapes[format].exec(text.trim())?.groups ?? {};
  if (whole === undefined)
    return new Fault('NOT_A_NUMBER', `“${text}” is not a number like ${example[format]}.`);
  return `${sign === '-' ? '-' : ''}${digitsOf(whole)}${part ? `.${part}` : ''}`;
}

const example: Record<MoneyFormat, string> = {
  'decimal-point': '1,234.56',
  'decimal-comma': '1.234,56',
};

const digitsOf = (whole = ''): string => whole.replace(/\D/g, '');

/**
 * Databases write 12.5000, which loses nothing. But exactly three digits after the mark may be
 * thousands in disguise, so they are refused where the currency has fewer.
 */
const fitsDecimals = (part: string, decimals: number): boolean =>
  part.length <= decimals || (part.length !== 3 && /^0*$/.test(part.slice(decimals)));
