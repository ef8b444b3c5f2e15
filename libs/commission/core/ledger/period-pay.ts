import type { Service } from './claw-back.js';
import type { DealFacts, Deposit, OriginalPeriod } from './deposit.js';
import type { MovementKind, PostedMovement } from './movement.js';

/** What somebody earned in a period; lines that follow from no deal have none, and are paid at once. */
export type PeriodPay = OriginalPeriod & {
  readonly currency: string;
  /** Whole periods since the payee started; null when that is not known. */
  readonly tenure: number | null;
  readonly earned: readonly { readonly dealId: string | null; readonly amount: bigint }[];
  /** Pay of this and earlier periods of its kind for deals that are cancelled by its end. */
  readonly cancelled: readonly CancelledPay[];
};

/** What was earned for a deal in its original period. */
export type CancelledPay = {
  readonly dealId: string;
  readonly original: OriginalPeriod;
  readonly earned: bigint;
  readonly service: Service;
};

/** What a payee was made to owe of the pay for a deal, of the sign of that pay. */
export type OwedFor = {
  readonly dealId: string;
  readonly period: string;
  readonly amount: bigint;
};

/**
 * What a period takes over from those before it: balances of draw and claw-back, pay that waits, and what was taken back
 * of which deal.
 */
export type Carried = {
  readonly draw: bigint;
  readonly clawback: bigint;
  readonly deposits: readonly Deposit[];
  readonly owed: readonly OwedFor[];
};

export const nothingCarried: Carried = { draw: 0n, clawback: 0n, deposits: [], owed: [] };

/** With so much more owed of the pay for a deal in a period. */
export function owedMore(all: readonly OwedFor[], more: OwedFor): OwedFor[] {
  const isIt = ({ dealId, period }: OwedFor) => dealId === more.dealId && period === more.period;
  if (!all.some(isIt)) return [...all, more];
  return all.map((each) => (isIt(each) ? { ...each, amount: each.amount + more.amount } : each));
}

/** What happened to deals after they were sold. */
export type SettleFacts = { readonly deals: ReadonlyMap<string, DealFacts> };

/** What one step of settling a period posts, and what is carried after it. */
export type Step = { readonly movements: readonly PostedMovement[]; readonly carried: Carried };

type Moved = {
  readonly account: PostedMovement['account'];
  readonly kind: MovementKind;
  readonly amount: bigint;
  /** The opposite of the amount when it is left out. */
  readonly pay?: bigint;
};

/** A movement of the period, for a deal or for all of its pay; none when nothing moves. */
export function moved(
  { name, currency }: Pick<PeriodPay, 'name' | 'currency'>,
  { account, kind, amount, pay = -amount }: Moved,
  of?: { readonly dealId: string; readonly original: Pick<OriginalPeriod, 'name'> },
): PostedMovement[] {
  if (amount === 0n && pay === 0n) return [];
  const { dealId = null, original = { name } } = of ?? {};
  return [
    { account, kind, period: name, currency, amount, pay, dealId, originalPeriod: original.name },
  ];
}
