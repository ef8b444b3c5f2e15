import { Fault, isCurrency, isDay } from '@laurel/shared/core';
import type { DealFault } from './deal.js';

/** Money that came in from the customer, or went back to them (negative). */
export type PaymentContent = {
  readonly dealId: string;
  readonly externalId: string;
  readonly receivedOn: string;
  readonly amount: bigint;
  readonly currency: string;
};

/** A payment as somebody sends it. */
export type PaymentWish = {
  /** Id or external id of the deal. */
  readonly deal: string;
  readonly externalId: string;
  readonly receivedOn: string;
  readonly amount: bigint;
  /** The deal's when left out. */
  readonly currency?: string | null | undefined;
};

/** What has to be known of the deal that is paid for. */
export type PaidDeal = { readonly id: string; readonly currency: string };

export type PlacedPayment = { readonly row: number; readonly wish: PaymentWish };
export type PlacedFault = DealFault & { readonly row: number };

const amountLimit = 10n ** 15n;
const longestId = 200;

/** Sorts a batch into payments that can be saved and everything that is wrong with the others. */
export function settlePayments(
  placed: readonly PlacedPayment[],
  deals: ReadonlyMap<string, PaidDeal>,
): { payments: PaymentContent[]; faults: PlacedFault[] } {
  const payments = new Map<string, PaymentContent>();
  const faults: PlacedFault[] = [];
  for (const { row, wish } of placed) {
    const settled = settle(wish, deals.get(wish.deal.trim()));
    const key = 'faults' in settled ? '' : `${settled.dealId}|${settled.externalId}`;
    if ('faults' in settled) faults.push(...settled.faults.map((fault) => ({ row, ...fault })));
    else if (payments.has(key)) faults.push({ row, ...repeated(wish) });
    else payments.set(key, settled);
  }
  return { payments: [...payments.values()], faults };
}

function settle(
  wish: PaymentWish,
  deal: PaidDeal | undefined,
): PaymentContent | { faults: DealFault[] } {
  const faults = [...ownFaults(wish), ...dealFaults(wish, deal)];
  if (faults.length || !deal) return { faults };
  const { receivedOn, amount, currency } = wish;
  return {
    dealId: deal.id,
    externalId: wish.externalId.trim(),
    receivedOn,
    amount,
    currency: currency ?? deal.currency,
  };
}

function ownFaults({ externalId, receivedOn, amount }: PaymentWish): DealFault[] {
  const id = externalId.trim();
  const isId = id !== '' && id.length <= longestId;
  const isSane = amount < amountLimit && amount > -amountLimit && amount !== 0n;
  return [
    ...(isId ? [] : [fault('externalId', id.slice(0, longestId), 'REQUIRED', idNeeded)]),
    ...(isDay(receivedOn)
      ? []
      : [fault('receivedOn', receivedOn, 'NOT_A_DAY', `“${receivedOn}” is not a day.`)]),
    ...(isSane ? [] : [fault('amount', `${amount}`, 'BAD_AMOUNT', amountNeeded)]),
  ];
}

const idNeeded = `A payment needs an id of its own, of up to ${longestId} characters.`;
const amountNeeded = 'The amount of a payment is not 0, and not too large to be right.';

/** What a customer owes in one currency cannot be paid by numbers of another. */
function dealFaults({ deal, currency }: PaymentWish, found: PaidDeal | undefined): DealFault[] {
  if (!found) return [fault('deal', deal, 'UNKNOWN_DEAL', 'There is no deal with this id.')];
  if (!currency || currency === found.currency) return [];
  const reason = isCurrency(currency)
    ? `This deal’s payments are in ${found.currency}.`
    : `“${currency}” is not a currency code such as EUR.`;
  return [fault('currency', currency, 'OTHER_CURRENCY', reason)];
}

const repeated = ({ externalId }: PaymentWish): DealFault =>
  fault(
    'externalId',
    externalId,
    'REPEATED',
    'The deal has an earlier payment with this id in the list.',
  );

const fault = (field: string, value: string | null, code: string, reason: string): DealFault => ({
  field,
  value,
  fault: new Fault(code, reason),
});
