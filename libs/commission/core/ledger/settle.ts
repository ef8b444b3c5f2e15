import { clawBackCancelled, giveBackTaken } from './cancelled.js';
import { type PostedMovement, payoutOf } from './movement.js';
import type { Carried, PeriodPay, SettleFacts, Step } from './period-pay.js';
import { recoverOwed, topUp } from './top-up.js';
import { payWhatWaited, putAway } from './waiting.js';

const steps: readonly ((
  pay: PeriodPay,
  carried: Carried,
  facts: SettleFacts,
  payable: bigint,
) => Step)[] = [putAway, giveBackTaken, payWhatWaited, clawBackCancelled, topUp, recoverOwed];

/**
 * Settles one period of a payee, and says what it carries over. In this order: pay is put away, by holdback and then by
 * instalments; what was taken back without need is given back; what waited is paid; claw-backs cancel what still waits and are owed for the rest; guarantee and
 * draw bring up what is left to pay; and what is owed of claw-backs is taken out of that. A claw-back is owed for earlier
 * pay, so it does not make a period a poor one that a draw would bring up.
 */
export function settlePeriod(
  pay: PeriodPay,
  before: Carried,
  facts: SettleFacts,
): { readonly movements: PostedMovement[]; readonly carried: Carried; readonly payout: bigint } {
  const earned = pay.earned.reduce((sum, { amount }) => sum + amount, 0n);
  const movements: PostedMovement[] = [];
  let carried = before;
  for (const step of steps) {
    const taken = step(pay, carried, facts, payoutOf(earned, movements));
    movements.push(...taken.movements);
    ({ carried } = taken);
  }
  return { movements, carried, payout: payoutOf(earned, movements) };
}
