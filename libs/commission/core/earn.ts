import { byCodePoint } from '@laurel/shared/core';
import type { EarningLine } from './line.js';
import { earnOverride } from './override.js';
import type { Partition, PayableCredit } from './partition.js';
import type { Component } from './plan.js';
import { earnSpiff } from './spiff.js';
import { earnTiers } from './tiers.js';

/** Why something could not be paid; shown on the statement. */
export type EarningProblem = {
  readonly code: string;
  readonly message: string;
  readonly dealId: string | null;
};

/**
 * All that one payee earns in one period: for each component of the plan the lines of each credit,
 * in the plan's order (close date, then external id). The order the credits come in does not matter.
 */
export function earn(partition: Partition): EarningLine[] {
  const payable = {
    ...partition,
    credits: inOrder(partition.credits.filter(inCurrencyOf(partition))),
  };
  return partition.plan.components.flatMap((component) => linesOf(component, payable));
}

/** What keeps a partition from being paid in full: a missing quota, or a currency without a rate. */
export function problemsOf(partition: Partition): EarningProblem[] {
  const { plan, credits } = partition;
  const foreign = inOrder(credits.filter((credit) => !inCurrencyOf(partition)(credit)));
  const missing = foreign.map(({ dealId, externalId, currency }) => ({
    code: 'RATE_MISSING',
    message: `Deal ${externalId} is in ${currency}, and there is no exchange rate to ${plan.currency}.`,
    dealId,
  }));
  return [...quotaProblems(partition), ...missing];
}

function linesOf(component: Component, partition: Partition): EarningLine[] {
  switch (component.kind) {
    case 'tiers':
      return earnTiers(component, partition);
    case 'spiff':
      return earnSpiff(component, partition);
    case 'override':
      return earnOverride(component, partition);
  }
}

function quotaProblems({ plan, quota, credits }: Partition): EarningProblem[] {
  const needed =
    plan.components.some(({ kind }) => kind === 'tiers') &&
    credits.some(({ kind }) => kind !== 'rollUp');
  if (!needed) return [];
  if (!quota?.amount)
    return [
      {
        code: 'QUOTA_MISSING',
        message: 'There is no quota for this period, so its tiers pay nothing.',
        dealId: null,
      },
    ];
  if (quota.currency === plan.currency) return [];
  const message = `The quota is in ${quota.currency}, and there is no exchange rate to ${plan.currency}.`;
  return [{ code: 'RATE_MISSING', message, dealId: null }];
}

const inCurrencyOf =
  ({ plan }: Partition) =>
  ({ currency }: PayableCredit): boolean =>
    currency === plan.currency;

const inOrder = (credits: readonly PayableCredit[]): PayableCredit[] =>
  credits.toSorted(
    (a, b) => byCodePoint(a.creditedOn, b.creditedOn) || byCodePoint(a.externalId, b.externalId),
  );
