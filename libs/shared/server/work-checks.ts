import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from './outbox.js';
import { PeriodChecks } from './period-checks.js';
import { WaitingWork } from './waiting-work.service.js';

/** Before a period is closed: every figure is up to date. */
@Injectable()
export class WorkChecks implements OnModuleInit {
  constructor(
    private readonly checks: PeriodChecks,
    private readonly outbox: Outbox,
    private readonly waiting: WaitingWork,
  ) {}

  onModuleInit(): void {
    this.checks.register('WORK_PENDING', async (tx, { to }, names) =>
      Math.max(await this.outbox.pendingCount(tx, names), await this.outbox.settlingCount(tx, to)),
    );
    this.checks.register('CHANGES_WAITING', async (tx, _, names) => {
      const counts = await this.waiting.counts(tx, names);
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    });
  }
}
