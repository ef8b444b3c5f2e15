import { depositsOf, payableOf } from './deposit.js';
import { type Carried, moved, type PeriodPay, type SettleFacts, type Step } from './period-pay.js';

/** Puts away what is held back of the pay for each deal, and what is to be paid in instalments. */
export function putAway(pay: PeriodPay, carried: Carried): Step {
  const { name, until, settings, rounding } = pay;
  const original = { name, until, settings, rounding };
  const made = pay.earned.flatMap(({ dealId, amount }) =>
    dealId === null ? [] : depositsOf(dealId, amount, original),
  );
  const movements = made.flatMap((deposit) => {
    const { account, whole } = deposit;
    const kind = account === 'holdback' ? 'held' : 'deferred';
    return moved(pay, { account, kind, amount: whole }, deposit);
  });
  return { movements, carried: { ...carried, deposits: [...carried.deposits, ...made] } };
}

/** Pays what is released or due by the end of the period, of this period's pay and of earlier pay. */
export function payWhatWaited(pay: PeriodPay, carried: Carried, facts: SettleFacts): Step {
  const at = (name: string) => facts.periods.indexOf(name);
  const paid = carried.deposits.map((deposit) => {
    const periodsLater = at(pay.name) - at(deposit.original.name);
    const asked = { until: pay.until, periodsLater };
    const amount = payableOf(deposit, facts.deals.get(deposit.dealId), asked);
    return { deposit: { ...deposit, balance: deposit.balance - amount }, amount };
  });
  const movements = paid.flatMap(({ deposit, amount }) => {
    const { account } = deposit;
    const kind = account === 'holdback' ? 'released' : 'due';
    return moved(pay, { account, kind, amount: -amount }, deposit);
  });
  return { movements, carried: { ...carried, deposits: paid.map(({ deposit }) => deposit) } };
}
