import { ImportKinds, type ImportContext, type ImportKind, type SavedRows } from '@laurel/shared';
import type { ParsedRow, Role } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { paymentFields, type PaymentWish, type PlacedFault } from './core/index.js';
import { DealPaymentWriter } from './deal-payment-writer.service.js';

/** Files of payments: one row for each payment of a deal. */
@Injectable()
export class DealPaymentImport implements ImportKind, OnModuleInit {
  readonly kind = 'payment';
  readonly fields = paymentFields;
  readonly importableBy: readonly Role[] = ['finance', 'admin'];

  constructor(
    private readonly kinds: ImportKinds,
    private readonly writer: DealPaymentWriter,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf({ deal, paymentId }: ParsedRow['values']): string {
    return `${deal}|${paymentId}`;
  }

  async save(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    { currency }: ImportContext,
  ): Promise<SavedRows> {
    const placed = rows.map(({ row, values }) => ({ row, wish: wishOf(values, currency) }));
    const { written, unchanged, faults } = await this.writer.write(tx, placed);
    const created = written.filter(({ before }) => before === null).length;
    return {
      created,
      updated: written.length - created,
      unchanged,
      changes: written,
      rejections: faults.map(rejection),
    };
  }

  refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.refuseUndo(tx, importId);
  }

  undo(tx: EntityManager, importId: string): Promise<void> {
    return this.writer.undo(tx, importId);
  }
}

/** An amount of a file was read with the digits of this currency, so it is in no other. */
const wishOf = ({ paymentId, currency, ...values }: ParsedRow['values'], usual: string) =>
  ({ ...values, externalId: paymentId, currency: currency ?? usual }) as unknown as PaymentWish;

const rejection = ({ row, field, value, fault }: PlacedFault) => ({
  row,
  field: field === 'externalId' ? 'paymentId' : field,
  value,
  ...fault,
});
