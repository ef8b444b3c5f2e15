import { byCodePoint, groupBy, parseMoney, type Day } from '@laurel/shared/core';
import type { RuleCondition, RuleDocument } from './rule.js';

/** One version of a rule: it holds from its day on, until the next version's or its own end. */
export type CreditingRule = {
  readonly name: string;
  readonly number: number;
  readonly priority: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly document: RuleDocument;
};

/** What conditions ask about a deal. */
export type RuleFacts = {
  readonly ownerId: string;
  readonly amount: bigint;
  readonly currency: string;
  readonly product: string | null;
  readonly series: string | null;
  /** Of the deal, else of its account. */
  readonly region: string | null;
  /** The sector of the account. */
  readonly segment: string | null;
  readonly account: string | null;
};

/**
 * The rules of a day, in the order in which they are asked: the higher priority first, then the one with
 * more conditions, then by name. Of each rule the latest version that began counts, also when it has ended.
 */
export function rulesOn(rules: readonly CreditingRule[], day: Day): CreditingRule[] {
  const begun = groupBy(
    rules.filter(({ from }) => from <= day),
    ({ name }) => name,
  );
  return [...begun.values()]
    .map((versions) => versions.reduce((last, each) => (each.number > last.number ? each : last)))
    .filter(({ to }) => to === null || day < to)
    .sort(firstAsked);
}

/** Does the deal meet every condition? Case does not matter; an amount counts in its own currency only. */
export function meets(facts: RuleFacts, when: RuleCondition): boolean {
  const named = (wanted: readonly string[] | undefined, value: string | null) =>
    !wanted || wanted.some((each) => plain(each) === plain(value ?? ''));
  return (
    named(when.products, facts.product) &&
    named(when.series, facts.series) &&
    named(when.regions, facts.region) &&
    named(when.segments, facts.segment) &&
    named(when.accounts, facts.account) &&
    named(when.owners, facts.ownerId) &&
    isLarge(facts, when.amountAtLeast)
  );
}

function isLarge({ amount, currency }: RuleFacts, least: RuleCondition['amountAtLeast']): boolean {
  if (!least) return true;
  return currency === least.currency && amount >= parseMoney(least.amount, currency);
}

const plain = (text: string): string => text.trim().toLowerCase();

const conditionsOf = ({ document }: CreditingRule): number =>
  Object.values(document.when).filter((condition) => condition !== undefined).length;

const firstAsked = (a: CreditingRule, b: CreditingRule): number =>
  b.priority - a.priority || conditionsOf(b) - conditionsOf(a) || byCodePoint(a.name, b.name);
