import type { EntityManager } from 'typeorm';
import type { DealContent } from './core/index.js';

/** SQL for a deal's shares in stated order, as the core knows them. */
export const splitsOfDeal = `(
  select coalesce(json_agg(json_build_object('payeeId', payee_id, 'share', share::text, 'kind', kind)
    order by position), '[]')
  from deal_split where (deal_split.organization_id, deal_id) = (deal.organization_id, deal.id))`;

/** Puts new shares in the place of those that the deals had. */
export async function writeSplits(
  tx: EntityManager,
  deals: readonly { id: string; content: Pick<DealContent, 'splits'> }[],
): Promise<void> {
  if (!deals.length) return;
  await tx.query(`delete from deal_split where deal_id = any($1)`, [deals.map(({ id }) => id)]);
  const rows = deals.flatMap(({ id, content }) =>
    content.splits.map((split, position) => ({ dealId: id, position, ...split })),
  );
  await tx.query(
    `insert into deal_split (deal_id, position, payee_id, share, kind)
     select "dealId", position, "payeeId", share, kind from json_to_recordset($1)
       as given ("dealId" uuid, position smallint, "payeeId" uuid, share numeric, kind text)`,
    [JSON.stringify(rows)],
  );
}

/** Gives the deals that an import changed the shares that they had before. */
export async function restoreSplits(tx: EntityManager, importId: string): Promise<void> {
  await tx.query(
    `delete from deal_split using import_change
     where import_id = $1 and row_id = deal_id and before is not null`,
    [importId],
  );
  await tx.query(
    `insert into deal_split (deal_id, position, payee_id, share, kind)
     select row_id, place - 1, (split ->> 'payeeId')::uuid, (split ->> 'share')::numeric, split ->> 'kind'
     from import_change, jsonb_array_elements(before -> 'splits') with ordinality as given (split, place)
     where import_id = $1`,
    [importId],
  );
}
