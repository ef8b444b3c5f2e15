import { assertMaySee, Database, Periods, Problem, visibleMemberIds } from '@laurel/shared';
import { type DayRange, daysBetween } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CreditedMonth } from './credited-month.js';
import { TeamMembersService } from './team-members.service.js';

/** Whose credits are wanted: one member's, a team's, or of all the actor may see. */
export type Whose = { memberId?: string | null; teamId?: string | null };

const coordinate = 'Query.creditedByMonth';
const longestDays = 3_700;

/** Credited amounts over time, for charts. */
@Injectable()
export class CreditedMonths {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly teams: TeamMembersService,
  ) {}

  /** One row for each month that shares a day with [from, to), also when nothing was credited. */
  list(whose: Whose, days: DayRange): Promise<CreditedMonth[]> {
    if (days.from >= days.to || daysBetween(days.from, days.to) > longestDays)
      throw new Problem('BAD_VALUE', 'Ask for a stretch of one day to ten years.', { field: 'to' });
    return this.database.transaction(async (tx) =>
      tx.query(monthly, [days.from, days.to, whose.memberId, await this.payees(tx, whose)]),
    );
  }

  /** Ids of the payees whose credits are counted; null for everybody. */
  private async payees(tx: EntityManager, whose: Whose): Promise<string[] | null> {
    if (whose.memberId) assertMaySee(coordinate, whose.memberId);
    const visible = visibleMemberIds(coordinate);
    const wanted = whose.memberId ? [whose.memberId] : await this.teamOf(tx, whose.teamId);
    if (visible === 'all') return wanted;
    return wanted?.filter((id) => visible.includes(id)) ?? visible;
  }

  private async teamOf(tx: EntityManager, teamId?: string | null): Promise<string[] | null> {
    if (!teamId) return null;
    const teams = await this.teams.asOf(tx, await this.periods.today(tx));
    return teams.find(({ id }) => id === teamId)?.memberIds ?? [];
  }
}

const monthly = `
  with chosen as (
    select coalesce((select currency from member where id = $3), currency) as currency
    from organization
  ), credited as (
    select date_trunc('month', credited_on::timestamp) as month, count(distinct deal_id)::int as deals,
           sum(amount) filter (where credit.currency = chosen.currency) as amount
    from credit cross join chosen
    where kind <> 'rollUp' and not void and credited_on >= $1 and credited_on < $2
      and ($4::uuid[] is null or payee_id = any($4))
    group by 1
  )
  select to_char(month, 'YYYY-MM') as month, coalesce(amount, 0)::bigint as credited,
         coalesce(deals, 0) as deals, chosen.currency
  from chosen cross join generate_series(
    date_trunc('month', $1::timestamp), $2::timestamp - interval '1 day', interval '1 month') as month
  left join credited using (month)
  order by month`;
