import { Quotas } from '@laurel/goal';
import type { Day, DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tally } from './core/index.js';

/** What everybody who can be ranked has brought in: now, and before today. */
export type Tallies = { now: Tally[]; atDayStart: Tally[]; currency: string };

type Row = Record<'credited' | 'creditedToQuota' | 'deals', bigint> &
  Record<'creditedBefore' | 'creditedToQuotaBefore' | 'dealsBefore', bigint> & {
    memberId: string;
    currency: string;
  };

/** Adds up the credits of a period, in one statement for all members. */
@Injectable()
export class TallyService {
  constructor(private readonly quotas: Quotas) {}

  /** Everybody with a direct credit in the period, and every rep who was here during it. */
  async of(tx: EntityManager, period: string, days: DayRange, today: Day): Promise<Tallies> {
    const rows: Row[] = await tx.query(talliesOf, [days.from, days.to, today]);
    const quotas = await this.quotas.of(tx, period);
    const withQuota = (row: Row) => ({ memberId: row.memberId, quota: quotas.get(row.memberId) });
    return {
      currency: rows[0]?.currency ?? '',
      now: rows.map((row) => ({ ...row, ...withQuota(row) })),
      atDayStart: rows.map((row) => ({
        ...withQuota(row),
        credited: row.creditedBefore,
        creditedToQuota: row.creditedToQuotaBefore,
        deals: row.dealsBefore,
      })),
    };
  }
}

const talliesOf = `
  with counted as materialized (
    select payee_id, credit.currency, sum(amount) as amount,
           count(*) filter (where kind <> 'overlay') as deals,
           sum(amount) filter (where credited_on < $3) as amount_before,
           count(*) filter (where kind <> 'overlay' and credited_on < $3) as deals_before
    from credit
    where kind <> 'rollUp' and not void and credited_on >= $1 and credited_on < $2
    group by payee_id, credit.currency
  )
  select member.id as "memberId", organization.currency,
    coalesce(sum(amount) filter (where counted.currency = organization.currency), 0)::bigint as credited,
    coalesce(sum(amount) filter (where counted.currency = member.currency), 0)::bigint as "creditedToQuota",
    coalesce(sum(deals), 0)::bigint as deals,
    coalesce(sum(amount_before) filter (where counted.currency = organization.currency), 0)::bigint as "creditedBefore",
    coalesce(sum(amount_before) filter (where counted.currency = member.currency), 0)::bigint as "creditedToQuotaBefore",
    coalesce(sum(deals_before), 0)::bigint as "dealsBefore"
  from member cross join organization left join counted on payee_id = member.id
  where payee_id is not null or (role = 'rep'
    and (hired_on is null or hired_on < $2) and (left_on is null or left_on > $1))
  group by member.id, organization.currency`;
