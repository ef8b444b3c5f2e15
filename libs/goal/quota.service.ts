import { Database, pageWindow, Periods, visibleMemberIds, type PageInput } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { quotaOf, quotaSources } from './core/index.js';
import { Quota, type QuotaPage } from './quota.entity.js';

/** What people are to bring in: given by finance, read by goals, pay and standings. */
@Injectable()
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
  ) {}

  /**
   * The quota of each member who has one, in minor units of the currency they are paid in; of all
   * members, or of those named, as they are by now: corrected, where their period was locked. A longer period without a quota of its own has the sum of its parts.
   */
  async of(tx: EntityManager, period: string, memberIds?: string[]): Promise<Map<string, bigint>> {
    const calendar = await this.periods.calendar(tx);
    const rows: { memberId: string; given: [period: string, amount: string][] }[] = await tx.query(
      `select member_id as "memberId", json_agg(json_build_array(period, amount::text)) as given
       from quota_in_force quota join member on member.id = member_id and member.currency = quota.currency
       where period = any($1) and ($2::uuid[] is null or member_id = any($2))
       group by member_id`,
      [quotaSources(period, calendar), memberIds ?? null],
    );
    const quotas = rows.map(({ memberId, given }) => {
      const amounts = new Map(given.map(([name, amount]) => [name, BigInt(amount)]));
      return [memberId, quotaOf(period, amounts, calendar)] as const;
    });
    return new Map(quotas.filter((entry): entry is [string, bigint] => entry[1] !== undefined));
  }

  /** The quotas given for a period to those the actor may see, by name. */
  page(period: string, search?: string | null, page?: PageInput | null): Promise<QuotaPage> {
    const { first, offset } = pageWindow(page);
    const visible = visibleMemberIds('Query.quotas');
    return this.database.transaction(async (tx) => {
      const query = tx
        .createQueryBuilder(Quota, 'quota')
        .innerJoin('member', 'member', 'member.id = quota.memberId')
        .where('quota.period = :period', { period })
        .orderBy('member.name')
        .addOrderBy('quota.id')
        .offset(offset)
        .limit(first);
      if (visible !== 'all') query.andWhere('quota.memberId = any(:visible)', { visible });
      if (search) query.andWhere('position(lower(:search) in lower(member.name)) > 0', { search });
      const [rows, total] = await query.getManyAndCount();
      return { rows, total };
    });
  }
}
