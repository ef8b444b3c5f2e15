import { convert, rateOn, type DatedRate, type Day } from '@laurel/shared/core';
import type { Partition, PayableCredit } from './partition.js';

/** Currencies other than the plan's in which the partition has amounts. */
export const foreignCurrencies = ({ plan, quota, credits }: Partition): string[] =>
  [...new Set([...credits, ...(quota ? [quota] : [])].map(({ currency }) => currency))].filter(
    (currency) => currency !== plan.currency,
  );

/**
 * The partition in the plan's currency: a credit at the rate of the day it counts on, the quota at
 * that of the period's first day, so that it stays what it is while the period runs. Each is exact and
 * then rounded once. What there is no rate for stays in its own currency: it is a problem, and pays nothing.
 */
export function exchanged<P extends Partition>(
  partition: P,
  rates: readonly DatedRate[],
  firstDay: Day,
): P {
  const { plan, quota, credits } = partition;
  const inPlanCurrency = <T extends Amount>(amount: T, day: Day): T => {
    const exchange = rateOn(rates, amount.currency, plan.currency, day);
    if (amount.currency === plan.currency || !exchange) return amount;
    const { amount: before, currency } = amount;
    const { rate, source, day: since } = exchange;
    return {
      ...amount,
      amount: convert(before, exchange, plan.rounding),
      currency: plan.currency,
      exchange: { amount: `${before}`, currency, rate, source, day: since },
    };
  };
  return {
    ...partition,
    quota: quota && inPlanCurrency(quota, firstDay),
    credits: credits.map((credit): PayableCredit => inPlanCurrency(credit, credit.creditedOn)),
  };
}

type Amount = Pick<PayableCredit, 'amount' | 'currency' | 'exchange'>;
