import { clawBack, nearerToZero } from './claw-back.js';
import type { Deposit } from './deposit.js';
import type { PostedMovement } from './movement.js';
import {
  type CancelledPay,
  type Carried,
  moved,
  type PeriodPay,
  type SettleFacts,
  type Step,
} from './period-pay.js';

/** Takes back what was earned for deals that were cancelled in the period, each at the terms of its original period. */
export function clawBackCancelled(pay: PeriodPay, before: Carried, _facts: SettleFacts): Step {
  const movements: PostedMovement[] = [];
  let carried = before;
  for (const cancelled of pay.cancelled) {
    const step = clawBackOne(pay, carried, cancelled);
    movements.push(...step.movements);
    ({ carried } = step);
  }
  return { movements, carried };
}

function clawBackOne(
  pay: PeriodPay,
  carried: Carried,
  { dealId, original, earned, service }: CancelledPay,
): Step {
  const terms = original.settings.clawback;
  if (!terms || service.served >= service.months) return { movements: [], carried };
  const own = carried.deposits.filter(
    (each) => each.dealId === dealId && each.original.name === original.name,
  );
  const waiting = own.reduce((sum, { balance }) => sum + balance, 0n);
  const taken = clawBack({ earned, paid: earned - waiting }, terms, service, original.rounding);
  const { movements, deposits } = cancel(pay, carried.deposits, new Set(own), taken.cancelled);
  const owed = { account: 'clawback', kind: 'owed', amount: taken.due, pay: 0n } as const;
  return {
    movements: [...movements, ...moved(pay, owed, { dealId, original })],
    carried: { ...carried, clawback: carried.clawback + taken.due, deposits },
  };
}

/** Takes so much off what waits, in the order it was put away; nobody is paid by that. */
function cancel(
  pay: PeriodPay,
  all: readonly Deposit[],
  own: ReadonlySet<Deposit>,
  amount: bigint,
): { movements: PostedMovement[]; deposits: Deposit[] } {
  const movements: PostedMovement[] = [];
  let left = amount;
  const deposits = all.map((deposit) => {
    if (!own.has(deposit)) return deposit;
    const { account, balance } = deposit;
    const part = nearerToZero(left, balance);
    left -= part;
    movements.push(...moved(pay, { account, kind: 'cancelled', amount: -part, pay: 0n }, deposit));
    return { ...deposit, cancelled: deposit.cancelled + part, balance: balance - part };
  });
  return { movements, deposits };
}
