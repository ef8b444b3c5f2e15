import { splitsOfDeal } from '@laurel/deal';
import { ask } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import type { CreditableDeal } from './core/index.js';

const facts = `
  select deal.id, owner_id as "ownerId", amount, deal.currency, status, closed_on as "closedOn",
    booked_on as "bookedOn", invoiced_on as "invoicedOn",
    removed_at is not null as removed, ${splitsOfDeal} as splits, product.name as product, product.series,
    coalesce(deal.region, account.region) as region, account.sector as segment, account.name as account
  from deal
  left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)
  left join account on (account.organization_id, account.id) = (deal.organization_id, account_id)`;

/** Deals with all that crediting asks about them. */
export const creditableDeals = (
  tx: EntityManager,
  ids: readonly string[],
): Promise<CreditableDeal[]> => ask(tx, `${facts} where deal.id = any($1)`, [ids]);

/** Won deals closed since a day, a page at a time in the order of their ids, after the one given. */
export const wonSince = (
  tx: EntityManager,
  day: string,
  after: string | null,
  limit: number,
): Promise<CreditableDeal[]> =>
  tx.query(
    `${facts} where status = 'won' and removed_at is null and closed_on >= $1
       and ($2::uuid is null or deal.id > $2)
     order by deal.id limit $3`,
    [day, after, limit],
  );
