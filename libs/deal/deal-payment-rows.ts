import type { EntityManager } from 'typeorm';
import { canonical, type PaidDeal, type PaymentContent } from './core/index.js';

/** A payment that was written because it was new or different; what it was before, null when new. */
export type WrittenPayment = PaymentContent & {
  readonly id: string;
  readonly version: number;
  readonly before: {
    readonly received_on: string;
    readonly amount: string;
    readonly currency: string;
  } | null;
};

/** Deals by the ids and external ids that payments name them by. */
export async function paidDeals(
  tx: EntityManager,
  names: readonly string[],
): Promise<Map<string, PaidDeal>> {
  const rows: (PaidDeal & { externalId: string })[] = await tx.query(
    `select id, currency, external_id as "externalId" from deal
     where removed_at is null and (external_id = any($1) or id = any($2))`,
    [names, names.filter((name) => uuid.test(name))],
  );
  return new Map([
    ...rows.map((deal) => [deal.id, deal] as const),
    ...rows.map((deal) => [deal.externalId, deal] as const),
  ]);
}

/** Writes the payments that are new or different. */
export async function upsertPayments(
  tx: EntityManager,
  payments: readonly PaymentContent[],
): Promise<WrittenPayment[]> {
  const given = canonical(payments.map(asRow));
  await tx.query(hold, [given]);
  return tx.query(upsert, [given]);
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const asRow = ({ dealId, externalId, receivedOn, amount, currency }: PaymentContent) => ({
  deal_id: dealId,
  external_id: externalId,
  received_on: receivedOn,
  amount,
  currency,
});

/** Nobody changes what is there between reading and writing it. */
const hold = `
  select from deal_payment
  join json_populate_recordset(null::deal_payment, $1) as given using (deal_id, external_id)
  order by deal_payment.id for update of deal_payment`;

const upsert = `
  with given as (select * from json_populate_recordset(null::deal_payment, $1)),
  earlier as (
    select deal_payment.* from deal_payment join given using (deal_id, external_id)),
  written as (
    insert into deal_payment (deal_id, external_id, received_on, amount, currency)
    select deal_id, external_id, received_on, amount, currency from given
    on conflict (organization_id, deal_id, external_id) do update
      set received_on = excluded.received_on, amount = excluded.amount, currency = excluded.currency,
        version = deal_payment.version + 1
      where (deal_payment.received_on, deal_payment.amount, deal_payment.currency)
        is distinct from (excluded.received_on, excluded.amount, excluded.currency)
    returning *)
  select written.id, written.deal_id as "dealId", written.external_id as "externalId",
    written.received_on as "receivedOn", written.amount, written.currency, written.version,
    case when earlier.id is not null then json_build_object('received_on', earlier.received_on,
      'amount', earlier.amount::text, 'currency', earlier.currency) end as before
  from written left join earlier on earlier.id = written.id`;
