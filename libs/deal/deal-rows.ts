import type { EntityManager } from 'typeorm';
import { canonical, type DealContent, type DealSplit } from './core/index.js';

import { splitsOfDeal } from './split-rows.js';

/** A row of the table as the driver gives it. */
export type DealRow = {
  id: string;
  external_id: string;
  name: string;
  account_id: string | null;
  product_id: string | null;
  owner_id: string;
  amount: bigint;
  currency: string;
  status: DealContent['status'];
  stage: string;
  created_on: string | null;
  closed_on: string | null;
  booked_on: string | null;
  invoiced_on: string | null;
  contract_months: number | null;
  cancelled_on: string | null;
  cancel_reason: string | null;
  months_served: number | null;
  region: string | null;
  attributes: Record<string, unknown>;
  version: number;
  removed_at: Date | null;
  splits: DealSplit[];
};

/** Columns that hold what a deal says. */
export const contentColumns = [
  'external_id',
  'name',
  'account_id',
  'product_id',
  'owner_id',
  'amount',
  'currency',
  'status',
  'stage',
  'created_on',
  'closed_on',
  'booked_on',
  'invoiced_on',
  'contract_months',
  'cancelled_on',
  'cancel_reason',
  'months_served',
  'region',
  'attributes',
] as const;
const columns = contentColumns.join(', ');

export const contentOf = (row: DealRow): DealContent => ({
  externalId: row.external_id,
  name: row.name,
  accountId: row.account_id,
  productId: row.product_id,
  ownerId: row.owner_id,
  amount: row.amount,
  currency: row.currency,
  status: row.status,
  stage: row.stage,
  createdOn: row.created_on,
  closedOn: row.closed_on,
  bookedOn: row.booked_on,
  invoicedOn: row.invoiced_on,
  contractMonths: row.contract_months,
  cancelledOn: row.cancelled_on,
  cancelReason: row.cancel_reason,
  monthsServed: row.months_served,
  region: row.region,
  attributes: row.attributes,
  splits: row.splits,
});

/** Deals with these external ids, removed ones too, locked in one order so that writers wait instead of failing. */
export async function holdDeals(
  tx: EntityManager,
  externalIds: readonly string[],
): Promise<Map<string, DealRow>> {
  const rows: DealRow[] = await tx.query(
    `select id, ${columns}, version, removed_at, ${splitsOfDeal} as splits from deal
     where external_id = any($1) order by external_id for update`,
    [externalIds],
  );
  return new Map(rows.map((row) => [row.external_id, row]));
}

/** Ids of the new deals by external id; those that somebody else added meanwhile are missing. */
export async function insertDeals(
  tx: EntityManager,
  deals: readonly DealContent[],
): Promise<Map<string, string>> {
  if (!deals.length) return new Map();
  const rows: { id: string; external_id: string }[] = await tx.query(
    `insert into deal (${columns}) select ${columns} from json_populate_recordset(null::deal, $1)
     on conflict (organization_id, external_id) do nothing returning id, external_id`,
    [canonical(deals.map(asRow))],
  );
  return new Map(rows.map(({ id, external_id }) => [external_id, id]));
}

/** Writes the content of known deals; a removed one comes back. */
export async function updateDeals(
  tx: EntityManager,
  deals: readonly { id: string; content: DealContent }[],
): Promise<void> {
  if (!deals.length) return;
  const assignments = contentColumns.map((column) => `${column} = given.${column}`).join(', ');
  await tx.query(
    `update deal set ${assignments}, removed_at = null, version = deal.version + 1, updated_at = now()
     from json_populate_recordset(null::deal, $1) as given where deal.id = given.id`,
    [canonical(deals.map(({ id, content }) => ({ id, ...asRow(content) })))],
  );
}

/** What a deal says, by the names of its columns. */
export const asRow = (deal: DealContent) => ({
  external_id: deal.externalId,
  name: deal.name,
  account_id: deal.accountId,
  product_id: deal.productId,
  owner_id: deal.ownerId,
  amount: deal.amount,
  currency: deal.currency,
  status: deal.status,
  stage: deal.stage,
  created_on: deal.createdOn,
  closed_on: deal.closedOn,
  booked_on: deal.bookedOn,
  invoiced_on: deal.invoicedOn,
  contract_months: deal.contractMonths,
  cancelled_on: deal.cancelledOn,
  cancel_reason: deal.cancelReason,
  months_served: deal.monthsServed,
  region: deal.region,
  attributes: deal.attributes,
});
