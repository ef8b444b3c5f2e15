import { countedCredits } from '@laurel/credit';
import { Quotas } from '@laurel/goal';
import { ask, Periods } from '@laurel/shared';
import { type Day, groupBy, periodRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tally } from './core/index.js';

/** What everybody who can be ranked has brought in: now, and before today. */
export type Tallies = { now: Tally[]; atDayStart: Tally[]; currency: string };

type Row = Record<'credited' | 'creditedToQuota' | 'deals', bigint> &
  Record<'creditedBefore' | 'creditedToQuotaBefore' | 'dealsBefore', bigint> & {
    period: string;
    memberId: string;
    currency: string;
  };

/** Adds up the credits of periods, in one statement for all members. */
@Injectable()
export class TallyService {
  constructor(
    private readonly periods: Periods,
    private readonly quotas: Quotas,
  ) {}

  /** By period: everybody with a direct credit in it, and every rep who was here during it; or those of some members. */
  async of(
    tx: EntityManager,
    periods: readonly string[],
    today: Day,
    memberIds?: readonly string[],
  ): Promise<Map<string, Tallies>> {
    const calendar = await this.periods.calendar(tx);
    const ranges = periods.map((period) => periodRange(period, calendar));
    const cut = [periods, ranges.map(({ from }) => from), ranges.map(({ to }) => to), today];
    const [rows, ...given] = await Promise.all([
      memberIds
        ? ask<Row>(tx, talliesOfMembers, [...cut, memberIds])
        : (tx.query(talliesOfAll, cut) as Promise<Row[]>),
      ...periods.map((period) => this.quotas.of(tx, period, memberIds)),
    ]);
    const byPeriod = groupBy(rows, ({ period }) => period);
    const tallies = new Map<string, Tallies>();
    for (const [i, period] of periods.entries()) {
      const own = byPeriod.get(period) ?? [];
      const quotas = given[i]!;
      const now = own.map((row) => ({ ...row, quota: quotas.get(row.memberId) }));
      const isOver = ranges[i]!.to <= today;
      const atDayStart = isOver ? now : now.map(beforeToday);
      tallies.set(period, { now, atDayStart, currency: own[0]?.currency ?? '' });
    }
    return tallies;
  }
}

const beforeToday = (row: Row & Tally): Tally => ({
  memberId: row.memberId,
  quota: row.quota,
  credited: row.creditedBefore,
  creditedToQuota: row.creditedToQuotaBefore,
  deals: row.dealsBefore,
});

/** Which credits are looked through, and which members are counted. */
const talliesOf = (credits: string, isCounted: string) => `
  with cut as materialized (
    select * from unnest($1::text[], $2::date[], $3::date[]) as cut (period, from_day, to_day)
  ), counted as materialized (
    select period, payee_id, credit.currency, sum(amount) as amount,
           count(*) filter (where kind <> 'overlay') as deals,
           sum(amount) filter (where credited_on < $4) as amount_before,
           count(*) filter (where kind <> 'overlay' and credited_on < $4) as deals_before
    from ${credits} credit join cut on credited_on >= from_day and credited_on < to_day
    where kind <> 'rollUp'
    group by period, payee_id, credit.currency
  )
  select cut.period, member.id as "memberId", organization.currency,
    coalesce(sum(amount) filter (where counted.currency = organization.currency), 0)::bigint as credited,
    coalesce(sum(amount) filter (where counted.currency = member.currency), 0)::bigint as "creditedToQuota",
    coalesce(sum(deals), 0)::bigint as deals,
    coalesce(sum(amount_before) filter (where counted.currency = organization.currency), 0)::bigint as "creditedBefore",
    coalesce(sum(amount_before) filter (where counted.currency = member.currency), 0)::bigint as "creditedToQuotaBefore",
    coalesce(sum(deals_before), 0)::bigint as "dealsBefore"
  from cut cross join member cross join organization
  left join counted on payee_id = member.id and counted.period = cut.period
  where ${isCounted} and (payee_id is not null or (role = 'rep'
    and (hired_on is null or hired_on < to_day) and (left_on is null or left_on > from_day)))
  group by cut.period, member.id, organization.currency`;

const talliesOfAll = talliesOf(countedCredits, 'true');
const talliesOfMembers = talliesOf(
  '(select * from credit where payee_id = any($5))',
  'member.id = any($5)',
);
