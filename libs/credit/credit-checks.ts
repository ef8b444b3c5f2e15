import { PeriodChecks } from '@laurel/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';

/** Before a period is closed: every won deal of it is credited to somebody. */
@Injectable()
export class CreditChecks implements OnModuleInit {
  constructor(private readonly checks: PeriodChecks) {}

  onModuleInit(): void {
    this.checks.register('UNASSIGNED_DEALS', async (tx, { from, to }) => {
      const [row]: [{ count: number }] = await tx.query(unassigned, [from, to]);
      return row.count;
    });
  }
}

const unassigned = `
  select count(*)::int as count from deal
  where status = 'won' and removed_at is null and closed_on >= $1 and closed_on < $2
    and not exists (select from credit where deal_id = deal.id and not void)
    and not exists (select from awaited_credit where deal_id = deal.id)`;
