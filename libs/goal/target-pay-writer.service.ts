import { Database, Outbox, Periods } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { AmountWriter } from './amount-writer.js';
import type { QuotaDraft } from './core/index.js';
import { TargetPay } from './target-pay.entity.js';

/** Gives, changes and takes away target pay. */
@Injectable()
export class TargetPayWriter extends AmountWriter {
  protected readonly table = 'target_pay';
  protected readonly badCode = 'BAD_TARGET_PAY';

  constructor(database: Database, periods: Periods, outbox: Outbox) {
    super(database, periods, outbox);
  }

  /** All or none; answers what is there then. */
  save(entries: QuotaDraft[]): Promise<TargetPay[]> {
    return this.database.transaction(async (tx) => {
      await this.saveAll(tx, entries);
      return tx.findBy(
        TargetPay,
        entries.map(({ memberId, period }) => ({ memberId, period })),
      );
    });
  }
}
