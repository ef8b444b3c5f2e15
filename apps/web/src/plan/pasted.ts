import { parseMoney } from '@laurel/shared/core';
import { amountRead } from '../import/reading.js';

/**
 * Amounts of a column copied from a spreadsheet, in minor units; null for a line that is none, so
 * that the lines below stay where they belong. A single line is no column: nothing.
 */
export function pastedColumn(
  text: string,
  format: 'decimal-point' | 'decimal-comma',
  currency: string,
): (string | null)[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.length < 2 ? [] : lines.map((line) => amountIn(line, format, currency));
}

function amountIn(line: string, format: string, currency: string): string | null {
  const amount = amountRead(line.split('\t').at(-1) ?? '', format);
  try {
    return amount === null ? null : parseMoney(amount, currency).toString();
  } catch {
    // Too many decimals for the currency: better left empty than guessed.
    return null;
  }
}
