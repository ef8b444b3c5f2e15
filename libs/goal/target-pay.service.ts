import { Database, Periods, visibleMemberIds, type PageInput } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { amountPage, amountsOf } from './amount-rows.js';
import { TargetPay, type TargetPayPage } from './target-pay.entity.js';

/** What people earn at target: given by finance, read by plans that pay a share of it. */
@Injectable()
export class TargetPays {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
  ) {}

  /** In minor units of the currency each is paid in. */
  async of(
    tx: EntityManager,
    period: string,
    memberIds: readonly string[],
  ): Promise<Map<string, bigint>> {
    const calendar = await this.periods.calendar(tx);
    const amounts = await amountsOf(tx, 'target_pay', [period], { calendar, memberIds });
    return amounts.get(period)!;
  }

  /** Given for a period, of those the actor may see, by name. */
  page(period: string, search?: string | null, page?: PageInput | null): Promise<TargetPayPage> {
    const visible = visibleMemberIds('Query.targetPays');
    return this.database.transaction((tx) =>
      amountPage(tx, TargetPay, { period, visible, search, page }),
    );
  }
}
