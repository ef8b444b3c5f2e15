import { createdRows, refuseChangedSince, restoreRows } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  settlePayments,
  type PaymentContent,
  type PlacedFault,
  type PlacedPayment,
} from './core/index.js';
import { DealEvents, type DealEvent } from './deal-events.service.js';
import { paidDeals, upsertPayments, type WrittenPayment } from './deal-payment-rows.js';
import { noteLatePayments, type PaymentChange } from './late-change-rows.js';
import { refuseShutDays } from './shut-days.js';

export type WrittenPayments = {
  readonly written: readonly WrittenPayment[];
  readonly unchanged: number;
  readonly faults: readonly PlacedFault[];
};

/** The one way payments are written, by program, by person and by file. */
@Injectable()
export class DealPaymentWriter {
  constructor(private readonly events: DealEvents) {}

  /** Upserts by deal and external id; faulty rows are left out, and whoever depends on the changed ones is told. */
  async write(tx: EntityManager, placed: readonly PlacedPayment[]): Promise<WrittenPayments> {
    const deals = await paidDeals(
      tx,
      placed.map(({ wish }) => wish.deal.trim()),
    );
    const { payments, faults } = settlePayments(placed, deals);
    const written = payments.length ? await upsertPayments(tx, payments) : [];
    await noteLatePayments(tx, written.map(asChange));
    await this.events.announce(tx, written.flatMap(daysTouched));
    return { written, unchanged: payments.length - written.length, faults };
  }

  /** False when there is none. */
  async remove(tx: EntityManager, id: string): Promise<boolean> {
    const [removed]: [PaymentContent[], number] = await tx.query(
      `delete from deal_payment where id::text = $1
       returning deal_id as "dealId", external_id as "externalId", received_on as "receivedOn", amount, currency`,
      [id],
    );
    const gone = removed.map((before) => ({ id, before, after: null }));
    await noteLatePayments(tx, gone);
    await this.events.announce(
      tx,
      removed.map(({ dealId, receivedOn }) => ({ dealId, day: receivedOn })),
    );
    return removed.length > 0;
  }

  /** Refuses when a payment of the import was changed since, or counts on a day of a closed period. */
  async refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    await refuseChangedSince(tx, 'deal_payment', importId);
    const touched = await imported(tx, importId);
    await refuseShutDays(
      tx,
      touched.flatMap(daysTouched).map(({ day }) => day),
    );
  }

  /** Payments that the import brought in go, those that it changed are what they were. */
  async undo(tx: EntityManager, importId: string): Promise<void> {
    const touched = await imported(tx, importId);
    await restoreRows(tx, 'deal_payment', ['received_on', 'amount', 'currency'], importId);
    await tx.query(`delete from deal_payment where id in (${createdRows})`, [importId]);
    await this.events.announce(tx, touched.flatMap(daysTouched));
  }
}

function asChange({ id, version: _, before, ...after }: WrittenPayment): PaymentChange {
  const was = before && { receivedOn: before.received_on, amount: BigInt(before.amount) };
  return { id, before: was && { ...after, ...was, currency: before.currency }, after };
}

type Touched = Pick<WrittenPayment, 'dealId' | 'receivedOn' | 'before'>;

/** The days on which a changed payment counts now, and counted before. */
const daysTouched = ({ dealId, receivedOn, before }: Touched): DealEvent[] =>
  [...new Set([receivedOn, before?.received_on ?? receivedOn])].map((day) => ({ dealId, day }));

/** The payments that an import wrote. */
const imported = (tx: EntityManager, importId: string): Promise<Touched[]> =>
  tx.query(
    `select deal_id as "dealId", received_on as "receivedOn", before from deal_payment
     join import_change on row_id = deal_payment.id where import_id = $1`,
    [importId],
  );
