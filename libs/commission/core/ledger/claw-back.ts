import { Rational, type Rounding } from '@laurel/shared/core';

/** How an earning is taken back when its deal does not last. */
export type ClawBack = {
  /** Only what was paid of it, what is still to be paid being cancelled; or all of it, what is still to be paid staying due. */
  readonly take: 'paid' | 'all';
  /** The share of the earning that is taken back: a decimal, or what is left of the months it was paid for. */
  readonly share: string | 'months-left';
};

/** The months of the contract a deal was paid for, and how many of them it lasted. */
export type Service = { readonly months: number; readonly served: number };

/** An earning as it was: what it came to at its own terms, and what has been paid of it. */
export type Earned = { readonly earned: bigint; readonly paid: bigint };

/** `reversed` is the line that is posted, `cancelled` leaves the balance of what was still to be paid. */
export type TakenBack = {
  readonly reversed: bigint;
  readonly cancelled: bigint;
  /** What the payee has to give back: reversed + cancelled, so 0 or of the sign opposite to the earning. */
  readonly due: bigint;
};

/**
 * Reverses an earning at its original terms: a share of the amount it came to then, rounded once, whatever the plan,
 * quota or tier is by now. It is posted in the period of the claw-back and never rewrites the original. With `take: 'paid'`
 * what is not yet paid is cancelled first and the payee gives back only the rest, so nothing if nothing was paid.
 */
export function clawBack(
  { earned, paid }: Earned,
  { take, share }: ClawBack,
  service: Service,
  rounding: Rounding,
): TakenBack {
  const back = takenBackOf(earned, share, service, rounding);
  const unpaid = earned - paid;
  const cancelled = take === 'all' ? 0n : nearerToZero(back, unpaid);
  return { reversed: -back, cancelled, due: cancelled - back };
}

/** The part of an earning that is taken back, paid or not. */
export function takenBackOf(
  earned: bigint,
  share: ClawBack['share'],
  service: Service,
  rounding: Rounding,
): bigint {
  const part = within(share === 'months-left' ? monthsLeft(service) : Rational.parse(share));
  return part.multiply(Rational.of(earned)).round(rounding);
}

/** What is recovered of claw-backs in one period, and what stays on the balance; net = payable − recovered. */
export type Recovery = {
  readonly recovered: bigint;
  readonly net: bigint;
  readonly closing: bigint;
};

/**
 * Takes what is owed out of the pay of a period: never more than the pay, nor more than the given share of it; the
 * rest is carried. `opening` and `closing` are 0 or below, as `due` is.
 */
export function recover(
  opening: bigint,
  due: bigint,
  payable: bigint,
  atMost: string = '1',
): Recovery {
  const owed = -(opening + due);
  const room = payable < 0n ? 0n : Rational.parse(atMost).multiply(Rational.of(payable)).floor();
  const recovered = owed < room ? owed : room;
  return { recovered, net: payable - recovered, closing: recovered - owed };
}

function monthsLeft({ months, served }: Service): Rational {
  if (months <= 0) return Rational.zero;
  return Rational.of(BigInt(months - served), BigInt(months));
}

const within = (share: Rational): Rational =>
  Rational.max(Rational.zero, Rational.min(share, Rational.one));

/** The smaller of two amounts of the same sign; 0 when their signs differ. */
export function nearerToZero(a: bigint, b: bigint): bigint {
  if (a < 0n !== b < 0n) return 0n;
  return a < 0n === a > b ? a : b;
}
