import { WaitingWork, type Handlers } from '@laurel/shared';
import { byCodePoint } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Corrections } from './correction.service.js';
import type { PartitionKey } from './earning-row.js';
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
    | 'pool.owed'
    | 'rate.changed'
  > = {
    'commission.compute': (_, { tx, all }) => {
      const partitions = distinct(all);
      return this.waiting.whileOpen(tx, 'commission.compute', partitions, {
        read: () => this.earnings.due(tx, partitions),
        open: (open, due) => this.earnings.write(tx, open, due!),
        locked: (locked) => this.correct(tx, locked),
      });
    },
    'commission.recompute': {
      ownTransactions: true,
      run: ({ period }, follow) => this.recalculations.recompute(period, follow),
    },
    'balance.settle': ({ payeeId }, { tx, all }) =>
      this.settlements.settle(
        tx,
        payeeId,
        all.map(({ period }) => period),
      ),
    'plan.assign': (_, { tx }) => this.rules.follow(tx),
    'pool.owed': ({ from }, { tx }) => this.due.announcePools(tx, from),
    'rate.changed': (change, { tx }) => this.due.announceRate(tx, change),
  };

  private async correct(tx: EntityManager, locked: readonly PartitionKey[]): Promise<void> {
    for (const partition of locked) {
      await this.corrections.post(tx, partition);
      await this.settlements.announceLate(tx, partition);
    }
  }
}

/** Each once, in one order. */
const distinct = (all: readonly PartitionKey[]): PartitionKey[] =>
  [...new Map(all.map((each) => [`${each.period}|${each.payeeId}`, each])).entries()]
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .map(([, partition]) => partition);
