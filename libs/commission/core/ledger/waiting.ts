import { groupBy, periodsLater } from '@laurel/shared/core';
import { type Deposit, deposited, depositsOf, payableOf } from './deposit.js';
import { type Carried, moved, type PeriodPay, type SettleFacts, type Step } from './period-pay.js';

/** Puts away what is held back of the pay for each deal, and what is to be paid in instalments. */
export function putAway(pay: PeriodPay, carried: Carried): Step {
  const { name, until, settings, rounding } = pay;
  const original = { name, until, settings, rounding };
  const made = [...groupBy(pay.earned, ({ dealId }) => dealId)].flatMap(([dealId, all]) => {
    const amount = all.reduce((sum, each) => sum + each.amount, 0n);
    return dealId === null ? [] : depositsOf(dealId, amount, original);
  });
  const movements = made.flatMap((deposit) => {
    const { account, whole } = deposit;
    const kind = account === 'holdback' ? 'held' : 'deferred';
    return moved(pay, { account, kind, amount: whole }, deposit);
  });
  return { movements, carried: { ...carried, deposits: deposited(carried.deposits, made) } };
}

/**
 * Pays what is released or due by the end of the period, of this period's pay and of earlier pay. What was earned in a
 * quarter is paid in a quarter and what was earned in a month in a month, also where a payee has both.
 */
export function payWhatWaited(pay: PeriodPay, carried: Carried, facts: SettleFacts): Step {
  const paid = carried.deposits.map((deposit) => {
    const amount = dueNow(pay, deposit, facts);
    return { deposit: { ...deposit, balance: deposit.balance - amount }, amount };
  });
  const movements = paid.flatMap(({ deposit, amount }) => {
    const { account } = deposit;
    const kind = account === 'holdback' ? 'released' : 'due';
    return moved(pay, { account, kind, amount: -amount }, deposit);
  });
  return { movements, carried: { ...carried, deposits: paid.map(({ deposit }) => deposit) } };
}

function dueNow({ name, until }: PeriodPay, deposit: Deposit, { deals }: SettleFacts): bigint {
  const later = periodsLater(deposit.original.name, name);
  if (later === undefined || later < 0) return 0n;
  return payableOf(deposit, deals.get(deposit.dealId), { until, periodsLater: later });
}
