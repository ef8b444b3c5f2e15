import {
  currencyExponent,
  formatDecimal,
  isDecimal,
  multiply,
  parseDecimal,
  ratio,
  Rational,
} from '@laurel/shared/core';

/** How many digits of a fraction without an end are written. */
const digitsOfFraction = 12;

/**
 * A decimal as it stands in a column of numbers; a fraction such as "2/3" is written to twelve digits. Throws
 * RangeError for anything else, since numbers are the only cells a spreadsheet may read as they are.
 */
export function numberCell(text: string): string {
  if (isDecimal(text)) return text;
  if (!/^-?\d+\/\d+$/.test(text)) throw new RangeError(`"${text}" stands in a column of numbers.`);
  const { numerator, denominator } = Rational.parse(text);
  return formatDecimal(ratio(numerator, denominator, digitsOfFraction));
}

/** An amount in minor units, fractions included, as a number of the currency: "1250.5" of EUR is "12.505". */
export function moneyCell(minor: string, currency: string): string {
  const exponent = currencyExponent(currency);
  const [units, fraction = ''] = formatDecimal(
    multiply(parseDecimal(numberCell(minor)), { units: 1n, scale: exponent }),
  ).split('.') as [string, string?];
  const digits = fraction.padEnd(exponent, '0');
  return digits ? `${units}.${digits}` : units;
}
