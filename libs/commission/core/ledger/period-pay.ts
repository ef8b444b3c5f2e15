import type { Service } from './claw-back.js';
import type { DealFacts, Deposit, OriginalPeriod } from './deposit.js';
import type { MovementKind, PostedMovement } from './movement.js';

/** What somebody earned in a period; lines that follow from no deal have none, and are paid at once. */
export type PeriodPay = OriginalPeriod & {
  readonly currency: string;
  /** Whole periods since the payee started; null when that is not known. */
  readonly tenure: number | null;
  readonly earned: readonly { readonly dealId: string | null; readonly amount: bigint }[];
  /** Pay of any period for deals that were cancelled in this one. */
  readonly cancelled: readonly CancelledPay[];
};

/** What was earned for a deal in its original period. */
export type CancelledPay = {
  readonly dealId: string;
  readonly original: OriginalPeriod;
  readonly earned: bigint;
  readonly service: Service;
};

/** What a period takes over from those before it: balances of draw and claw-back, and pay that waits. */
export type Carried = {
  readonly draw: bigint;
  readonly clawback: bigint;
  readonly deposits: readonly Deposit[];
};

export const nothingCarried: Carried = { draw: 0n, clawback: 0n, deposits: [] };

/** Facts of deals, and the names of all periods from the first deposit's to this one, in order. */
export type SettleFacts = {
  readonly deals: ReadonlyMap<string, DealFacts>;
  readonly periods: readonly string[];
};

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
  of?: { readonly dealId: string; readonly original: { readonly name: string } },
): PostedMovement[] {
  if (amount === 0n && pay === 0n) return [];
  const { dealId = null, original = { name } } = of ?? {};
  return [
    { account, kind, period: name, currency, amount, pay, dealId, originalPeriod: original.name },
  ];
}
