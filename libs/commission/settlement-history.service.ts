import { Periods } from '@laurel/shared';
import { type Calendar, groupBy, kindOf, periodRange, periodsLater } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BalanceMovement } from './balance-movement.entity.js';
import {
  type DuePeriod,
  type HistoryPeriod,
  inForce,
  type PlanDocument,
  type PlannedMovement,
  type SettlementPast,
} from './core/index.js';
import {
  cancelledPay,
  inTime,
  originalPeriod,
  type Ranges,
  settledPeriods,
  tenureIn,
} from './due-period.js';
import { assignedVersions } from './assigned-version.js';
import { plansOf } from './plan-document.js';
import {
  type CancelledFor,
  cancelledFor,
  dealFacts,
  earnedFor,
  earnedKinds,
  payeeOf,
  postedTo,
  settledUntil,
  shutAmong,
} from './settlement-facts.js';

const always = { from: '0001-01-01', to: '9999-12-31' };

/** What of a payee is read once for all periods that are due. */
type Payee = { payeeId: string; names: readonly string[] };

/** What is to be settled: the open periods of a payee, and what was posted to all of them before. */
export type SettlementWork = {
  past: SettlementPast;
  posted: BalanceMovement[];
  open: string[];
  closed: string[];
};

/** Reads what decides the balances of a payee. */
@Injectable()
export class SettlementHistory {
  constructor(private readonly periods: Periods) {}

  /**
   * All that was posted to the payee, with the periods from the earliest of these to today's due as far as they are
   * open: of every kind in which the payee earns or owes, since a draw or a claw-back is carried from one to another.
   * Closed ones stand as they are, too, until they are opened again.
   */
  async load(
    tx: EntityManager,
    payeeId: string,
    periods: readonly string[],
  ): Promise<SettlementWork> {
    const calendar = await this.periods.calendar(tx);
    const rangeOf: Ranges = (name) => periodRange(name, calendar);
    const posted = await postedTo(tx, payeeId);
    const kinds = new Set([
      ...[...periods, ...posted.map(({ period }) => period)].map(kindOf),
      ...(await earnedKinds(tx, payeeId)),
    ]);
    const reach = { periods, kinds: [...kinds], until: await settledUntil(tx, payeeId) };
    const names = settledPeriods(reach, calendar);
    const shut = await shutAmong(tx, names);
    const open = names.filter((name) => !shut.has(name));
    const stands = posted.filter((each) => !open.includes(each.period));
    const due = await dueOf(tx, { payeeId, names: open }, calendar);
    const plans = await plansFor(tx, stands);
    const past = {
      history: inOrder(stands, due, rangeOf),
      facts: { deals: await dealFacts(tx, dealsOf(stands, due)) },
      originalOf: ({ originalPeriod: name, planVersionId }: PlannedMovement) =>
        originalPeriod(name, plans.get(planVersionId ?? ''), rangeOf),
    };
    return { past, posted, open, closed: names.filter((name) => shut.get(name) === 'closed') };
  }
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
  { payeeId, names }: Payee,
  calendar: Calendar,
): Promise<DuePeriod[]> {
  if (!names.length) return [];
  const rangeOf: Ranges = (name) => periodRange(name, calendar);
  const versions = await assignedVersions(tx, [payeeId], always);
  const plans = await plansOf(tx, versions);
  const { hiredOn, currency } = await payeeOf(tx, payeeId);
  const earned = groupBy(await earnedFor(tx, payeeId, names), (each) => each.period);
  const cancelled = await cancelledFor(tx, payeeId);
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
        .filter((each) => countsBy(each, name, rangeOf))
        .map((each) => cancelledPay(each, cancelledPlans, rangeOf)),
    };
  });
}

/** Was the deal cancelled by the end of the period, and was it paid by then, in a period of the same kind? */
const countsBy = ({ cancelledOn, period }: CancelledFor, name: string, rangeOf: Ranges): boolean =>
  cancelledOn < rangeOf(name).to && (periodsLater(period, name) ?? -1) >= 0;

/** Periods that stand and periods that are due, by their days. */
function inOrder(
  stands: readonly BalanceMovement[],
  due: readonly DuePeriod[],
  rangeOf: Ranges,
): HistoryPeriod[] {
  const standing = [...groupBy(stands, ({ period }) => period)].map(([name, all]) => ({
    name,
    period: { stands: all },
  }));
  const settling = due.map((each) => ({ name: each.name, period: { due: each } }));
  return [...standing, ...settling]
    .toSorted((a, b) => inTime(a.name, b.name, rangeOf))
    .map(({ period }) => period);
}

const dealsOf = (stands: readonly BalanceMovement[], due: readonly DuePeriod[]): string[] => [
  ...new Set(
    [...stands, ...due.flatMap(({ earned }) => earned)].flatMap(({ dealId }) => dealId ?? []),
  ),
];
