import { Quotas } from '@laurel/goal';
import { ExchangeRates, Periods } from '@laurel/shared';
import { kindOf, type DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  exchanged,
  foreignCurrencies,
  inForce,
  parsePlan,
  type AssignedVersion,
  type Partition,
  type PayableCredit,
} from './core/index.js';

/** A partition and the version of the plan that pays it. */
export type LoadedPartition = Partition & { readonly planVersionId: string };

/** Reads what decides the pay of one payee in one period. */
@Injectable()
export class Partitions {
  constructor(
    private readonly periods: Periods,
    private readonly quotas: Quotas,
    private readonly rates: ExchangeRates,
  ) {}

  /** Null when no plan pays the payee by periods of this kind. */
  async load(tx: EntityManager, payeeId: string, period: string): Promise<LoadedPartition | null> {
    const range = await this.periods.range(tx, period);
    const version = inForce(await assignedVersions(tx, payeeId, range), range);
    if (!version) return null;
    const plan = parsePlan(version.document);
    if (plan.period !== kindOf(period)) return null;
    const amount = (await this.quotas.of(tx, period, [payeeId])).get(payeeId);
    const partition = {
      plan,
      planVersionId: version.id,
      quota: amount === undefined ? null : { amount, currency: version.payeeCurrency },
      credits: await payableCredits(tx, payeeId, range),
    };
    const foreign = foreignCurrencies(partition);
    const rates = await this.rates.between(tx, plan.currency, foreign, range);
    return exchanged(partition, rates, range.from);
  }
}

type VersionRow = AssignedVersion & { id: string; document: unknown; payeeCurrency: string };

const assignedVersions = (
  tx: EntityManager,
  payeeId: string,
  { from, to }: DayRange,
): Promise<VersionRow[]> =>
  tx.query(
    `select version.id, number, document, effective_from as "effectiveFrom", from_day as "assignedFrom",
       to_day as "assignedTo", member.currency as "payeeCurrency"
     from plan_assignment
     join plan_version version using (organization_id, plan_id)
     join member on member.id = member_id
     where member_id = $1 and from_day < $3 and (to_day is null or to_day > $2) and effective_from < $3`,
    [payeeId, from, to],
  );

const payableCredits = (
  tx: EntityManager,
  payeeId: string,
  { from, to }: DayRange,
): Promise<PayableCredit[]> =>
  tx.query(
    `select credit.id, deal_id as "dealId", external_id as "externalId", product.name as product, kind, level,
       credit.amount, credit.currency, credited_on as "creditedOn"
     from credit
     join deal on (deal.organization_id, deal.id) = (credit.organization_id, deal_id)
     left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)
     where payee_id = $1 and credited_on >= $2 and credited_on < $3 and not void`,
    [payeeId, from, to],
  );
