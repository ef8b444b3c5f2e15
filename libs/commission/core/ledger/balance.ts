import { groupBy } from '@laurel/shared/core';

export const balanceAccounts = ['draw', 'holdback', 'instalment', 'clawback'] as const;
/**
 * What carries over from one period to the next. A balance above 0 will be paid to the payee (held back, instalments to
 * come), one below 0 is owed by the payee (draw, claw-back).
 */
export type BalanceAccount = (typeof balanceAccounts)[number];

/** What a period puts on an account or takes off it: a draw of 500 is a movement of −500, its recovery one of +500. */
export type Movement = {
  readonly account: BalanceAccount;
  readonly period: string;
  readonly currency: string;
  readonly amount: bigint;
};

/** One account in one period: opening + the sum of movements = closing. */
export type BalancePeriod<M extends Movement = Movement> = {
  readonly account: BalanceAccount;
  readonly currency: string;
  readonly period: string;
  readonly opening: bigint;
  readonly movements: readonly M[];
  readonly closing: bigint;
};

/**
 * Every account of a payee, in each of the periods given, which are in their order in time; each period opens with
 * what the one before closed with. Accounts come in the order of their list, currencies in that of their first movement;
 * an account that never moved is left out. Throws RangeError for a movement in a period that is not given.
 */
export function balancesOf<M extends Movement>(
  movements: readonly M[],
  periods: readonly string[],
): BalancePeriod<M>[] {
  const stray = movements.find(({ period }) => !periods.includes(period));
  if (stray) throw new RangeError(`A movement is in ${stray.period}, which is no period here.`);
  return balanceAccounts.flatMap((account) => {
    const own = movements.filter((each) => each.account === account);
    return [...groupBy(own, ({ currency }) => currency)].flatMap(([currency, moved]) =>
      carried(account, currency, moved, periods),
    );
  });
}

function carried<M extends Movement>(
  account: BalanceAccount,
  currency: string,
  moved: readonly M[],
  periods: readonly string[],
): BalancePeriod<M>[] {
  const byPeriod = groupBy(moved, ({ period }) => period);
  let balance = 0n;
  return periods.map((period) => {
    const opening = balance;
    const movements = byPeriod.get(period) ?? [];
    balance = movements.reduce((sum, { amount }) => sum + amount, opening);
    return { account, currency, period, opening, movements, closing: balance };
  });
}
