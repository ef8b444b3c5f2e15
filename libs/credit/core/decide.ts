import type { DealSplit } from '@laurel/deal/core';
import { groupBy, totalOfShares } from '@laurel/shared/core';
import type { CreditShare } from './split.js';
import { meets, rulesOn, type CreditingRule, type RuleFacts } from './rule-order.js';
import type { RuleDocument } from './rule.js';

/** Whoever holds a deal or gets some on top, and the rule that says so; null where the deal says so itself. */
type Ruled = { readonly rule: string | null };

export type Decision = {
  readonly holders: Ruled & { readonly kind: 'direct' | 'split'; readonly shares: CreditShare[] };
  readonly overlays: readonly (Ruled & CreditShare)[];
  readonly rollUp: Ruled & { readonly levels: number; readonly overlays: boolean };
};

type Deal = RuleFacts & { readonly splits: readonly DealSplit[] };

/**
 * Who is to be credited, by the deal's own shares and the rules of its day. The deal's own split comes first,
 * else the first owner, split or territory rule that it meets decides who holds it; without any the owner does,
 * unless owner rules are in force that it does not meet: then nobody. All overlays that it meets come on top,
 * one for each payee: the deal's own, else the first. The first roll-up rule decides how far managers follow.
 */
export function decide(deal: Deal, closedOn: string, rules: readonly CreditingRule[]): Decision {
  const inForce = rulesOn(rules, closedOn);
  const met = inForce.filter(({ document }) => meets(deal, document.when));
  return {
    holders: ownSplit(deal) ?? ruledHolders(deal, met) ?? fallback(deal, inForce),
    overlays: onePerPayee([...ownOverlays(deal), ...met.flatMap(overlayOf)]),
    rollUp: rollUpOf(met),
  };
}

function ownSplit({ splits }: Deal): Decision['holders'] | undefined {
  const shares = splits.filter(({ kind }) => kind === 'split');
  return shares.length ? { kind: 'split', shares, rule: null } : undefined;
}

function ruledHolders(deal: Deal, met: readonly CreditingRule[]): Decision['holders'] | undefined {
  for (const rule of met) {
    const shares = heldBy(deal, rule.document);
    if (!shares) continue;
    const kind = rule.document.kind === 'split' ? 'split' : 'direct';
    return { kind, shares, rule: labelOf(rule) };
  }
  return undefined;
}

function heldBy({ ownerId }: Deal, document: RuleDocument): CreditShare[] | undefined {
  if (document.kind === 'owner') return whole(ownerId);
  if (document.kind === 'territory' && !document.onTop) return whole(document.payee);
  if (document.kind !== 'split') return undefined;
  const shares = groupBy(document.shares, ({ payee }) => (payee === 'owner' ? ownerId : payee));
  // The owner of the deal may be one of those whom the rule names.
  return [...shares].map(([payeeId, parts]) => ({
    payeeId,
    share: totalOfShares(parts.map(({ share }) => share)).toText(),
  }));
}

/** Nobody told who owns what: then the owner of every deal does. */
function fallback({ ownerId }: Deal, inForce: readonly CreditingRule[]): Decision['holders'] {
  const isRuled = inForce.some(({ document }) => document.kind === 'owner');
  return { kind: 'direct', shares: isRuled ? [] : whole(ownerId), rule: null };
}

const ownOverlays = ({ splits }: Deal): Decision['overlays'][number][] =>
  splits
    .filter(({ kind }) => kind === 'overlay')
    .map(({ payeeId, share }) => ({ payeeId, share, rule: null }));

function overlayOf(rule: CreditingRule): Decision['overlays'][number][] {
  const { document } = rule;
  if (document.kind === 'overlay')
    return [{ payeeId: document.payee, share: document.share, rule: labelOf(rule) }];
  if (document.kind === 'territory' && document.onTop)
    return [{ payeeId: document.payee, share: document.onTop, rule: labelOf(rule) }];
  return [];
}

const onePerPayee = (overlays: readonly Decision['overlays'][number][]) =>
  overlays.filter(
    ({ payeeId }, at) => overlays.findIndex((each) => each.payeeId === payeeId) === at,
  );

function rollUpOf(met: readonly CreditingRule[]): Decision['rollUp'] {
  for (const rule of met)
    if (rule.document.kind === 'rollUp') {
      const { levels, overlays } = rule.document;
      return { levels, overlays, rule: labelOf(rule) };
    }
  return { levels: Infinity, overlays: false, rule: null };
}

const whole = (payeeId: string): CreditShare[] => [{ payeeId, share: '1' }];

/** Names a rule and its version on a credit. */
const labelOf = ({ name, number }: CreditingRule): string => `${name} (${number})`;
