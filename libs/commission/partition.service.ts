import { Quotas } from '@laurel/goal';
import { ExchangeRates, Periods } from '@laurel/shared';
import { groupBy, kindOf, type DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  exchanged,
  foreignCurrencies,
  inForce,
  parsePlan,
  type AssignedVersion,
  type Partition,
  type PlanDocument,
} from './core/index.js';
import { payableCredits } from './payable-credit.js';

/** A partition and the version of the plan that pays it. */
export type LoadedPartition = Partition & { readonly planVersionId: string };

/** What decides the pay of a payee's period beside the credits. */
export type PartitionFacts = Omit<LoadedPartition, 'credits'> & { readonly range: DayRange };

/** Reads what decides the pay of one payee in one period, or of many. */
@Injectable()
export class Partitions {
  constructor(
    private readonly periods: Periods,
    private readonly quotas: Quotas,
    private readonly rates: ExchangeRates,
  ) {}

  /** Null when no plan pays the payee by periods of this kind. */
  async load(tx: EntityManager, payeeId: string, period: string): Promise<LoadedPartition | null> {
    const facts = (await this.facts(tx, [payeeId], period)).get(payeeId);
    if (!facts) return null;
    const partition = { ...facts, credits: await payableCredits(tx, payeeId, facts.range) };
    const foreign = foreignCurrencies(partition);
    const rates = await this.rates.between(tx, facts.plan.currency, foreign, facts.range);
    return exchanged(partition, rates, facts.range.from);
  }

  /** By payee; without those whom no plan pays by periods of this kind. */
  async facts(
    tx: EntityManager,
    payeeIds: readonly string[],
    period: string,
  ): Promise<Map<string, PartitionFacts>> {
    const range = await this.periods.range(tx, period);
    const assigned = groupBy(await assignedVersions(tx, payeeIds, range), ({ payeeId }) => payeeId);
    const versions = [...assigned.values()].flatMap((own) => inForce(own, range) ?? []);
    const plans = await plansOf(tx, versions);
    const quotas = await this.quotas.of(tx, period, [...assigned.keys()]);
    const facts = versions.map(({ payeeId, id, payeeCurrency }): [string, PartitionFacts] => {
      const amount = quotas.get(payeeId);
      const quota = amount === undefined ? null : { amount, currency: payeeCurrency };
      return [payeeId, { plan: plans.get(id)!, planVersionId: id, quota, range }];
    });
    return new Map(facts.filter(([, { plan }]) => plan.period === kindOf(period)));
  }
}

type VersionRow = AssignedVersion & { id: string; payeeId: string; payeeCurrency: string };

const assignedVersions = (
  tx: EntityManager,
  payeeIds: readonly string[],
  { from, to }: DayRange,
): Promise<VersionRow[]> =>
  tx.query(
    `select version.id, member_id as "payeeId", number, effective_from as "effectiveFrom",
       from_day as "assignedFrom", to_day as "assignedTo", member.currency as "payeeCurrency"
     from plan_assignment
     join plan_version version using (organization_id, plan_id)
     join member on member.id = member_id
     where member_id = any($1) and from_day < $3 and (to_day is null or to_day > $2) and effective_from < $3`,
    [payeeIds, from, to],
  );

async function plansOf(
  tx: EntityManager,
  versions: readonly { id: string }[],
): Promise<Map<string, PlanDocument>> {
  const rows: { id: string; document: unknown }[] = await tx.query(
    `select id, document from plan_version where id = any($1)`,
    [[...new Set(versions.map(({ id }) => id))]],
  );
  return new Map(rows.map(({ id, document }) => [id, parsePlan(document)]));
}
