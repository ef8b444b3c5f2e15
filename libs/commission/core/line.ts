import { type Decimal, formatDecimal, multiply, parseDecimal, round } from '@laurel/shared/core';
import type { PayableCredit } from './partition.js';
import type { PlanDocument } from './plan.js';

export type EarningKind = 'tier' | 'spiff' | 'override';

/**
 * One explained piece of pay: base × rate × multiplier = exact, and exact rounded once = amount.
 * Base and exact are minor units and may have a fraction; tier edges are shares of the quota.
 */
export type EarningLine = {
  readonly component: string;
  readonly kind: EarningKind;
  readonly creditId: string | null;
  readonly dealId: string | null;
  readonly tier: number | null;
  readonly tierFrom: string | null;
  readonly tierTo: string | null;
  readonly base: string;
  readonly rate: string;
  readonly multiplier: string;
  readonly exact: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly rounding: string;
  /** What the payee had been credited in the period before this deal. */
  readonly creditedBefore: bigint | null;
  readonly quota: bigint | null;
};

type Terms = {
  component: string;
  kind: EarningKind;
  base: Decimal;
  rate: string;
  multiplier?: string;
  credit?: PayableCredit;
  tier?: Pick<EarningLine, 'tier' | 'tierFrom' | 'tierTo' | 'creditedBefore' | 'quota'>;
};

const noTier = { tier: null, tierFrom: null, tierTo: null, creditedBefore: null, quota: null };

/** Multiplies exactly and rounds once, the way the plan says. */
export function earningLine(plan: PlanDocument, terms: Terms): EarningLine {
  const { component, kind, base, rate, multiplier = '1', credit, tier = noTier } = terms;
  const exact = multiply(multiply(base, parseDecimal(rate)), parseDecimal(multiplier));
  return {
    component,
    kind,
    creditId: credit?.id ?? null,
    dealId: credit?.dealId ?? null,
    ...tier,
    base: formatDecimal(base),
    rate,
    multiplier,
    exact: formatDecimal(exact),
    amount: round(exact, plan.rounding),
    currency: plan.currency,
    rounding: plan.rounding,
  };
}
