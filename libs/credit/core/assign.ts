import type { DealSplit } from '@laurel/deal/core';
import type { Superior, TeamTree } from '@laurel/people/core';
import { groupBy, type Day } from '@laurel/shared/core';
import { type CreditDate, type DatedDeal, type DateOf, stepsOf } from './credit-date.js';
import { decide, type Decision } from './decide.js';
import type { CreditingRule, RuleFacts } from './rule-order.js';
import { overlayCredits, splitCredit } from './split.js';

export const creditKinds = ['direct', 'split', 'overlay', 'rollUp'] as const;
export type CreditKind = (typeof creditKinds)[number];

/** What crediting asks about a deal; amounts in minor units of the currency. */
export type CreditableDeal = RuleFacts &
  DatedDeal & {
    readonly id: string;
    readonly status: 'open' | 'won' | 'lost';
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
  /** Which date of the deal the credited day is. */
  readonly datedBy: CreditDate;
  /** 0 but for cash, which credits a deal part by part. */
  readonly part: number;
  /** The crediting rule and its version that made it; null where the deal or no rule did. */
  readonly rule: string | null;
};

/** What somebody will be credited for a won deal once it has the date that credits it. */
export type AwaitedCredit = Pick<
  AssignedCredit,
  'dealId' | 'payeeId' | 'kind' | 'amount' | 'currency'
> & { readonly awaits: Exclude<CreditDate, 'closed'> };

type Share = Pick<AssignedCredit, 'payeeId' | 'kind' | 'level' | 'amount' | 'rule'>;

const atClose: DateOf = () => 'closed';

/**
 * Who is credited for a deal, by its own shares and the rules of the day it was closed: those who hold it, to the minor
 * unit; whoever has an overlay, on top; and each manager above those who hold it, once, with the sum of their parts, so
 * that nobody is credited by roll-up for more than the deal. An overlay rolls up only where a rule says so.
 * When, each payee's date says. A deal that is not won, or was removed, credits nobody.
 */
export function assignCredits(
  deal: CreditableDeal,
  tree: Pick<TeamTree, 'managersOf'>,
  rules: readonly CreditingRule[] = [],
  dateOf: DateOf = atClose,
): AssignedCredit[] {
  const shares = sharesOf(deal, tree, rules);
  return shares(deal.amount).flatMap((share) => dated(deal, share, shares, dateOf));
}

/** What is not credited yet of a deal, because it is not booked, not invoiced or not paid. */
export function awaitedCredits(
  deal: CreditableDeal,
  tree: Pick<TeamTree, 'managersOf'>,
  rules: readonly CreditingRule[],
  dateOf: DateOf,
): AwaitedCredit[] {
  const shares = sharesOf(deal, tree, rules);
  return shares(deal.amount).flatMap((share) => {
    const awaits = dateOf(share.payeeId, deal.closedOn!);
    if (awaits === 'closed') return [];
    const credits = dated(deal, share, shares, dateOf);
    const amount = credits.reduce((left, credit) => left - credit.amount, share.amount);
    if (credits.length && amount === 0n) return [];
    const { payeeId, kind } = share;
    return [{ dealId: deal.id, payeeId, kind, amount, currency: deal.currency, awaits }];
  });
}

/** Everybody's share of the deal, or of a part of it that is worth so much; each payee once of a kind. */
function sharesOf(
  deal: CreditableDeal,
  { managersOf }: Pick<TeamTree, 'managersOf'>,
  rules: readonly CreditingRule[],
): (worth: bigint) => Share[] {
  const { status, closedOn, removed } = deal;
  if (status !== 'won' || removed || !closedOn) return () => [];
  const decision = decide(deal, closedOn, rules);
  const above = (payeeId: string) =>
    managersOf(payeeId, closedOn).filter(({ level }) => level <= decision.rollUp.levels);
  return (worth) => {
    const holders = holdersOf(worth, decision);
    const overlays = overlaysOf(worth, decision);
    const followed = decision.rollUp.overlays ? [...holders, ...overlays] : holders;
    return [...holders, ...overlays, ...rollUps(followed, above, decision.rollUp.rule)];
  };
}

/** A share on the days it is credited; what each step adds, so that all steps sum to the share. */
function dated(
  deal: CreditableDeal,
  share: Share,
  shares: (worth: bigint) => Share[],
  dateOf: DateOf,
): AssignedCredit[] {
  const { id: dealId, currency } = deal;
  const datedBy = dateOf(share.payeeId, deal.closedOn!);
  const worthAt = (upTo: bigint) =>
    upTo === deal.amount ? share.amount : (shares(upTo).find(isSame(share))?.amount ?? 0n);
  let before = 0n;
  return stepsOf(deal, datedBy).map(({ day: creditedOn, upTo }, part) => {
    const now = worthAt(upTo);
    const amount = now - before;
    before = now;
    return { dealId, ...share, amount, currency, creditedOn, datedBy, part };
  });
}

const isSame =
  (one: Share) =>
  ({ payeeId, kind }: Share): boolean =>
    payeeId === one.payeeId && kind === one.kind;

function holdersOf(amount: bigint, { holders: { kind, shares, rule } }: Decision): Share[] {
  if (!shares.length) return [];
  return splitCredit(amount, shares).map((part) => ({ ...part, kind, level: 0, rule }));
}

const overlaysOf = (amount: bigint, { overlays }: Decision): Share[] =>
  overlayCredits(amount, overlays, 'half-even').map((part, i) => ({
    ...part,
    kind: 'overlay',
    level: 0,
    rule: overlays[i]!.rule,
  }));

/** The nearest place counts where somebody leads several who are followed. */
function rollUps(
  followed: readonly Share[],
  managersOf: (payeeId: string) => Superior[],
  rule: string | null,
): Share[] {
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
