import { groupBy } from '@laurel/shared/core';

/** A payment as it was noted; amount in minor units of its currency, as digits. */
export type NotedPayment = {
  readonly id: string;
  readonly externalId: string;
  readonly receivedOn: string;
  readonly amount: string;
  readonly currency: string;
};

/** What a payment said before and after it came, changed or was taken away. */
export type PaymentChange = {
  readonly before: NotedPayment | null;
  readonly after: NotedPayment | null;
};

/** Each payment once: what it said first, and what it says now, where that differs. */
export function paymentChanges(
  notes: readonly (PaymentChange & { readonly payment: string })[],
): PaymentChange[] {
  const ofPayment = groupBy(notes, ({ payment }) => payment);
  return [...ofPayment.values()].flatMap((own) => {
    const [before, after] = [own[0]!.before, own.at(-1)!.after];
    return saying(before) === saying(after) ? [] : [{ before, after }];
  });
}

const saying = (payment: NotedPayment | null): string =>
  payment ? [payment.receivedOn, payment.amount, payment.currency].join(' ') : '';
