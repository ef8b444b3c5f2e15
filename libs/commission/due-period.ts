import {
  byCodePoint,
  type Calendar,
  type Day,
  type DayRange,
  kindOf,
  nextPeriod,
  type PeriodKind,
  periodOf,
  periodRange,
} from '@laurel/shared/core';
import {
  type CancelledPay,
  type OriginalPeriod,
  type PlanDocument,
  serviceOf,
} from './core/index.js';
import type { CancelledFor } from './settlement-facts.js';

/** The days of a period, by its name. */
export type Ranges = (period: string) => DayRange;

/** A period with what its plan says; nothing without one. */
export const originalPeriod = (
  name: string,
  plan: PlanDocument | undefined,
  rangeOf: Ranges,
): OriginalPeriod => ({
  name,
  until: rangeOf(name).to,
  settings: plan ?? {},
  rounding: plan?.rounding ?? 'half-even',
});

/** From the first period to the last, both included; only the first where the last is before it. */
export function consecutive(first: string, last: string, rangeOf: Ranges): string[] {
  const names = [first];
  const end = rangeOf(last).from;
  for (let name = nextPeriod(first); rangeOf(name).from <= end; name = nextPeriod(name))
    names.push(name);
  return names;
}

/** By their first days; of two that start on one day the shorter comes first. */
export function inTime(a: string, b: string, rangeOf: Ranges): number {
  const [first, second] = [rangeOf(a), rangeOf(b)];
  return byCodePoint(first.from, second.from) || byCodePoint(first.to, second.to);
}

/** What is to be settled: from the earliest of some periods on, of these kinds, those that have begun by a day. */
export type SettledReach = {
  readonly periods: readonly string[];
  readonly kinds: readonly PeriodKind[];
  readonly until: Day;
};

/** The periods in the order in which they are settled; those that are asked for also where they are still to come. */
export function settledPeriods(
  { periods, kinds, until }: SettledReach,
  calendar: Calendar,
): string[] {
  const rangeOf: Ranges = (name) => periodRange(name, calendar);
  const [first] = periods.toSorted((a, b) => inTime(a, b, rangeOf));
  if (first === undefined) return [];
  const begun = kinds.flatMap((kind) =>
    consecutive(
      periodOf(rangeOf(first).from, kind, calendar),
      periodOf(until, kind, calendar),
      rangeOf,
    ).filter((name) => rangeOf(name).from <= until && inTime(name, first, rangeOf) >= 0),
  );
  return [...new Set([...begun, ...periods])].toSorted((a, b) => inTime(a, b, rangeOf));
}

/** Whole periods since the one the payee started in; null when that day is not known. */
export function tenureIn(name: string, hiredOn: Day | null, calendar: Calendar): number | null {
  if (hiredOn === null) return null;
  const first = periodOf(hiredOn, kindOf(name), calendar);
  return consecutive(first, name, (each) => periodRange(each, calendar)).length - 1;
}

/** What a payee was paid for a cancelled deal in one of their periods, and how long the deal lasted. */
export function cancelledPay(
  { dealId, period, planVersionId, earned, ...cancellation }: CancelledFor,
  plans: ReadonlyMap<string, PlanDocument>,
  rangeOf: Ranges,
): CancelledPay {
  const original = originalPeriod(period, plans.get(planVersionId), rangeOf);
  return { dealId, original, earned, service: serviceOf(cancellation, original.settings.clawback) };
}
