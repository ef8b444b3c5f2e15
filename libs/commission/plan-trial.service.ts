import { Database, ExchangeRates, Periods } from '@laurel/shared';
import { type DayRange, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Outcome, earnedBy, exchanged, outcomeOf, type PlanDocument } from './core/index.js';
import { creditsByPayee } from './payable-credit.js';
import { type PartitionFacts, Partitions, withCredits } from './partition.service.js';
import type { PlanTrial, PlanTrialRow } from './plan-trial.js';
import { planInvalid, unknownPlan, validPlan } from './plan.service.js';
import { Plan } from './plan.entity.js';

export type TrialDraft = { planId: string; document: unknown; period: string };

/** Payees whose credits are held at once. */
const chunkSize = 1_000;

/** What is known of a payee by the plan in force and by the plan that is tried. */
type Sides = { readonly current: PartitionFacts; readonly tried: PartitionFacts };

/** Tries plans on past periods: computes what payees would earn, and writes nothing. */
@Injectable()
export class PlanTrials {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly partitions: Partitions,
    private readonly rates: ExchangeRates,
  ) {}

  /** Both sides are computed from the credits and quotas there are now, so that they differ by the plan alone. */
  try({ planId, document, period }: TrialDraft): Promise<PlanTrial> {
    return this.database.transaction(async (tx) => {
      if (!(await tx.existsBy(Plan, { id: planId }))) throw unknownPlan();
      const range = await this.periods.range(tx, period);
      const plan = await validPlan(tx, document);
      const payees = await this.payees(tx, { planId, period, plan }, range);
      fitting(plan, period, [...payees.values()]);
      const rows: PlanTrialRow[] = [];
      const payeeIds = [...payees.keys()];
      for (let start = 0; start < payeeIds.length; start += chunkSize)
        rows.push(...(await this.rows(tx, payeeIds.slice(start, start + chunkSize), payees)));
      return {
        period,
        currency: plan.currency,
        current: rows.reduce((sum, { current }) => sum + current, 0n),
        tried: rows.reduce((sum, { tried }) => sum + tried, 0n),
        payees: rows,
      };
    });
  }

  /** Whom the plan pays in the period, by name. */
  private async payees(
    tx: EntityManager,
    { planId, period, plan }: { planId: string; period: string; plan: PlanDocument },
    { from, to }: DayRange,
  ): Promise<Map<string, Sides>> {
    const assigned: { id: string }[] = await tx.query(assignedIn, [planId, from, to]);
    const payeeIds = assigned.map(({ id }) => id);
    const versions: { id: string }[] = await tx.query(
      `select id from plan_version where plan_id = $1`,
      [planId],
    );
    const own = new Set(versions.map(({ id }) => id));
    const current = await this.partitions.facts(tx, payeeIds, period);
    const tried = await this.partitions.facts(tx, payeeIds, period, plan);
    return new Map(
      payeeIds.flatMap((id) => {
        const [now, then] = [current.get(id), tried.get(id)];
        return now && then && own.has(now.planVersionId)
          ? [[id, { current: now, tried: then }]]
          : [];
      }),
    );
  }

  private async rows(
    tx: EntityManager,
    payeeIds: readonly string[],
    payees: ReadonlyMap<string, Sides>,
  ): Promise<PlanTrialRow[]> {
    const sides = payeeIds.map((id) => payees.get(id)!);
    const read = joined(sides.flatMap(({ current, tried }) => [current.read, tried.read]));
    const credits = await creditsByPayee(tx, payeeIds, read);
    const { currency } = sides[0]!.tried.plan;
    const rates = await this.rates.between(tx, currency, await this.rates.currencies(tx), read);
    const outcome = (payeeId: string, known: PartitionFacts): Outcome => {
      const partition = withCredits(known, credits.get(payeeId) ?? []);
      return outcomeOf(exchanged(partition, rates, known.range.from));
    };
    return payeeIds.map((payeeId, i) => {
      const current = earnedBy(outcome(payeeId, sides[i]!.current).lines);
      const { lines, problems } = outcome(payeeId, sides[i]!.tried);
      const tried = earnedBy(lines);
      return { payeeId, current, tried, difference: tried - current, problems };
    });
  }
}

/** A plan can only be compared with one that pays the same people by the same periods and in the same currency. */
function fitting(plan: PlanDocument, period: string, payees: readonly Sides[]): void {
  const kind = kindOf(period);
  if (plan.period !== kind)
    throw planInvalid([
      { path: 'period', message: `Expected "${kind}", the kind of ${period}, to be tried on it.` },
    ]);
  const other = payees.find(({ current }) => current.plan.currency !== plan.currency);
  if (other)
    throw planInvalid([
      {
        path: 'currency',
        message: `Expected "${other.current.plan.currency}", in which the plan pays in ${period}.`,
      },
    ]);
}

const joined = (reads: readonly PartitionFacts['read'][]): PartitionFacts['read'] =>
  reads.reduce((all, { from, to, attributes }) => ({
    from: from < all.from ? from : all.from,
    to: to > all.to ? to : all.to,
    attributes: all.attributes || attributes,
  }));

const assignedIn = `
  select id from member
  where id in (
    select member_id from plan_assignment
    where plan_id = $1 and from_day < $3 and (to_day is null or to_day > $2))
  order by name, id`;
