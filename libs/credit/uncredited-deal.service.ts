import { Database, pageWindow, type PageInput } from '@laurel/shared';
import type { DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { UncreditedDealPage } from './uncredited-deal.js';

/** The work list of crediting: won deals that no rule catches, those credited to people whom nothing pays, and those that wait for a date. */
@Injectable()
export class UncreditedDeals {
  constructor(private readonly database: Database) {}

  /** Closed, or credited, within the days, or ever; what only waits for a date comes last, the latest first. */
  page(days: Partial<DayRange>, page?: PageInput | null): Promise<UncreditedDealPage> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => ({
      rows: await tx.query(
        `${open} select "dealId", "payeeId", reason, open from open
         order by open is not null, day desc, "dealId", "payeeId" limit $3 offset $4`,
        [...bounds(days), first, offset],
      ),
      total: await this.count(tx, days),
    }));
  }

  /** How many there are, for those who close a period. */
  async count(tx: EntityManager, days: Partial<DayRange>): Promise<number> {
    const [{ total }]: [{ total: number }] = await tx.query(
      `${open} select count(*)::int as total from open`,
      bounds(days),
    );
    return total;
  }
}

const bounds = ({ from, to }: Partial<DayRange>) => [from ?? '0001-01-01', to ?? '9999-12-31'];

const open = `
  with open as (
    select id as "dealId", null::uuid as "payeeId", 'uncaught' as reason, null::bigint as open, closed_on as day
    from deal
    where status = 'won' and removed_at is null and closed_on >= $1 and closed_on < $2
      and not exists (
        select from credit where deal_id = deal.id and not void and kind in ('direct', 'split'))
      and not exists (select from awaited_credit where deal_id = deal.id and kind in ('direct', 'split'))
    union all
    select deal_id, payee_id, case when left_on <= credited_on then 'left' else 'noPlan' end, null, credited_on
    from credit join member on member.id = payee_id
    where not void and kind <> 'rollUp' and credited_on >= $1 and credited_on < $2
      and (left_on <= credited_on or not exists (
        select from plan_assignment where member_id = payee_id
          and from_day <= credited_on and (to_day is null or credited_on < to_day)))
    union all
    select deal_id, payee_id, 'not' || initcap(awaits), awaited_credit.amount, closed_on
    from awaited_credit join deal on deal.id = deal_id
    where kind <> 'rollUp' and closed_on >= $1 and closed_on < $2)`;
