import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PeriodChecks } from '../server/period-checks.js';

/** Before a period is closed: no import since it began has failed, or still waits for somebody. */
@Injectable()
export class ImportChecks implements OnModuleInit {
  constructor(private readonly checks: PeriodChecks) {}

  onModuleInit(): void {
    this.checks.register('IMPORTS_UNFINISHED', async (tx, { from }) => {
      const [row]: [{ count: number }] = await tx.query(
        `select count(*)::int as count from import
         where status not in ('done', 'undone') and created_at >= $1::date`,
        [from],
      );
      return row.count;
    });
  }
}
