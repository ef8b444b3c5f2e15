import type { Day } from './day.js';
import { divide, type Rounding } from './decimal.js';
import { currencyExponent } from './money.js';
import { Rational } from './rational.js';

/** From its day until the pair's next one, one unit of `from` is worth `rate` units of `to`. */
export type DatedRate = {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** Exact text, above 0. */
  readonly rate: string;
  /** Who says so, such as "ECB". */
  readonly source: string;
};

/**
 * The rate between two currencies that holds on a day: the pair's latest not after the day, else the
 * exact inverse of the opposite pair's, which may be a fraction such as "4/5", else none. Nothing goes
 * by way of a third currency.
 */
export function rateOn(
  rates: readonly DatedRate[],
  from: string,
  to: string,
  day: Day,
): DatedRate | undefined {
  const direct = latest(rates, from, to, day);
  if (direct) return direct;
  const opposite = latest(rates, to, from, day);
  return opposite && { ...opposite, from, to, rate: inverse(opposite.rate) };
}

/** Minor units of the one currency in minor units of the other: exact, then rounded once. */
export function convert(
  amount: bigint,
  { from, to, rate }: Pick<DatedRate, 'from' | 'to' | 'rate'>,
  rounding: Rounding,
): bigint {
  const { numerator, denominator } = Rational.parse(rate);
  return divide(amount * numerator * minorUnits(to), denominator * minorUnits(from), rounding);
}

const inverse = (rate: string): string => Rational.one.divide(Rational.parse(rate)).toText();

const minorUnits = (currency: string): bigint => 10n ** BigInt(currencyExponent(currency));

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
