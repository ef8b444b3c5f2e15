import { attainment, type Fraction } from '@laurel/goal/core';
import type { Measure } from '@laurel/standing/core';
import type { Criteria } from './criteria.js';

export type CreditedDeal = {
  readonly externalId: string;
  /** Minor units of the member's own currency; 0 for a deal in another. */
  readonly amount: bigint;
};

/** A member's place on a board, and the score of whoever leads it. */
export type Position = { readonly rank: number; readonly score: Fraction; readonly best: Fraction };

/** What is known of one member in the stretch of time a badge looks at. */
export type Facts = {
  /** Deals credited directly, by close date, then external id. */
  readonly deals: readonly CreditedDeal[];
  readonly quota?: bigint | undefined;
  readonly positions: Readonly<Partial<Record<Measure, Position>>>;
};

/** How far a member is; `current` reaches `target` exactly when the badge is earned. */
export type Progress = {
  readonly earned: boolean;
  readonly current: number;
  readonly target: number;
  /** External ids of the deals it rests on; empty until it is earned. */
  readonly evidence: readonly string[];
};

/** Is a badge with these criteria earned, and by what? */
export function evaluate(criteria: Criteria, facts: Facts): Progress {
  switch (criteria.kind) {
    case 'dealCount':
      return countDeals(facts.deals, criteria.atLeast);
    case 'quotaReached':
      return reachQuota(facts);
    case 'topOfBoard':
      return leadBoard(facts.deals, facts.positions[criteria.measure]);
  }
}

function countDeals(deals: readonly CreditedDeal[], atLeast: number): Progress {
  const first = deals.slice(0, atLeast);
  return progress(first.length, atLeast, first);
}

/** In percent; the evidence is the deal that carried the credited amount over the quota. */
function reachQuota({ deals, quota }: Facts): Progress {
  let actual = 0n;
  let crossing: CreditedDeal | undefined;
  for (const deal of deals) {
    const before = actual;
    actual += deal.amount;
    if (quota !== undefined && before < quota && actual >= quota) crossing = deal;
  }
  return progress(percent(attainment({ actual, target: quota })), 100, crossing ? [crossing] : []);
}

/** In percent of the leader's score. A rank without a deal is no merit: then all are equal at nothing. */
function leadBoard(deals: readonly CreditedDeal[], position: Position | undefined): Progress {
  if (!position || deals.length === 0) return progress(0, 100, []);
  return progress(position.rank === 1 ? 100 : share(position), 100, deals);
}

function share({ score, best }: Position): number {
  if (best.numerator <= 0n) return 0;
  const percentOfBest = percent({
    numerator: score.numerator * best.denominator,
    denominator: score.denominator * best.numerator,
  });
  return Math.min(percentOfBest, 99);
}

/** Whole percent rounded down, so that 100 is not shown before it is reached. */
const percent = (part: Fraction | undefined): number =>
  part ? Number((part.numerator * 100n) / part.denominator) : 0;

function progress(reached: number, target: number, deals: readonly CreditedDeal[]): Progress {
  const earned = reached >= target;
  return {
    earned,
    current: Math.min(Math.max(reached, 0), target),
    target,
    evidence: earned ? deals.map(({ externalId }) => externalId) : [],
  };
}
