import type { Movement } from './balance.js';

export const movementKinds = [
  'advanced',
  'granted',
  'guaranteed',
  'held',
  'released',
  'deferred',
  'due',
  'cancelled',
  'owed',
  'recovered',
  'returned',
] as const;
/**
 * Why a balance moved. A draw is advanced and recovered, or granted where it is not owed, as a guarantee is; what is held is
 * released, what is deferred falls due; a claw-back cancels what is not yet paid, is owed, and recovered. What was cancelled
 * or owed without need is returned.
 */
export type MovementKind = (typeof movementKinds)[number];

/**
 * A movement of a payee's period: `amount` moves the balance of the account, `pay` the payout, which is what was earned plus
 * the pay of all movements. Mostly the one is the other's opposite; a grant is paid and leaves no balance, and what
 * is cancelled or owed is a balance that nobody has paid yet.
 */
export type PostedMovement = Movement & {
  readonly kind: MovementKind;
  readonly pay: bigint;
  /** The deal that was earned for, and the period it was earned in. */
  readonly dealId: string | null;
  readonly originalPeriod: string;
};

/** What tells a movement of a payee from all others: a period posts no two with the same. */
export const keyOfMovement = ({
  period,
  account,
  kind,
  dealId,
  originalPeriod,
}: PostedMovement): readonly string[] => [period, account, kind, dealId ?? '', originalPeriod];

/** The payout of a period. */
export const payoutOf = (earned: bigint, movements: readonly { readonly pay: bigint }[]): bigint =>
  movements.reduce((sum, { pay }) => sum + pay, earned);
