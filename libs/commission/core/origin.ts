import { byCodePoint } from '@laurel/shared/core';
import { compilePlan } from './compile.js';
import { type Difference, keyOfPiece, ofVersion } from './correction.js';
import { earn } from './earn.js';
import type { Partition, PayableCredit } from './partition.js';
import { type ExplainedDifference, type Origin, type Piece, Posting } from './posting.js';

/** What is known of a locked period beside what was posted in it. */
export type LateFacts = {
  /** As it is due now. */
  readonly partition: Partition;
  /** The credits that pay was posted for. */
  readonly credits: readonly PayableCredit[];
  /** Deals that say something else than while the period was open. */
  readonly edited: readonly string[];
  /** A cause that holds for the period. */
  readonly whole: 'quota' | 'plan' | null;
};

/** Most credits that are paid again to tell changed deals apart; beyond it no deal is named. */
const mostWork = 2_000_000;

/**
 * Cuts what was found into what each changed deal moved, in its own pay and in that of others: the deals change one
 * after the other, and the pay after each is compared with the pay before. The parts sum to the whole.
 */
export function byOrigin(found: readonly Difference[], facts: LateFacts): ExplainedDifference[] {
  const { partition, credits } = facts;
  const changed = changedDeals(credits, partition.credits);
  if (changed.length * partition.credits.length > mostWork)
    return found.map((each) => ({ ...each, originDealId: null }));
  const plan = compilePlan(partition.plan);
  const paid = (some: readonly PayableCredit[]) =>
    earn(withCredits(partition, some), plan).map((line) => ofVersion(line, partition));
  const posting = new Posting(found, paid(partition.credits));
  const byVersion = new Set(found.filter(({ cause }) => cause === 'plan').map(keyOfPiece));
  const others = facts.edited.filter((dealId) => !changed.includes(dealId));
  const parts = posting.follow(paid(credits), (piece) =>
    byVersion.has(keyOfPiece(piece))
      ? { originDealId: null, cause: 'plan' }
      : originOfRest(piece, facts, others),
  );
  let standing = credits;
  for (const dealId of changed) {
    standing = withDeal(standing, partition.credits, dealId);
    parts.push(...posting.follow(paid(standing), (piece) => originOf(piece, dealId)));
  }
  return parts;
}

/** As if these were the credits, for every version of the plan. */
const withCredits = (partition: Partition, credits: readonly PayableCredit[]): Partition => ({
  ...partition,
  credits,
  ...(partition.earlierVersions && {
    earlierVersions: partition.earlierVersions.map((each) => withCredits(each, credits)),
  }),
});

/** Deals whose credits are not what they were. */
function changedDeals(before: readonly PayableCredit[], after: readonly PayableCredit[]): string[] {
  const earlier = new Set(before.map(saying));
  const later = new Set(after.map(saying));
  const changed = [
    ...before.filter((each) => !later.has(saying(each))),
    ...after.filter((each) => !earlier.has(saying(each))),
  ].toSorted((a, b) => byCodePoint(a.externalId, b.externalId));
  return [...new Set(changed.map(({ dealId }) => dealId))];
}

/** All that a credit says, whichever entry of the ledger says it. */
const saying = (credit: PayableCredit): string =>
  JSON.stringify({ ...credit, id: null }, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}` : value,
  );

const withDeal = (
  standing: readonly PayableCredit[],
  due: readonly PayableCredit[],
  dealId: string,
): PayableCredit[] => [
  ...standing.filter((each) => each.dealId !== dealId),
  ...due.filter((each) => each.dealId === dealId),
];

/** A deal moves its own pay and that of the period; that of other deals by what it leaves to them. */
const originOf = ({ dealId }: Piece, originDealId: string): Origin => ({
  originDealId,
  cause: dealId === null || dealId === originDealId ? 'deal' : 'order',
});

/** What moved though no credit did: by quota or plan, by another product of the deal, or of the only one changed so. */
function originOfRest(
  piece: Piece,
  { whole, edited }: LateFacts,
  others: readonly string[],
): Origin {
  if (whole) return { originDealId: null, cause: whole };
  const own = piece.dealId !== null && edited.includes(piece.dealId);
  const dealId = own ? piece.dealId : others.length === 1 ? others[0]! : null;
  return dealId === null ? { originDealId: null, cause: 'deal' } : originOf(piece, dealId);
}
