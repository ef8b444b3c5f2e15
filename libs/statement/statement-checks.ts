import { PeriodChecks } from '@laurel/shared';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { payoutRates } from './foreign-payout.service.js';

/** What keeps statements from being paid in full, by the code of the problem. */
const codes = ['QUOTA_MISSING', 'TARGET_MISSING', 'RATE_MISSING'];

/** Before a period is closed: no statement of it says that something is missing. */
@Injectable()
export class StatementChecks implements OnModuleInit {
  constructor(private readonly checks: PeriodChecks) {}

  onModuleInit(): void {
    for (const code of codes)
      this.checks.register(code, async (tx, _, names) => {
        const [row]: [{ count: number }] = await tx.query(
          `select count(*)::int as count from statement
           where period = any($1) and problems @> jsonb_build_array(jsonb_build_object('code', $2::text))`,
          [names, code],
        );
        return row.count;
      });
    this.checks.register('PAYOUT_RATE_MISSING', async (tx, _, names) => {
      const [row]: [{ count: number }] = await tx.query(
        `select count(*)::int as count from statement
         join (${payoutRates}) payout using (id) where period = any($1) and rate is null`,
        [names],
      );
      return row.count;
    });
  }
}
