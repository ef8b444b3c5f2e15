import { Periods } from '@laurel/shared';
import {
  type Calendar,
  contains,
  type DayRange,
  groupBy,
  kindOf,
  periodOf,
  periodRange,
} from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BalanceMovement } from './balance-movement.entity.js';
import {
  type DuePeriod,
  type HistoryPeriod,
  inForce,
  type PlanDocument,
  type SettlementPast,
} from './core/index.js';
import { cancelledPay, consecutive, originalPeriod, type Ranges, tenureIn } from './due-period.js';
import { assignedVersions, plansOf } from './partition.service.js';
import {
  cancelledFor,
  dealFacts,
  earnedFor,
  payeeOf,
  postedTo,
  settledUntil,
  shutAmong,
} from './settlement-facts.js';

const always = { from: '0001-01-01', to: '9999-12-31' };

/** What of a payee is read once for all periods that are due. */
type Payee = { payeeId: string; names: readonly string[]; stands: readonly BalanceMovement[] };

/** Reads what decides the balances of a payee. */
@Injectable()
export class SettlementHistory {
  constructor(private readonly periods: Periods) {}

  /** All that was posted to the payee, with the periods from this one to today's due as far as they are open. */
  async load(tx: EntityManager, payeeId: string, period: string): Promise<SettlementPast> {
    const calendar = await this.periods.calendar(tx);
    const rangeOf: Ranges = (name) => periodRange(name, calendar);
    const last = periodOf(await settledUntil(tx, payeeId), kindOf(period), calendar);
    const open = await openFrom(tx, consecutive(period, last, rangeOf));
    const posted = await postedTo(tx, payeeId);
    const stands = posted.filter((each) => !open.includes(each.period));
    const due = await dueOf(tx, { payeeId, names: open, stands }, calendar);
    const plans = await plansFor(tx, stands);
    return {
      history: inOrder(stands, due, rangeOf),
      facts: {
        deals: await dealFacts(tx, dealsOf(stands, due)),
        periods: consecutive(firstOf(stands, period, rangeOf), last, rangeOf),
      },
      originalOf: ({ originalPeriod: name, planVersionId }) =>
        originalPeriod(name, plans.get(planVersionId ?? ''), rangeOf),
    };
  }
}

async function openFrom(tx: EntityManager, names: readonly string[]): Promise<string[]> {
  const shut = await shutAmong(tx, names);
  return names.filter((name) => !shut.has(name));
}

/** The plans that paid when movements were posted, by the id of the version. */
const plansFor = (
  tx: EntityManager,
  movements: readonly { planVersionId: string | null }[],
): Promise<Map<string, PlanDocument>> =>
  plansOf(
    tx,
    movements.flatMap(({ planVersionId: id }) => (id === null ? [] : { id })),
  );

async function dueOf(
  tx: EntityManager,
  { payeeId, names, stands }: Payee,
  calendar: Calendar,
): Promise<DuePeriod[]> {
  if (!names.length) return [];
  const rangeOf: Ranges = (name) => periodRange(name, calendar);
  const versions = await assignedVersions(tx, [payeeId], always);
  const plans = await plansOf(tx, versions);
  const { hiredOn, currency } = await payeeOf(tx, payeeId);
  const earned = groupBy(await earnedFor(tx, payeeId, names), (each) => each.period);
  const cancelled = await cancelledFor(tx, payeeId, rangeOf(names[0]!).from);
  const cancelledPlans = await plansFor(tx, cancelled);
  return names.map((name) => {
    const range = rangeOf(name);
    const version = inForce(versions, range);
    const paying = plans.get(version?.id ?? '');
    const plan = paying?.period === kindOf(name) ? paying : undefined;
    return {
      ...originalPeriod(name, plan, rangeOf),
      currency: plan?.currency ?? currency,
      planVersionId: (plan && version?.id) ?? null,
      tenure: tenureIn(name, hiredOn, calendar),
      earned: earned.get(name) ?? [],
      cancelled: cancelled
        .filter(({ cancelledOn }) => contains(range, cancelledOn))
        .map((each) => cancelledPay(each, cancelledPlans, stands, rangeOf)),
    };
  });
}

/** Periods that stand and periods that are due, by their days. */
function inOrder(
  stands: readonly BalanceMovement[],
  due: readonly DuePeriod[],
  rangeOf: (name: string) => DayRange,
): HistoryPeriod[] {
  const standing = [...groupBy(stands, ({ period }) => period)].map(([name, all]) => ({
    name,
    period: { stands: all },
  }));
  const settling = due.map((each) => ({ name: each.name, period: { due: each } }));
  return [...standing, ...settling]
    .toSorted((a, b) => (rangeOf(a.name).from < rangeOf(b.name).from ? -1 : 1))
    .map(({ period }) => period);
}

/** The earliest period of this kind in which was earned what may still be paid. */
const firstOf = (stands: readonly BalanceMovement[], period: string, rangeOf: Ranges): string =>
  [period, ...stands.map(({ originalPeriod: name }) => name)]
    .filter((name) => kindOf(name) === kindOf(period))
    .toSorted((a, b) => (rangeOf(a).from < rangeOf(b).from ? -1 : 1))[0]!;

const dealsOf = (stands: readonly BalanceMovement[], due: readonly DuePeriod[]): string[] => [
  ...new Set(
    [...stands, ...due.flatMap(({ earned }) => earned)].flatMap(({ dealId }) => dealId ?? []),
  ),
];
