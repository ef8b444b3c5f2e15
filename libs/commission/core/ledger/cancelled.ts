import { periodsLater } from '@laurel/shared/core';
import { nearerToZero, takenBackOf } from './claw-back.js';
import type { Deposit, OriginalPeriod } from './deposit.js';
import type { PostedMovement } from './movement.js';
import {
  type CancelledPay,
  type Carried,
  moved,
  owedMore,
  type PeriodPay,
  type SettleFacts,
  type Step,
} from './period-pay.js';

/** What stands taken back of the pay for a deal, and what of it should; in all, paid or still waiting. */
type Claim = {
  readonly dealId: string;
  readonly original: Pick<OriginalPeriod, 'name'>;
  readonly taken: bigint;
  readonly due: bigint;
  /** May what still waits be cancelled for it? */
  readonly cancels: boolean;
};

/**
 * Takes back what was earned for deals that are cancelled, each at the terms of its original period. What was taken for
 * it before counts, so a cancellation that is heard of late, or said otherwise, is made good in the first period that can.
 */
export const clawBackCancelled = (pay: PeriodPay, before: Carried, _facts: SettleFacts): Step =>
  inTurn(pay, before, (claim) => !givesBack(claim));

/** Gives back what was taken for a deal that is not cancelled any more, or of which less is to be taken. */
export const giveBackTaken = (pay: PeriodPay, before: Carried, _facts: SettleFacts): Step =>
  inTurn(pay, before, givesBack);

const givesBack = ({ taken, due }: Claim): boolean =>
  taken !== 0n && due - taken > 0n !== taken > 0n;

function inTurn(pay: PeriodPay, before: Carried, wanted: (claim: Claim) => boolean): Step {
  const movements: PostedMovement[] = [];
  let carried = before;
  for (const claim of claimsOf(pay, before)) {
    if (claim.due === claim.taken || !wanted(claim)) continue;
    const step = settleClaim(pay, carried, claim);
    movements.push(...step.movements);
    ({ carried } = step);
  }
  return { movements, carried };
}

/** Of every deal that is cancelled, and of every other one for which something was taken back. */
function claimsOf(pay: PeriodPay, { deposits, owed }: Carried): Claim[] {
  const known = new Map<string, Claim>();
  const add = (dealId: string, original: Claim['original'], more: Partial<Claim>) => {
    const key = `${dealId}|${original.name}`;
    const before = known.get(key) ?? { dealId, original, taken: 0n, due: 0n, cancels: true };
    known.set(key, { ...before, ...more, taken: before.taken + (more.taken ?? 0n) });
  };
  for (const { dealId, original, ...cancelled } of pay.cancelled)
    add(dealId, original, {
      due: dueOf(original, cancelled),
      cancels: original.settings.clawback?.take !== 'all',
    });
  for (const { dealId, period, amount } of owed)
    if (isOfKind(pay, period)) add(dealId, { name: period }, { taken: amount });
  for (const { dealId, original, cancelled } of deposits)
    if (cancelled && isOfKind(pay, original.name)) add(dealId, original, { taken: cancelled });
  return [...known.values()];
}

const isOfKind = ({ name }: PeriodPay, period: string): boolean =>
  periodsLater(period, name) !== undefined;

function dueOf(
  { settings, rounding }: OriginalPeriod,
  { earned, service }: Pick<CancelledPay, 'earned' | 'service'>,
): bigint {
  const terms = settings.clawback;
  if (!terms || service.served >= service.months) return 0n;
  return takenBackOf(earned, terms.share, service, rounding);
}

/** What still waits is cancelled first, and only the rest is owed; giving back goes the other way round. */
function settleClaim(pay: PeriodPay, carried: Carried, claim: Claim): Step {
  const { dealId, original, taken, due, cancels } = claim;
  const rest = due - taken;
  const back = givesBack(claim);
  const { movements, deposits, cancelled } = cancel(pay, carried.deposits, claim, {
    kind: back ? 'returned' : 'cancelled',
    amount: back ? rest + nearerToZero(-rest, owedFor(carried, claim)) : cancels ? rest : 0n,
    roomIn: back ? (each) => -each.cancelled : (each) => each.balance,
  });
  const amount = rest - cancelled;
  const kind = back ? 'returned' : 'owed';
  const owed = { account: 'clawback', kind, amount: -amount, pay: 0n } as const;
  const more = { dealId, period: original.name, amount };
  return {
    movements: [...movements, ...moved(pay, owed, { dealId, original })],
    carried: {
      ...carried,
      clawback: carried.clawback - amount,
      deposits,
      owed: amount ? owedMore(carried.owed, more) : carried.owed,
    },
  };
}

const owedFor = ({ owed }: Carried, { dealId, original }: Claim): bigint =>
  owed.find((each) => each.dealId === dealId && each.period === original.name)?.amount ?? 0n;

type Cancelling = {
  readonly kind: 'cancelled' | 'returned';
  readonly amount: bigint;
  readonly roomIn: (deposit: Deposit) => bigint;
};

/** Takes as much of the amount as there is room for off what waits, in the order it was put away; nobody is paid by that. */
function cancel(
  pay: PeriodPay,
  all: readonly Deposit[],
  { dealId, original }: Claim,
  { kind, amount, roomIn }: Cancelling,
): { movements: PostedMovement[]; deposits: Deposit[]; cancelled: bigint } {
  const movements: PostedMovement[] = [];
  let left = amount;
  const deposits = all.map((deposit) => {
    if (deposit.dealId !== dealId || deposit.original.name !== original.name) return deposit;
    const part = nearerToZero(left, roomIn(deposit));
    left -= part;
    const { account, balance, cancelled } = deposit;
    movements.push(...moved(pay, { account, kind, amount: -part, pay: 0n }, deposit));
    return { ...deposit, cancelled: cancelled + part, balance: balance - part };
  });
  return { movements, deposits, cancelled: amount - left };
}
