import { Database, Outbox, Periods } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AmountKey } from './amount-rows.js';
import { AmountWriter } from './amount-writer.js';
import type { QuotaDraft } from './core/index.js';
import { Quota } from './quota.entity.js';

/** Gives, changes and takes away quotas; pay and standings hang on them. */
@Injectable()
export class QuotaWriter extends AmountWriter {
  protected readonly table = 'quota';
  protected readonly badCode = 'BAD_QUOTAS';

  constructor(database: Database, periods: Periods, outbox: Outbox) {
    super(database, periods, outbox);
  }

  /** All or none; answers the quotas that are there then. */
  save(entries: QuotaDraft[]): Promise<Quota[]> {
    return this.database.transaction(async (tx) => {
      await this.saveAll(tx, entries);
      return tx.findBy(
        Quota,
        entries.map(({ memberId, period }) => ({ memberId, period })),
      );
    });
  }

  override async announce(tx: EntityManager, changed: readonly AmountKey[]): Promise<void> {
    await super.announce(tx, changed);
    const periods = await this.reachOf(tx, changed);
    await this.outbox.emitAll(
      tx,
      'standing.refresh',
      periods.map((period) => ({ period })),
    );
  }
}
