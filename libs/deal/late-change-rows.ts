import type { DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { canonical, type DealContent, type PaymentContent } from './core/index.js';
import { asRow } from './deal-rows.js';

/** A deal as it was, if it was there, and as it is, if it still is. */
export type DealChange = {
  readonly id: string;
  readonly before: DealContent | null;
  readonly after: DealContent | null;
};

/** Likewise a payment of a deal. */
export type PaymentChange = {
  readonly id: string;
  readonly before: PaymentContent | null;
  readonly after: PaymentContent | null;
};

/** What is noted, and the days that may credit it. */
type Note = {
  readonly deal_id: string;
  /** The external id of the payment that it is about; none for the deal itself. */
  readonly payment: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly days: readonly string[];
};

/** Notes what won deals said and say, as far as one of the days that may credit them lies in a period that is no longer open: it explains corrections. */
export const noteLateChanges = (tx: EntityManager, changes: readonly DealChange[]): Promise<void> =>
  note(tx, changes.map(ofDeal));

/** Notes what payments said and say, as far as they come in, or came in, on a day of such a period. */
export const noteLatePayments = (
  tx: EntityManager,
  changes: readonly PaymentChange[],
): Promise<void> => note(tx, changes.map(ofPayment));

async function note(tx: EntityManager, notes: readonly Note[]): Promise<void> {
  const shut: DayRange[] = await tx.query(
    `select from_day as "from", to_day as "to" from period where status <> 'open'`,
  );
  const late = notes.filter(({ days }) =>
    shut.some(({ from, to }) => days.some((day) => day >= from && day < to)),
  );
  if (!late.length) return;
  await tx.query(
    `insert into late_change (deal_id, payment, before, after)
     select * from json_to_recordset($1) as change (deal_id uuid, payment text, before jsonb, after jsonb)`,
    [canonical(late)],
  );
}

const ofDeal = ({ id, before, after }: DealChange): Note => ({
  deal_id: id,
  payment: null,
  before: before && { ...asRow(before), splits: before.splits },
  after: after && { ...asRow(after), splits: after.splits },
  days: [before, after].flatMap(creditingDays),
});

function creditingDays(deal: DealContent | null): string[] {
  if (deal?.status !== 'won') return [];
  return [deal.closedOn, deal.bookedOn, deal.invoicedOn].filter((day) => day !== null);
}

function ofPayment({ id, before, after }: PaymentChange): Note {
  const { dealId, externalId } = (after ?? before)!;
  return {
    deal_id: dealId,
    payment: externalId,
    before: before && { id, ...before },
    after: after && { id, ...after },
    days: [before, after].flatMap((payment) => payment?.receivedOn ?? []),
  };
}
