import { divideByShares, Rational, type Rounding } from '@laurel/shared/core';
import type { Day } from '@laurel/shared/core';

/**
 * What is held back of an earning until something happens. Earned and payable are two states: the earning keeps
 * its amount, its period and the quota it was measured by; only the payment waits.
 */
export type Release =
  /** As the customer pays: of what is held, the share that was paid of the deal. */
  | { readonly by: 'cash' }
  /** All of it on a day. */
  | { readonly by: 'date'; readonly on: Day }
  /** A part at each milestone; the shares total 100 %. */
  | { readonly by: 'milestone'; readonly milestones: readonly Milestone[] };

export type Milestone = { readonly name: string; readonly share: string };

/** What is known when a release is due: the day, the cash received of the deal, the milestones reached. */
export type ReleaseFacts = {
  readonly day: Day;
  readonly deal: { readonly amount: bigint; readonly received: bigint };
  readonly reached: readonly string[];
};

/** Takes a share of an earning out of its payment: held + payable = earned. */
export function holdBack(
  earned: bigint,
  share: string,
  rounding: Rounding,
): { readonly held: bigint; readonly payable: bigint } {
  const held = Rational.parse(share).multiply(Rational.of(earned)).round(rounding);
  return { held, payable: earned - held };
}

/**
 * How much of what was held is released by now, everything released before included; the release to post is the
 * difference to that. Counting from the whole each time makes the releases sum to it.
 */
export function releasedOf(
  held: bigint,
  release: Release,
  facts: ReleaseFacts,
  rounding: Rounding,
): bigint {
  switch (release.by) {
    case 'cash':
      return paidOf(held, facts.deal, rounding);
    case 'date':
      return release.on <= facts.day ? held : 0n;
    case 'milestone':
      return partsReached(held, release.milestones, facts.reached);
  }
}

/**
 * The part of an amount that goes with the cash received of a deal, rounded once; never more than all of it,
 * and all of it when there is nothing to receive.
 */
export function paidOf(
  amount: bigint,
  deal: { readonly amount: bigint; readonly received: bigint },
  rounding: Rounding,
): bigint {
  if (deal.amount === 0n) return amount;
  const share = Rational.of(deal.received, deal.amount);
  const within = Rational.max(Rational.zero, Rational.min(share, Rational.one));
  return within.multiply(Rational.of(amount)).round(rounding);
}

const partsReached = (
  held: bigint,
  milestones: readonly Milestone[],
  reached: readonly string[],
): bigint =>
  divideByShares(
    held,
    milestones.map(({ share }) => share),
  ).reduce((sum, part, i) => (reached.includes(milestones[i]!.name) ? sum + part : sum), 0n);
