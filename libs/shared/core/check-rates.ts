import { isDay } from './day.js';
import { isDecimal, parseDecimal } from './decimal.js';
import type { DatedRate } from './exchange-rate.js';
import { isCurrency } from './money.js';

/** What is wrong with a rate. */
export type RateFault = {
  readonly field: keyof DatedRate;
  readonly code: string;
  readonly reason: string;
};

const longestSource = 200;
/** Digits before and after the point. */
const written = /^\d{1,12}(\.\d{1,12})?$/;

/** Why a rate cannot be kept; undefined when it can. */
export function rateFault({ from, to, day, rate, source }: DatedRate): RateFault | undefined {
  for (const [field, code] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (!isCurrency(code))
      return fault(field, 'UNKNOWN_CURRENCY', `“${code}” is not a currency code such as EUR.`);
  if (from === to)
    return fault('to', 'SAME_CURRENCY', `A rate from ${from} to itself says nothing.`);
  if (!isDay(day)) return fault('day', 'NOT_A_DAY', `“${day}” is not a day such as 2026-03-31.`);
  if (!isDecimal(rate) || parseDecimal(rate).units <= 0n)
    return fault('rate', 'NOT_A_RATE', `“${rate}” is not a rate above 0 such as 0.9215.`);
  if (!written.test(rate))
    return fault(
      'rate',
      'NOT_A_RATE',
      `“${rate}” has more than 12 digits before or after the point.`,
    );
  if (source.length > longestSource)
    return fault('source', 'TEXT_TOO_LONG', `The text is longer than ${longestSource} characters.`);
  return undefined;
}

/** What identifies a rate: only one of them holds from a day on. */
export const rateKey = ({ from, to, day }: Pick<DatedRate, 'from' | 'to' | 'day'>): string =>
  `${from}|${to}|${day}`;

/** Everything wrong with a list of rates, rows counted from 1: empty when it can be saved. */
export function checkRates(rates: readonly DatedRate[]): (RateFault & { readonly row: number })[] {
  const seen = new Set<string>();
  return rates.flatMap((rate, index) => {
    const key = rateKey(rate);
    const found = rateFault(rate) ?? (seen.has(key) ? repeated : undefined);
    seen.add(key);
    return found ? [{ row: index + 1, ...found }] : [];
  });
}

const fault = (field: RateFault['field'], code: string, reason: string): RateFault => ({
  field,
  code,
  reason,
});

const repeated = fault('day', 'REPEATED', 'The list has another rate of this pair for the day.');
