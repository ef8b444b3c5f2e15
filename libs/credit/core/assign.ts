import type { DealSplit } from '@laurel/deal/core';
import type { Superior, TeamTree } from '@laurel/people/core';
import { groupBy, type Day } from '@laurel/shared/core';
import { decide, type Decision } from './decide.js';
import type { CreditingRule, RuleFacts } from './rule-order.js';
import { overlayCredits, splitCredit } from './split.js';

export const creditKinds = ['direct', 'split', 'overlay', 'rollUp'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** What crediting asks about a deal; amounts in minor units of the currency. */
export type CreditableDeal = RuleFacts & {
  readonly id: string;
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
  /** The crediting rule and its version that made it; null where the deal or no rule did. */
  readonly rule: string | null;
};

type Part = Pick<AssignedCredit, 'payeeId' | 'kind' | 'level' | 'amount' | 'rule'>;

/**
 * Who is credited for a deal, by its own shares and the rules of its day: those who hold it, to the minor unit;
 * whoever has an overlay, on top; and each manager above those who hold it, once, with the sum of their parts, so
 * that nobody is credited by roll-up for more than the deal. An overlay rolls up only where a rule says so.
 * A deal that is not won, or was removed, credits nobody.
 */
export function assignCredits(
  deal: CreditableDeal,
  { managersOf }: Pick<TeamTree, 'managersOf'>,
  rules: readonly CreditingRule[] = [],
): AssignedCredit[] {
  const { id, currency, status, closedOn, removed } = deal;
  if (status !== 'won' || removed || !closedOn) return [];
  const decision = decide(deal, closedOn, rules);
  const holders = holdersOf(deal.amount, decision);
  const overlays = overlaysOf(deal.amount, decision);
  const above = (payeeId: string) =>
    managersOf(payeeId, closedOn).filter(({ level }) => level <= decision.rollUp.levels);
  const followed = decision.rollUp.overlays ? [...holders, ...overlays] : holders;
  const parts = [...holders, ...overlays, ...rollUps(followed, above, decision.rollUp.rule)];
  return parts.map((part) => ({ dealId: id, ...part, currency, creditedOn: closedOn }));
}

function holdersOf(amount: bigint, { holders: { kind, shares, rule } }: Decision): Part[] {
  if (!shares.length) return [];
  return splitCredit(amount, shares).map((part) => ({ ...part, kind, level: 0, rule }));
}

const overlaysOf = (amount: bigint, { overlays }: Decision): Part[] =>
  overlayCredits(amount, overlays, 'half-even').map((part, i) => ({
    ...part,
    kind: 'overlay',
    level: 0,
    rule: overlays[i]!.rule,
  }));

/** The nearest place counts where somebody leads several who are followed. */
function rollUps(
  followed: readonly Part[],
  managersOf: (payeeId: string) => Superior[],
  rule: string | null,
): Part[] {
  const found = followed.flatMap(({ payeeId, amount }) =>
    managersOf(payeeId).map((manager) => ({ ...manager, amount })),
  );
  return [...groupBy(found, ({ memberId }) => memberId)].map(([payeeId, parts]) => ({
    payeeId,
    kind: 'rollUp',
    level: Math.min(...parts.map(({ level }) => level)),
    amount: parts.reduce((sum, { amount }) => sum + amount, 0n),
    rule,
  }));
}
