import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { PaymentWish } from './core/index.js';
import { DealPaymentWriter } from './deal-payment-writer.service.js';
import { DealPayment, type SavedPayments } from './deal-payment.entity.js';
import { refusal } from './refusal.js';

const largestBatch = 1_000;

/** What customers have paid, entered by people and programs. */
@Injectable()
export class DealPayments {
  constructor(
    private readonly database: Database,
    private readonly writer: DealPaymentWriter,
  ) {}

  /** All of them or none; sent again they change nothing. */
  save(wishes: readonly PaymentWish[]): Promise<SavedPayments> {
    if (wishes.length > largestBatch)
      throw new Problem('BATCH_TOO_LARGE', `Send at most ${largestBatch} payments at a time.`);
    return this.database.transaction(async (tx) => {
      const placed = wishes.map((wish, row) => ({ row, wish }));
      const { written, unchanged, faults } = await this.writer.write(tx, placed);
      if (faults.length) throw refusal('PAYMENT_REFUSED', faults);
      const created = written.filter(({ before }) => before === null).length;
      const payments = await tx.find(DealPayment, {
        where: { id: In(written.map(({ id }) => id)) },
        order: { receivedOn: 'ASC', externalId: 'ASC' },
      });
      return { created, updated: written.length - created, unchanged, payments };
    });
  }

  /** False when there is no such payment. */
  remove(id: string): Promise<boolean> {
    return this.database.transaction((tx) => this.writer.remove(tx, id));
  }
}
