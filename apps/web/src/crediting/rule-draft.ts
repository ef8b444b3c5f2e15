import { checkRule, type RuleCondition, type RuleDocument } from '@laurel/credit/core';
import { formatMoney, parseMoney } from '@laurel/shared/core';
import { percentText, shareOf, type SplitRow } from '../deal/split-draft.js';
import type { Rule } from './crediting.js';
import { type ListCondition, listConditions } from './rule-view.js';

/** A rule as it is being typed. */
export type RuleDraft = {
  readonly name: string;
  readonly priority: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly kind: RuleDocument['kind'];
  readonly payee: string | null;
  readonly percent: string;
  readonly instead: boolean;
  readonly shares: readonly SplitRow[];
  readonly levels: number;
  readonly overlays: boolean;
  readonly lists: Readonly<Record<ListCondition, readonly string[]>>;
  readonly amount: string | null;
  readonly currency: string;
};

/** Stands for the deal's owner among the shares. */
export const owner = 'owner';

/** What the form starts with: the next version begins today. */
export function draftOf(
  rule: Rule | undefined,
  currency: string,
  today: string,
  language: string,
): RuleDraft {
  const document = rule?.document;
  const share = document && shareIn(document);
  const least = document?.when.amountAtLeast;
  return {
    name: rule?.name ?? '',
    priority: rule?.priority ?? 0,
    from: today,
    to: rule?.to ?? null,
    kind: document?.kind ?? 'overlay',
    payee: document && 'payee' in document ? document.payee : null,
    percent: share ? percentText(share, language) : '10',
    instead: document?.kind !== 'territory' || document.onTop === undefined,
    shares: document?.kind === 'split' ? rowsOf(document.shares, language) : halves,
    levels: document?.kind === 'rollUp' ? document.levels : 1,
    overlays: document?.kind === 'rollUp' && document.overlays,
    lists: listsIn(document?.when ?? {}),
    amount: least ? parseMoney(least.amount, least.currency).toString() : null,
    currency: least?.currency ?? currency,
  };
}

const halves: readonly SplitRow[] = [
  { payee: owner, percent: '50', kind: 'split' },
  { payee: null, percent: '50', kind: 'split' },
];

const rowsOf = (
  shares: readonly { payee: string; share: string }[],
  language: string,
): SplitRow[] =>
  shares.map(({ payee, share }) => ({
    payee,
    percent: percentText(share, language),
    kind: 'split',
  }));

const shareIn = (document: RuleDocument): string | undefined =>
  document.kind === 'overlay'
    ? document.share
    : document.kind === 'territory'
      ? document.onTop
      : undefined;

const listsIn = (when: RuleCondition): RuleDraft['lists'] => ({
  regions: when.regions ?? [],
  accounts: when.accounts ?? [],
  segments: when.segments ?? [],
  products: when.products ?? [],
  series: when.series ?? [],
});

/** The document that the draft means; what it leaves out of an edited rule's conditions stays. */
export function documentOf(draft: RuleDraft, before?: RuleDocument): unknown {
  const lists = listConditions.flatMap((name) =>
    draft.lists[name].length ? [[name, draft.lists[name]] as const] : [],
  );
  const { amount, currency } = draft;
  const when = {
    ...Object.fromEntries(lists),
    ...(before?.when.owners && { owners: before.when.owners }),
    ...(amount && { amountAtLeast: { amount: formatMoney(BigInt(amount), currency), currency } }),
  };
  return { kind: draft.kind, when, ...effectOf(draft) };
}

/** May it be saved? The server looks again, and knows the members. */
export const isComplete = (draft: RuleDraft): boolean =>
  draft.name.trim() !== '' &&
  draft.from !== null &&
  (draft.to === null || draft.from < draft.to) &&
  checkRule(documentOf(draft)).length === 0;

function effectOf({ kind, payee, percent, instead, shares, levels, overlays }: RuleDraft): object {
  const share = shareOf(percent);
  switch (kind) {
    case 'owner':
      return {};
    case 'overlay':
      return { payee, share };
    case 'territory':
      return { payee, ...(!instead && { onTop: share }) };
    case 'rollUp':
      return { levels, overlays };
    case 'split':
      return {
        shares: shares.map((row) => ({ payee: row.payee, share: shareOf(row.percent) })),
      };
  }
}
