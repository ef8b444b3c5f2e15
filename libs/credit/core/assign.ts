import type { DealSplit } from '@laurel/deal/core';
import type { Superior, TeamTree } from '@laurel/people/core';
import { groupBy, type Day } from '@laurel/shared/core';
import { overlayCredits, splitCredit } from './split.js';

export const creditKinds = ['direct', 'split', 'overlay', 'rollUp'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** What crediting asks about a deal; amounts in minor units of the currency. */
export type CreditableDeal = {
  readonly id: string;
  readonly ownerId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly status: 'open' | 'won' | 'lost';
  readonly closedOn: Day | null;
  readonly removed: boolean;
  readonly splits: readonly DealSplit[];
};

/** The share of a won deal that counts for a payee: level 0 is their own, above that are the managers. */
export type AssignedCredit = {
  readonly dealId: string;
  readonly payeeId: string;
  readonly kind: CreditKind;
  readonly level: number;
  readonly amount: bigint;
  readonly currency: string;
  readonly creditedOn: Day;
};

type Part = Pick<AssignedCredit, 'payeeId' | 'kind' | 'level' | 'amount'>;

/**
 * Who is credited for a deal. Its owner, or instead those it is split among, to the minor unit; whoever has
 * an overlay, on top; and each manager above those who hold the deal on the day it was closed, once, with the
 * sum of their parts, so that nobody is credited by roll-up for more than the deal. An overlay rolls up to nobody.
 * A deal that is not won, or was removed, credits nobody.
 */
export function assignCredits(
  deal: CreditableDeal,
  { managersOf }: Pick<TeamTree, 'managersOf'>,
): AssignedCredit[] {
  const { id, currency, status, closedOn, removed } = deal;
  if (status !== 'won' || removed || !closedOn) return [];
  const holders = holdersOf(deal);
  const parts = [
    ...holders,
    ...overlaysOf(deal),
    ...rollUps(holders, (payeeId) => managersOf(payeeId, closedOn)),
  ];
  return parts.map((part) => ({ dealId: id, ...part, currency, creditedOn: closedOn }));
}

function holdersOf({ ownerId, amount, splits }: CreditableDeal): Part[] {
  const shared = splits.filter(({ kind }) => kind === 'split');
  if (!shared.length) return [{ payeeId: ownerId, kind: 'direct', level: 0, amount }];
  return splitCredit(amount, shared).map((part) => ({ ...part, kind: 'split', level: 0 }));
}

function overlaysOf({ amount, splits }: CreditableDeal): Part[] {
  const extra = splits.filter(({ kind }) => kind === 'overlay');
  const parts = overlayCredits(amount, extra, 'half-even');
  return parts.map((part) => ({ ...part, kind: 'overlay', level: 0 }));
}

/** The nearest place counts where somebody leads several who hold the deal. */
function rollUps(holders: readonly Part[], managersOf: (payeeId: string) => Superior[]): Part[] {
  const found = holders.flatMap(({ payeeId, amount }) =>
    managersOf(payeeId).map((manager) => ({ ...manager, amount })),
  );
  return [...groupBy(found, ({ memberId }) => memberId)].map(([payeeId, parts]) => ({
    payeeId,
    kind: 'rollUp',
    level: Math.min(...parts.map(({ level }) => level)),
    amount: parts.reduce((sum, { amount }) => sum + amount, 0n),
  }));
}
