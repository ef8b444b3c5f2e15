import { formatMoney, parseMoney } from '@laurel/shared/core';
import {
  checkPlan,
  earn,
  type EarningLine,
  parsePlan,
  type Partition,
  type PayableCredit,
  problemsOf,
} from '../core/index.js';

/** A deal of a worked case: its amount in major units, and what else the case says about it. */
type CaseDeal = string | (Partial<Omit<PayableCredit, 'amount' | 'margin'>> & DealMoney);
type DealMoney = { readonly amount: string; readonly margin?: string };

/** What a worked case gives; money is text in major units. */
export type Case = {
  readonly currency?: string;
  readonly plan?: object;
  readonly components: readonly object[];
  readonly deals?: Readonly<Record<string, CaseDeal>>;
  readonly earlier?: Readonly<Record<string, CaseDeal>>;
  readonly quota?: string;
  readonly targetPay?: string;
} & Pick<Partition, 'scores' | 'pool' | 'tenure' | 'place'>;

const title = { en: 'Pay', de: 'Geld' };

/** The partition of a case; its components get names and titles that do not matter. */
export function partitionOf({
  currency = 'USD',
  plan,
  components,
  deals,
  earlier,
  quota,
  targetPay,
  ...facts
}: Case): Partition {
  const named = components.map((each, i) => ({ name: `pay-${i + 1}`, title, ...each }));
  const document = { currency, period: 'quarter', ...plan, components: named };
  expect(checkPlan(document)).toEqual([]);
  const sum = (text?: string) =>
    text === undefined ? null : { amount: parseMoney(text, currency), currency };
  return {
    plan: parsePlan(document),
    quota: sum(quota),
    targetPay: sum(targetPay),
    credits: creditsOf(deals, currency),
    earlier: creditsOf(earlier, currency),
    ...facts,
  };
}

function creditsOf(deals: Case['deals'] = {}, currency: string): PayableCredit[] {
  return Object.entries(deals).map(([id, deal]) => {
    const { amount, margin, ...more } = typeof deal === 'string' ? { amount: deal } : deal;
    const own = more as Partial<PayableCredit>;
    return {
      id,
      dealId: id,
      externalId: id,
      kind: 'direct',
      level: own.kind === 'rollUp' ? 1 : 0,
      product: null,
      creditedOn: '2026-01-15',
      currency,
      ...own,
      amount: parseMoney(amount, own.currency ?? currency),
      margin: margin === undefined ? null : parseMoney(margin, own.currency ?? currency),
    };
  });
}

/** What a case pays, in major units. */
export const paid = (given: Case): string => {
  const { plan, ...facts } = partitionOf(given);
  expect(problemsOf({ plan, ...facts })).toEqual([]);
  return sumOf(earn({ plan, ...facts }), plan.currency);
};

/** What a case pays for each deal. */
export function paidPerDeal(given: Case): Record<string, string> {
  const partition = partitionOf(given);
  const lines = earn(partition);
  const deals = Object.keys(given.deals ?? {});
  return Object.fromEntries(
    deals.map((id) => [
      id,
      sumOf(
        lines.filter(({ dealId }) => dealId === id),
        partition.plan.currency,
      ),
    ]),
  );
}

/** The lines of a case. */
export const linesOf = (given: Case): EarningLine[] => earn(partitionOf(given));

/** What lines sum to, in major units. */
export const sumOf = (lines: readonly EarningLine[], currency = 'USD'): string =>
  formatMoney(
    lines.reduce((sum, { amount }) => sum + amount, 0n),
    currency,
  );
