import { addDays, type Day, type DayRange, daysBetween, divide } from '@laurel/shared/core';
import type { Result } from './attainment.js';
import type { Fraction } from './fraction.js';

/** Calendar days of a period as seen on a day; today is one of the elapsed days. */
export type Elapsed = {
  readonly elapsedDays: number;
  readonly totalDays: number;
  readonly remainingDays: number;
};

/** How far a period has come on a day: nothing before it starts, all of it once it is over. */
export function elapse(period: DayRange, today: Day): Elapsed {
  const totalDays = daysBetween(period.from, period.to);
  const sinceStart = daysBetween(period.from, addDays(today, 1));
  const elapsedDays = Math.min(Math.max(sinceStart, 0), totalDays);
  return { elapsedDays, totalDays, remainingDays: totalDays - elapsedDays };
}

/** Early figures swing wildly: nothing is projected before a tenth of the period has passed. */
const tellsSomething = ({ elapsedDays, totalDays }: Elapsed): boolean =>
  elapsedDays > 0 && elapsedDays * 10 >= totalDays;

/** Attainment ÷ share of the period elapsed: 1 is on pace. Undefined without a target or too early. */
export function pace({ actual, target }: Result, elapsed: Elapsed): Fraction | undefined {
  if (target === undefined || target <= 0n || !tellsSomething(elapsed)) return undefined;
  return {
    numerator: actual * BigInt(elapsed.totalDays),
    denominator: target * BigInt(elapsed.elapsedDays),
  };
}

/** The period's result if the rest goes as the part so far, in minor units. Undefined when too early. */
export function projection(actual: bigint, elapsed: Elapsed): bigint | undefined {
  if (!tellsSomething(elapsed)) return undefined;
  return divide(actual * BigInt(elapsed.totalDays), BigInt(elapsed.elapsedDays), 'half-even');
}

/**
 * Minor units to bring in on each remaining day to reach the target: 0 once it is reached, undefined
 * without a target or when no day is left.
 */
export function neededPerDay(
  { actual, target }: Result,
  { remainingDays }: Elapsed,
): bigint | undefined {
  if (target === undefined) return undefined;
  if (actual >= target) return 0n;
  return remainingDays > 0
    ? divide(target - actual, BigInt(remainingDays), 'half-even')
    : undefined;
}
