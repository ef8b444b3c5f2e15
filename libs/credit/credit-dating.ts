import { ask } from '@laurel/shared';
import { groupBy } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import {
  type AwaitedCredit,
  type CreditableDeal,
  type DateOf,
  type DatedPlan,
  type DealCash,
  datesBy,
} from './core/index.js';

type Row = DatedPlan | { readonly payeeId: null };

/** By which date whom plans credit; null where no plan names another date than the close date. */
export async function datingPlans(tx: EntityManager): Promise<DateOf | null> {
  const rows = await ask<Row>(tx, dating);
  if (!rows.length) return null;
  const assigned = rows.filter((row): row is DatedPlan => row.payeeId !== null);
  return datesBy(groupBy(assigned, ({ payeeId }) => payeeId));
}

/** The deals with the cash that came in for them. */
export async function withPayments(
  tx: EntityManager,
  deals: readonly CreditableDeal[],
): Promise<CreditableDeal[]> {
  const rows = await ask<DealCash & { dealId: string }>(
    tx,
    `select deal_id as "dealId", received_on as day, amount from deal_payment where deal_id = any($1)`,
    [deals.map(({ id }) => id)],
  );
  const payments = groupBy(rows, ({ dealId }) => dealId);
  return deals.map((deal) => ({ ...deal, payments: payments.get(deal.id) ?? [] }));
}

/** Makes what these deals are still waiting for what is said here. */
export async function keepAwaited(
  tx: EntityManager,
  dealIds: readonly string[],
  awaited: readonly AwaitedCredit[],
): Promise<void> {
  await tx.query(`delete from awaited_credit where deal_id = any($1)`, [dealIds]);
  if (!awaited.length) return;
  await tx.query(
    `insert into awaited_credit (deal_id, payee_id, kind, awaits, amount, currency)
     select * from jsonb_to_recordset($1) as due
       ("dealId" uuid, "payeeId" uuid, kind text, awaits text, amount bigint, currency text)`,
    [JSON.stringify(awaited.map((each) => ({ ...each, amount: String(each.amount) })))],
  );
}

/** Is there a plan, and which ones, that any of their versions lets credit by another date than the close date? */
const datingPlanIds = `select distinct plan_id from plan_version where document ->> 'creditDate' <> 'closed'`;

/** All versions of such plans, each with those who were ever assigned to it; none is a row of its own. */
const dating = `
  select member_id as "payeeId", from_day as "assignedFrom", to_day as "assignedTo",
    effective_from as "effectiveFrom", number, coalesce(document ->> 'creditDate', 'closed') as "creditDate"
  from (${datingPlanIds}) dating
  join plan_version using (plan_id)
  left join plan_assignment using (organization_id, plan_id)`;

/** Won deals that were closed since a day, if plans name another date than the close date at all. */
export const datedSince = async (tx: EntityManager, from: string): Promise<string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select id from deal
     where status = 'won' and removed_at is null and closed_on >= $1 and exists (${datingPlanIds}) order by id`,
    [from],
  );
  return rows.map(({ id }) => id);
};
