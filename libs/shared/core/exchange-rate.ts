import type { Day } from './day.js';
import { divide, parseDecimal, type Rounding } from './decimal.js';
import { currencyExponent } from './money.js';

/** From its day until the pair's next one, one unit of `from` is worth `rate` units of `to`. */
export type DatedRate = {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** Exact decimal text, above 0. */
  readonly rate: string;
  /** Who says so, such as "ECB". */
  readonly source: string;
};

/** The rate that a conversion uses; `inverse` when the opposite pair's is divided by. */
export type Exchange = DatedRate & { readonly inverse: boolean };

/**
 * The rate between two currencies that holds on a day: the pair's latest not after the day, else the
 * exact inverse of the opposite pair's, else none. Nothing goes by way of a third currency.
 */
export function rateOn(
  rates: readonly DatedRate[],
  from: string,
  to: string,
  day: Day,
): Exchange | undefined {
  const direct = latest(rates, from, to, day);
  if (direct) return { ...direct, inverse: false };
  const opposite = latest(rates, to, from, day);
  return opposite && { ...opposite, inverse: true };
}

/** Minor units of the one currency in minor units of the other: exact, then rounded once. */
export function convert(amount: bigint, exchange: Exchange, rounding: Rounding): bigint {
  const { from, to, rate, inverse } = exchange;
  const { units, scale } = parseDecimal(rate);
  const one = power(scale + currencyExponent(from));
  const worth = units * power(currencyExponent(to));
  return inverse ? divide(amount * one, worth, rounding) : divide(amount * worth, one, rounding);
}

const latest = (
  rates: readonly DatedRate[],
  from: string,
  to: string,
  day: Day,
): DatedRate | undefined =>
  rates
    .filter((rate) => rate.from === from && rate.to === to && rate.day <= day)
    .reduce<DatedRate | undefined>(
      (last, rate) => (last && last.day > rate.day ? last : rate),
      undefined,
    );

const power = (exponent: number): bigint => 10n ** BigInt(exponent);
