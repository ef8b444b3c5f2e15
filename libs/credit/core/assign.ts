import type { TeamTree } from '@laurel/people/core';
import type { Day } from '@laurel/shared/core';

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
};

/** The share of a won deal that counts for a payee: level 0 the owner, above that the managers. */
export type AssignedCredit = {
  readonly dealId: string;
  readonly payeeId: string;
  readonly kind: CreditKind;
  readonly level: number;
  readonly amount: bigint;
  readonly currency: string;
  readonly creditedOn: Day;
};

/**
 * Who is credited for a deal: its owner, and once each every manager above the owner's team on the
 * day it was closed. A deal that is not won, or was removed, credits nobody.
 */
export function assignCredits(
  deal: CreditableDeal,
  { managersOf }: Pick<TeamTree, 'managersOf'>,
): AssignedCredit[] {
  const { id, ownerId, amount, currency, status, closedOn, removed } = deal;
  if (status !== 'won' || removed || !closedOn) return [];
  const shared = { dealId: id, amount, currency, creditedOn: closedOn };
  return [
    { ...shared, payeeId: ownerId, kind: 'direct', level: 0 },
    ...managersOf(ownerId, closedOn).map(({ memberId, level }): AssignedCredit => ({
      ...shared,
      payeeId: memberId,
      kind: 'rollUp',
      level,
    })),
  ];
}
