import { Database, Periods } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PartitionsDue } from './partitions-due.service.js';

/** Computes the pay of a whole period again, from scratch: rows that were right stay untouched. */
@Injectable()
export class Recalculations {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly due: PartitionsDue,
  ) {}

  /** On demand: answers how many payees' periods will be computed. */
  start(period: string): Promise<number> {
    return this.database.transaction((tx) => this.recompute(tx, period));
  }

  /** All plan periods that share a day with this one. */
  async recompute(tx: EntityManager, period: string): Promise<number> {
    return this.due.announce(tx, await this.periods.range(tx, period));
  }
}
