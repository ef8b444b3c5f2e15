import type { BalanceAccount } from './balance.js';
import { type Deposit, deposited, type OriginalPeriod } from './deposit.js';
import type { PostedMovement } from './movement.js';
import { type Carried, owedMore } from './period-pay.js';

/**
 * What is carried after movements that stand as they were posted, in their order: what `settlePeriod` answers, read
 * back. `originalOf` knows the period and plan of the original period of a movement.
 */
export function carriedAfter<M extends PostedMovement>(
  before: Carried,
  movements: readonly M[],
  originalOf: (movement: M) => OriginalPeriod,
): Carried {
  const sumOf = (account: BalanceAccount) =>
    movements.reduce((sum, each) => (each.account === account ? sum + each.amount : sum), 0n);
  const made = movements.flatMap((each) => depositMoved(each, originalOf));
  return {
    draw: before.draw + sumOf('draw'),
    clawback: before.clawback + sumOf('clawback'),
    deposits: deposited(before.deposits, made),
    owed: movements.reduce(owedAfter, before.owed),
  };
}

function depositMoved<M extends PostedMovement>(
  movement: M,
  originalOf: (movement: M) => OriginalPeriod,
): Deposit[] {
  const { account, dealId, kind, amount } = movement;
  if (dealId === null || account === 'draw' || account === 'clawback') return [];
  const whole = kind === 'held' || kind === 'deferred' ? amount : 0n;
  const cancelled = kind === 'cancelled' || kind === 'returned' ? -amount : 0n;
  return [{ account, dealId, original: originalOf(movement), whole, cancelled, balance: amount }];
}

const owedAfter = (owed: Carried['owed'], movement: PostedMovement): Carried['owed'] => {
  const { account, kind, dealId, originalPeriod: period, amount } = movement;
  if (account !== 'clawback' || kind === 'recovered' || dealId === null) return owed;
  return owedMore(owed, { dealId, period, amount: -amount });
};
