import { parseMoney } from '@laurel/shared/core';
import { recover } from './claw-back.js';
import { type Draw, settleDraw } from './draw.js';
import { guarantee } from './guarantee.js';
import { type Carried, moved, type PeriodPay, type SettleFacts, type Step } from './period-pay.js';
import { drawOf } from './settings.js';

/** A plan without a draw recovers what is still owed of an earlier one, and advances nothing. */
const noDraw: Draw = {
  amount: 0n,
  recoverable: true,
  recovery: 'take-all',
  paid: 'top-up',
  limit: null,
};

/** Brings pay up to the guarantee, then settles the draw. */
export function topUp(
  pay: PeriodPay,
  carried: Carried,
  _facts: SettleFacts,
  payable: bigint,
): Step {
  const promised = guaranteed(pay, payable);
  const { settings, currency } = pay;
  const brought = payable + promised;
  const draw = settings.draw
    ? settleDraw(drawOf(settings.draw, currency), carried.draw, brought)
    : settleDraw(noDraw, carried.draw, brought < 0n ? 0n : brought);
  const account = 'draw';
  const movements = [
    ...moved(pay, { account, kind: 'guaranteed', amount: 0n, pay: promised }),
    ...moved(pay, { account, kind: 'recovered', amount: draw.recovered }),
    ...moved(pay, { account, kind: 'advanced', amount: -draw.advance }),
    ...moved(pay, { account, kind: 'granted', amount: 0n, pay: draw.granted }),
  ];
  return { movements, carried: { ...carried, draw: draw.closing } };
}

/** Takes what is owed of claw-backs out of the pay of the period, and carries what it does not cover. */
export function recoverOwed(
  pay: PeriodPay,
  carried: Carried,
  _facts: SettleFacts,
  payable: bigint,
): Step {
  const { recovered, closing } = recover(carried.clawback, 0n, payable);
  const movements = moved(pay, { account: 'clawback', kind: 'recovered', amount: recovered });
  return { movements, carried: { ...carried, clawback: closing } };
}

function guaranteed({ settings, currency, tenure }: PeriodPay, payable: bigint): bigint {
  const { guarantee: terms } = settings;
  if (!terms || tenure === null || tenure >= terms.periods) return 0n;
  return guarantee(parseMoney(terms.amount, currency), payable);
}
