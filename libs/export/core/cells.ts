import {
  currencyExponent,
  formatDecimal,
  isDecimal,
  multiply,
  parseDecimal,
} from '@laurel/shared/core';

/**
 * A decimal as it stands in a column of numbers. Throws RangeError for anything else, since numbers are
 * the only cells a spreadsheet may read as they are.
 */
export function numberCell(text: string): string {
  if (!isDecimal(text)) throw new RangeError(`"${text}" stands in a column of numbers.`);
  return text;
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
