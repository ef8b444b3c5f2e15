import {
  type Calendar,
  type Day,
  type DayRange,
  kindOf,
  nextPeriod,
  periodOf,
  periodRange,
} from '@laurel/shared/core';
import type { BalanceMovement } from './balance-movement.entity.js';
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

/** Whole periods since the one the payee started in; null when that day is not known. */
export function tenureIn(name: string, hiredOn: Day | null, calendar: Calendar): number | null {
  if (hiredOn === null) return null;
  const first = periodOf(hiredOn, kindOf(name), calendar);
  return consecutive(first, name, (each) => periodRange(each, calendar)).length - 1;
}

/** What may be taken back for a cancelled deal, less what was taken back of it before. */
export function cancelledPay(
  { dealId, period, planVersionId, earned, ...cancellation }: CancelledFor,
  plans: ReadonlyMap<string, PlanDocument>,
  stands: readonly BalanceMovement[],
  rangeOf: Ranges,
): CancelledPay {
  const original = originalPeriod(period, plans.get(planVersionId), rangeOf);
  const before = stands
    .filter((each) => each.dealId === dealId && each.originalPeriod === period)
    .filter(({ kind }) => kind === 'owed' || kind === 'cancelled')
    .reduce((sum, { amount }) => sum + amount, 0n);
  const service = serviceOf(cancellation, original.settings.clawback);
  return { dealId, original, earned: earned + before, service };
}
