import { WaitingWork, type Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Corrections } from './correction.service.js';
import { Earnings } from './earning.service.js';
import { PartitionsDue } from './partitions-due.service.js';
import { PlanRules } from './plan-rule.service.js';
import { Recalculations } from './recalculation.service.js';
import { Settlements } from './settlement.service.js';

@Injectable()
export class CommissionJobs {
  constructor(
    private readonly earnings: Earnings,
    private readonly recalculations: Recalculations,
    private readonly due: PartitionsDue,
    private readonly corrections: Corrections,
    private readonly waiting: WaitingWork,
    private readonly settlements: Settlements,
    private readonly rules: PlanRules,
  ) {}

  readonly handlers: Pick<
    Handlers,
    | 'balance.settle'
    | 'commission.compute'
    | 'commission.recompute'
    | 'plan.assign'
    | 'rate.changed'
  > = {
    'commission.compute': (partition, { tx }) =>
      this.waiting.whileOpen(tx, 'commission.compute', partition, {
        open: () => this.earnings.compute(tx, partition),
        locked: async () => {
          await this.corrections.post(tx, partition);
          await this.settlements.announceLate(tx, partition);
        },
      }),
    'commission.recompute': {
      ownTransactions: true,
      run: ({ period }) => this.recalculations.recompute(period),
    },
    'balance.settle': ({ payeeId }, { tx, all }) =>
      this.settlements.settle(
        tx,
        payeeId,
        all.map(({ period }) => period),
      ),
    'plan.assign': (_, { tx }) => this.rules.follow(tx),
    'rate.changed': (change, { tx }) => this.due.announceRate(tx, change),
  };
}
