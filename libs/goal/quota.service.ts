import { Database, Periods, visibleMemberIds, type PageInput } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { amountPage, amountsOf } from './amount-rows.js';
import { Quota, type QuotaPage } from './quota.entity.js';

/** What people are to bring in: given by finance, read by goals, pay and standings. */
@Injectable()
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
  ) {}

  /** In minor units of the currency each is paid in, as they are by now: corrected, where their period was locked. */
  async of(
    tx: EntityManager,
    period: string,
    memberIds?: readonly string[],
  ): Promise<Map<string, bigint>> {
    return (await this.inEach(tx, [period], memberIds)).get(period)!;
  }

  /** The same by period, for several. */
  async inEach(
    tx: EntityManager,
    periods: readonly string[],
    memberIds?: readonly string[],
  ): Promise<Map<string, Map<string, bigint>>> {
    const calendar = await this.periods.calendar(tx);
    return amountsOf(tx, 'quota_in_force', periods, { calendar, memberIds });
  }

  /** Given for a period, of those the actor may see, by name. */
  page(period: string, search?: string | null, page?: PageInput | null): Promise<QuotaPage> {
    const visible = visibleMemberIds('Query.quotas');
    return this.database.transaction((tx) =>
      amountPage(tx, Quota, { period, visible, search, page }),
    );
  }
}
