import type { Basis, Component, Measure, Plan } from './document.js';
import { evaluate, type Names } from './expression.js';
import type { Credit, Facts } from './facts.js';
import { Fraction, one, zero } from './fraction.js';
import { convert, unitOf } from './money.js';
import type { Problems } from './problems.js';

/** A credit that counts for a component, in the plan's currency. */
export type Counted = {
  readonly credit: Credit;
  readonly amount: Fraction;
  readonly margin: Fraction | null;
  readonly quantity: Fraction | null;
  readonly count: Fraction;
  readonly measure: Fraction;
  readonly paid: boolean;
};

type Converted = Omit<Counted, 'measure' | 'paid'>;

/** The credits that a component counts, in the plan's order. */
export function countCredits(
  component: Component,
  facts: Facts,
  credits: readonly Credit[],
  problems: Problems,
): Counted[] {
  return inOrder(credits, facts.plan)
    .filter((credit) => isWanted(component, credit) && isOfPlan(component, facts, credit))
    .map((credit) => converted(credit, facts))
    .filter((each) => each !== null)
    .filter((each) => meets(component.where, each, facts, problems))
    .filter((each) => hasValues(component, each, problems))
    .map((each) => ({
      ...each,
      measure: each[component.measure ?? 'amount']!,
      paid: isPaidBy(facts, each.credit) && meets(component.pays, each, facts, problems),
    }));
}

function inOrder(credits: readonly Credit[], plan: Plan): Credit[] {
  const key = ({ creditedOn, externalId, id }: Credit) =>
    plan.order === 'external-id' ? [externalId, id] : [creditedOn, externalId, id];
  return [...credits].sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    return left.map((text, i) => byCodePoint(text, right[i]!)).find((order) => order !== 0) ?? 0;
  });
}

export function byCodePoint(a: string, b: string): number {
  const [left, right] = [[...a], [...b]].map((text) => text.map((each) => each.codePointAt(0)!));
  const i = left!.findIndex((point, at) => point !== right![at]);
  if (i < 0) return left!.length - right!.length;
  return i < right!.length ? left![i]! - right![i]! : 1;
}

function isWanted({ credits, kind, levels = 1 }: Component, credit: Credit): boolean {
  const usual = kind === 'override' ? ['rollUp'] : ['direct', 'split', 'overlay'];
  const wanted = [credits ?? usual].flat();
  return wanted.includes(credit.kind) && (credit.kind !== 'rollUp' || credit.level <= levels);
}

/** A version pays the credits of its days; those of earlier periods are for whoever asks what they were due. */
const isPaidBy = ({ span, range }: Facts, { creditedOn }: Credit): boolean =>
  !span || creditedOn < range.from || (creditedOn >= span.from && creditedOn < span.to);

/** Where the quota is that of the days on the plan, and the plan changes, only credits of these days count. */
function isOfPlan(
  { prorate, accumulate }: Component,
  { span, active }: Facts,
  { creditedOn }: Credit,
): boolean {
  if (!span || !active || !prorate || prorate.of === 'target' || accumulate === 'year') return true;
  return creditedOn >= active.from && (!active.to || creditedOn < active.to);
}

function converted(credit: Credit, facts: Facts): Converted | null {
  const amount = convert(credit.amount, credit, credit.creditedOn, facts);
  if (amount === null) return null;
  return {
    credit,
    amount,
    margin: credit.margin == null ? null : convert(credit.margin, credit, credit.creditedOn, facts),
    quantity: credit.quantity == null ? null : Fraction.read(credit.quantity),
    // A deal is counted with the first part of it that comes in.
    count: amount.sign >= 0 && (credit.part ?? 0) === 0 ? one : zero,
  };
}

function meets(
  condition: string | undefined,
  counted: Converted,
  facts: Facts,
  problems: Problems,
): boolean {
  if (condition === undefined) return true;
  const value = evaluate(condition, { ...planNames(facts), ...dealNames(counted, facts.plan) });
  if (value === null) problems.add('CONDITION_UNDEFINED', counted.credit.dealId);
  return value === true;
}

function hasValues(component: Component, counted: Converted, problems: Problems): boolean {
  const asked: (Measure | Basis | undefined)[] = [component.measure];
  if ('basis' in component) asked.push(component.basis);
  const missing =
    (counted.margin === null &&
      asked.some((each) => each === 'margin' || each === 'marginShare')) ||
    (counted.quantity === null && asked.includes('quantity'));
  if (missing) problems.add('VALUE_MISSING', counted.credit.dealId);
  return !missing;
}

/** What every expression can read. */
export function planNames({ plan, scores }: Facts): Names {
  const entries = (group: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).map(
      ([name, text]) => [`${group}.${name}`, Fraction.read(text)] as const,
    );
  return Object.fromEntries([
    ...entries('parameter', plan.parameters),
    ...entries('score', scores),
  ]);
}

/** What an expression about a credit can read. */
export function dealNames({ credit, amount, margin, quantity }: Converted, plan: Plan): Names {
  const unit = unitOf(plan.currency);
  return {
    'deal.amount': amount.over(unit),
    'deal.margin': margin && margin.over(unit),
    'deal.marginShare': marginShare(margin, amount),
    'deal.quantity': quantity,
    'deal.discount': credit.discount == null ? null : Fraction.read(credit.discount),
    'deal.product': credit.product,
    'deal.series': credit.series,
    'deal.variant': credit.variant,
    'deal.segment': credit.segment,
    'deal.priceList': credit.priceList,
    'deal.region': credit.region,
    'deal.day': credit.creditedOn,
    'deal.kind': credit.kind,
  };
}

export const marginShare = (margin: Fraction | null, amount: Fraction): Fraction | null =>
  margin === null || amount.sign === 0 ? null : margin.over(amount);
