import type { Day, PeriodKind, PeriodStatus } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { BalanceMovement } from './balance-movement.entity.js';
import type { DealFacts } from './core/index.js';

/** What was earned for a deal in a period; without a deal, all that follows from none. */
export type EarnedFor = { period: string; dealId: string | null; amount: bigint };

/** Earnings of a payee in these periods, a sum for each deal. */
export const earnedFor = (
  tx: EntityManager,
  payeeId: string,
  periods: readonly string[],
): Promise<EarnedFor[]> =>
  tx.query(
    `select period, deal_id as "dealId", sum(line.amount)::bigint as amount
     from earning_line line left join deal on deal.id = deal_id
     where payee_id = $1 and period = any($2)
     group by period, deal_id, external_id order by period, external_id`,
    [payeeId, periods],
  );

/**
 * What happened to deals after they were sold. Cash is in the deal's currency, as its amount is; attributes that hold a
 * day are milestones.
 */
export async function dealFacts(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, DealFacts>> {
  const rows: (Omit<DealFacts, 'payments'> & { id: string; paidOn: Day[]; paid: bigint[] })[] =
    await tx.query(
      `select id, amount, coalesce((select jsonb_object_agg(key, value) from jsonb_each_text(attributes)
           where value ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'), '{}') as milestones,
         array(select received_on::text from deal_payment payment where payment.deal_id = deal.id order by payment.id) as "paidOn",
         array(select payment.amount from deal_payment payment where payment.deal_id = deal.id order by payment.id) as paid
       from deal where id = any($1)`,
      [ids],
    );
  return new Map(
    rows.map(({ id, paidOn, paid, ...facts }) => [
      id,
      { ...facts, payments: paid.map((amount, i) => ({ on: paidOn[i]!, amount: BigInt(amount) })) },
    ]),
  );
}

/** A deal that was cancelled on a day, and what a payee earned for it in one of their periods. */
export type CancelledFor = {
  dealId: string;
  cancelledOn: Day;
  closedOn: Day;
  monthsServed: number | null;
  period: string;
  planVersionId: string;
  earned: bigint;
};

/** Deals of a payee that are cancelled, each with the periods they were paid in. */
export const cancelledFor = (tx: EntityManager, payeeId: string): Promise<CancelledFor[]> =>
  tx.query(
    `with gone as materialized (
       select id, external_id, cancelled_on, closed_on, months_served from deal
       where cancelled_on is not null and removed_at is null
         and id in (select deal_id from credit_entry where payee_id = $1))
     select deal_id as "dealId", cancelled_on as "cancelledOn", closed_on as "closedOn",
       months_served as "monthsServed", period, sum(line.amount)::bigint as earned,
       (array_agg(plan_version_id order by (kind = 'correction'), position))[1] as "planVersionId"
     from gone join earning_line line on line.deal_id = gone.id
     where payee_id = $1
     group by deal_id, external_id, cancelled_on, closed_on, months_served, period
     order by external_id, period`,
    [payeeId],
  );

/** Everything that was posted to a payee's balances. */
export const postedTo = (tx: EntityManager, payeeId: string): Promise<BalanceMovement[]> =>
  tx.find(BalanceMovement, { where: { payeeId }, order: { position: 'ASC' } });

/** Those of the periods that take no changes, by whether they may be opened again. */
export async function shutAmong(
  tx: EntityManager,
  periods: readonly string[],
): Promise<Map<string, PeriodStatus>> {
  const rows: { name: string; status: PeriodStatus }[] = await tx.query(
    `select name, status from period where name = any($1) and status <> 'open'`,
    [periods],
  );
  return new Map(rows.map(({ name, status }) => [name, status]));
}

/** The kinds of period in which a payee earned anything. */
export async function earnedKinds(tx: EntityManager, payeeId: string): Promise<PeriodKind[]> {
  const rows: { kind: PeriodKind }[] = await tx.query(
    `select distinct kind from earning join period on period.name = period where payee_id = $1`,
    [payeeId],
  );
  return rows.map(({ kind }) => kind);
}

/** Until when there is something to settle: today, or the last day on which a period with earnings starts. */
export async function settledUntil(tx: EntityManager, payeeId: string): Promise<Day> {
  const [row]: [{ day: Day }] = await tx.query(
    `select greatest(today(), (select max(from_day) from earning join period on period.name = period
       where payee_id = $1)) as day`,
    [payeeId],
  );
  return row.day;
}

/** Since when a payee works, and in which currency they are paid. */
export async function payeeOf(
  tx: EntityManager,
  id: string,
): Promise<{ hiredOn: Day | null; currency: string }> {
  const [row]: [{ hiredOn: Day | null; currency: string }] = await tx.query(
    `select hired_on as "hiredOn", currency from member where id = $1`,
    [id],
  );
  return row;
}
