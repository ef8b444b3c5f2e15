import { type DayRange, divideByShares, Rational, type Rounding } from '@laurel/shared/core';
import { type ActiveDays, activePart, type Proration } from './active-part.js';

/**
 * A quota that grows with the time somebody has been selling: the share of the given period since the start (the first
 * is 0), and all of it after the last. A share of 0 leaves a quota of 0, against which there is no attainment.
 */
export function rampShare(ramp: readonly string[], periodsSinceStart: number): string {
  return ramp[periodsSinceStart] ?? '1';
}

/**
 * A year's quota by season: the shares of its periods, which are exactly 100 %; the parts sum to the year, to the
 * minor unit. Throws RangeError, naming the total, otherwise.
 */
export const seasonalQuotas = (year: bigint, shares: readonly string[]): bigint[] =>
  divideByShares(year, shares);

/** What changes a quota for one payee; what is left out changes nothing. */
export type Adjustments = {
  /** Of a ramp or a season. */
  readonly share?: string;
  readonly proration?: {
    readonly period: DayRange;
    readonly active: ActiveDays;
    readonly by: Proration;
  };
};

/** The quota after all that changes it, exact until it is rounded once, at the end. */
export function adjustedQuota(
  quota: bigint,
  { share = '1', proration }: Adjustments,
  rounding: Rounding,
): bigint {
  const part = proration
    ? activePart(proration.period, proration.active, proration.by)
    : Rational.one;
  return Rational.of(quota).multiply(Rational.parse(share)).multiply(part).round(rounding);
}
