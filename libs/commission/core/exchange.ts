import { convert, rateOn, type DatedRate, type Day } from '@laurel/shared/core';
import type { Partition, PayableCredit } from './partition.js';

/** Currencies other than the plan's in which the partition has amounts. */
export const foreignCurrencies = (partition: Partition): string[] => {
  const { plan, credits, earlier = [], quota, yearQuota, targetPay, yearTargetPay } = partition;
  const sums = [quota, yearQuota, targetPay, yearTargetPay].flatMap((sum) => sum ?? []);
  const all = new Set([...credits, ...earlier, ...sums].map(({ currency }) => currency));
  return [...all].filter((currency) => currency !== plan.currency);
};

/**
 * The partition in the plan's currency: a credit at the rate of the day it counts on, quotas and target pays at
 * that of the period's first day, so that it stays what it is while the period runs. Each is exact and
 * then rounded once. What there is no rate for stays in its own currency: it is a problem, and pays nothing.
 */
export function exchanged<P extends Partition>(
  partition: P,
  rates: readonly DatedRate[],
  firstDay: Day,
): P {
  const { plan, credits, earlier = [] } = partition;
  const inPlanCurrency = <T extends Amount>(amount: T, day: Day): T => {
    const exchange = rateOn(rates, amount.currency, plan.currency, day);
    if (amount.currency === plan.currency || !exchange) return amount;
    const { amount: before, currency } = amount;
    const { rate, source, day: since } = exchange;
    return {
      ...amount,
      amount: convert(before, exchange, plan.rounding),
      ...(amount.margin != null && { margin: convert(amount.margin, exchange, plan.rounding) }),
      currency: plan.currency,
      exchange: {
        amount: `${before}`,
        currency,
        rate,
        source,
        day: since,
      },
    };
  };
  const sums = (['quota', 'yearQuota', 'targetPay', 'yearTargetPay'] as const).flatMap((name) => {
    const sum = partition[name];
    return sum ? [[name, inPlanCurrency(sum, firstDay)]] : [];
  });
  const onTheirDay = (each: PayableCredit) => inPlanCurrency(each, each.creditedOn);
  return {
    ...partition,
    ...Object.fromEntries(sums),
    credits: credits.map(onTheirDay),
    ...(partition.earlier && { earlier: earlier.map(onTheirDay) }),
    ...(partition.earlierVersions && {
      earlierVersions: partition.earlierVersions.map((each) => exchanged(each, rates, firstDay)),
    }),
  };
}

type Amount = Pick<PayableCredit, 'amount' | 'currency' | 'exchange' | 'margin'>;
