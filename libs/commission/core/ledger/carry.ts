import type { Deposit, OriginalPeriod } from './deposit.js';
import type { PostedMovement } from './movement.js';
import type { Carried } from './period-pay.js';

/**
 * What is carried after movements that stand as they were posted, in their order: what `settlePeriod` answers, read
 * back. `originalOf` knows the period and plan of the original period of a movement.
 */
export function carriedAfter<M extends PostedMovement>(
  before: Carried,
  movements: readonly M[],
  originalOf: (movement: M) => OriginalPeriod,
): Carried {
  const deposits = new Map(before.deposits.map((deposit) => [keyOf(deposit), deposit]));
  let { draw, clawback } = before;
  for (const movement of movements) {
    const { account, amount, dealId } = movement;
    if (account === 'draw') draw += amount;
    else if (account === 'clawback') clawback += amount;
    else if (dealId !== null) {
      const made = {
        account,
        dealId,
        original: originalOf(movement),
        whole: 0n,
        cancelled: 0n,
        balance: 0n,
      };
      const deposit = deposits.get(keyOf(made)) ?? made;
      deposits.set(keyOf(made), after(deposit, movement));
    }
  }
  return { draw, clawback, deposits: [...deposits.values()] };
}

const after = (deposit: Deposit, { kind, amount }: PostedMovement): Deposit => ({
  ...deposit,
  whole: kind === 'held' || kind === 'deferred' ? deposit.whole + amount : deposit.whole,
  cancelled: kind === 'cancelled' ? deposit.cancelled - amount : deposit.cancelled,
  balance: deposit.balance + amount,
});

const keyOf = ({ account, dealId, original }: Deposit): string =>
  [account, dealId, original.name].join('|');
