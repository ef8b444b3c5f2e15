import {
  Database,
  Problem,
  pageWindow,
  visibleMemberIds,
  type Page,
  type PageInput,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Deal, type DealFacets } from './deal.entity.js';
import type { DealFilter, DealSort } from './deal.input.js';
import { Product } from './product.entity.js';

const sortFields = ['closedOn', 'createdOn', 'amount', 'name', 'externalId', 'status', 'stage'];

/** What one filter adds to a query, when it is set. */
const conditions: Readonly<Record<keyof DealFilter, string>> = {
  search: `(deal.name ilike :search or deal.external_id ilike :search or account.name ilike :search)`,
  status: `deal.status = any(:status)`,
  ownerId: `deal.owner_id::text = :ownerId`,
  teamId: `exists (
    select from membership
    where membership.member_id = deal.owner_id
      and membership.from_day <= coalesce(deal.closed_on, today())
      and (membership.to_day is null or membership.to_day > coalesce(deal.closed_on, today()))
      and membership.team_id = any(array(
        with recursive below as (
          select id from team where id::text = :teamId
          union select team.id from team join below on team.parent_id = below.id)
        select id from below)))`,
  productId: `deal.product_id::text = :productId`,
  stage: `deal.stage = :stage`,
  region: `deal.region = :region`,
  closedFrom: `deal.closed_on >= :closedFrom`,
  closedTo: `deal.closed_on < :closedTo`,
  importId: `deal.id in (select row_id from import_change where import_id::text = :importId)`,
};

/** The deals somebody may see: searched, filtered, sorted and cut into pages by the database. */
@Injectable()
export class DealList {
  constructor(private readonly database: Database) {}

  page(
    filter?: DealFilter | null,
    sort?: DealSort | null,
    page?: PageInput | null,
  ): Promise<Page<Deal>> {
    const { first, offset } = pageWindow(page);
    const { field, direction } = sort ?? { field: 'closedOn', direction: 'desc' };
    if (!sortFields.includes(field))
      throw new Problem('BAD_VALUE', `Deals can be sorted by ${sortFields.join(', ')}.`, {
        field: 'sort',
      });
    return this.database.transaction(async (tx) => {
      const query = filtered(visible(tx), filter ?? {});
      const counted = query.clone().select('count(*)::int', 'total').getRawOne<{ total: number }>();
      const total = (await counted)?.total ?? 0;
      const rows = await query
        .addSelect('account')
        .leftJoinAndSelect('deal.product', 'product')
        .orderBy(`deal.${field}`, direction === 'asc' ? 'ASC' : 'DESC', 'NULLS LAST')
        .addOrderBy('deal.id')
        .limit(first)
        .offset(offset)
        .getMany();
      return { rows, total };
    });
  }

  /** Null when there is none, or none that the reader may see. */
  find(id: string): Promise<Deal | null> {
    return this.database.transaction((tx) =>
      visible(tx)
        .addSelect('account')
        .leftJoinAndSelect('deal.product', 'product')
        .andWhere('deal.id::text = :id', { id })
        .getOne(),
    );
  }

  facets(): Promise<DealFacets> {
    return this.database.transaction(async (tx) => {
      const distinct = async (column: 'stage' | 'region') => {
        const rows = await visible(tx)
          .select(`distinct deal.${column}`, 'value')
          .andWhere(`deal.${column} is not null`)
          .orderBy('value')
          .getRawMany<{ value: string }>();
        return rows.map(({ value }) => value);
      };
      return {
        stages: await distinct('stage'),
        regions: await distinct('region'),
        products: await products(tx),
      };
    });
  }

  products(): Promise<Product[]> {
    return this.database.transaction(products);
  }
}

const products = (tx: EntityManager): Promise<Product[]> =>
  tx.find(Product, { order: { name: 'ASC', id: 'ASC' } });

function visible(tx: EntityManager): SelectQueryBuilder<Deal> {
  const ids = visibleMemberIds('Query.deals');
  const query = tx
    .createQueryBuilder(Deal, 'deal')
    .leftJoin('deal.account', 'account')
    .where('deal.removed_at is null');
  return ids === 'all' ? query : query.andWhere('deal.owner_id = any(:ids)', { ids });
}

function filtered(query: SelectQueryBuilder<Deal>, filter: DealFilter): SelectQueryBuilder<Deal> {
  for (const [name, value] of Object.entries({ ...filter, search: searchPattern(filter.search) }))
    if (value !== null && value !== undefined)
      query.andWhere(conditions[name as keyof DealFilter], { [name]: value });
  return query;
}

/** Percent signs and underscores are letters like any other. */
const searchPattern = (search?: string | null): string | undefined =>
  search?.trim() ? `%${search.trim().replace(/[\\%_]/g, String.raw`\$&`)}%` : undefined;
