import type { Axis } from './axis.js';
import { makeBands, standing } from './band.js';
import { type Counted, dealNames, marginShare } from './counted.js';
import {
  attributes,
  type Dimension,
  type Figure,
  type Formula,
  type Matrix,
  type Rates,
  type Rule,
  type Spiff,
} from './document.js';
import { evaluate } from './expression.js';
import { Fraction, one, zero } from './fraction.js';
import { minor } from './money.js';
import type { Situation } from './situation.js';

const paysAmount = (counted: Counted): boolean => counted.count.sign > 0;

/** A rate of what is measured; null where there is nothing to pay for. */
export const atRate = (
  { worthOfOne }: Situation,
  { measure }: Counted,
  rate: string,
): Fraction | null =>
  measure.sign === 0 ? null : Fraction.read(rate).times(measure).times(worthOfOne);

/** What a whole credit is paid by the most specific rule; null if nothing. */
export function byRules(situation: Situation<Rates>, counted: Counted): Fraction | null {
  const { component, plan } = situation;
  const { edges = 'half-open', rates } = component;
  const matching = rates.filter((rule) => matches(rule, counted, edges));
  const best = matching.toSorted((a, b) => compareText(specificity(b), specificity(a)))[0];
  if (!best) return null;
  if (best.amount !== undefined) return paysAmount(counted) ? minor(best.amount, plan) : null;
  return atRate(situation, counted, best.rate!);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function matches(rule: Rule, { credit }: Counted, edges: 'half-open' | 'closed-above' | 'closed') {
  if (attributes.some((name) => rule[name] !== undefined && rule[name] !== credit[name]))
    return false;
  if (!rule.discount) return true;
  if (credit.discount == null) return false;
  const band = makeBands([rule.discount], one);
  return standing(band, Fraction.read(credit.discount), edges) !== undefined;
}

/** One digit for each thing a rule can name, the most telling first. */
const specificity = (rule: Rule): string =>
  (['variant', 'product', 'series', 'priceList', 'segment', 'region', 'discount'] as const)
    .map((name) => (rule[name] === undefined ? '0' : '1'))
    .join('');

export function bySpiff(
  { component, plan, problems }: Situation<Spiff>,
  counted: Counted,
): Fraction | null {
  const { product, amount, per } = component;
  if (per === 'unit' ? counted.amount.sign < 0 : !paysAmount(counted)) return null;
  if (product !== undefined && product !== counted.credit.product) return null;
  if (per !== 'unit') return minor(amount, plan);
  if (counted.quantity === null) problems.add('VALUE_MISSING', counted.credit.dealId);
  return something(minor(amount, plan).times(counted.quantity ?? zero));
}

const something = (pay: Fraction): Fraction | null => (pay.sign === 0 ? null : pay);

export function byFormula(situation: Situation<Formula>, counted: Counted): Fraction | null {
  const { component, plan, unit, problems } = situation;
  const names = { ...situation.names(), ...dealNames(counted, plan) };
  const value = evaluate(component.formula, names);
  if (value === null) problems.add('FORMULA_UNDEFINED', counted.credit.dealId);
  return value instanceof Fraction ? something(value.times(unit)) : null;
}

/** What a whole credit is paid by its row and column; the attainment is that of the axis. */
export function byMatrix(
  situation: Situation<Matrix>,
  counted: Counted,
  axis: Axis,
): Fraction | null {
  const { rows, columns, rates } = situation.component;
  const [row, column] = [rows, columns].map((each) => placeIn(situation, each, counted, axis));
  if (row === undefined || column === undefined) return null;
  return atRate(situation, counted, rates[row]![column]!);
}

function placeIn(
  situation: Situation<Matrix>,
  dimension: Dimension,
  counted: Counted,
  axis: Axis,
): number | undefined {
  if ('values' in dimension) return placeOfText(dimension.values, counted.credit[dimension.by]);
  const { by, from } = dimension;
  const { zeroQuota, edges = 'half-open' } = situation.component;
  if (by === 'attainment' && situation.quota?.sign === 0)
    return zeroQuota === 'lowest' ? 0 : zeroQuota === 'highest' ? from.length - 1 : undefined;
  const figure = figureOf(situation, by, counted, axis);
  if (figure === null && by !== 'attainment')
    situation.problems.add('VALUE_MISSING', counted.credit.dealId);
  if (figure === null) return undefined;
  const lower = edges === 'half-open' ? 'half-open' : 'closed-above';
  const bands = makeBands(
    from.map((edge) => ({ from: edge })),
    one,
  );
  return standing(bands, figure, lower)?.index;
}

function placeOfText(values: readonly string[], text: string | null | undefined) {
  const place = values.findIndex((value) => value !== '*' && value === text);
  const other = place < 0 ? values.indexOf('*') : place;
  return other < 0 ? undefined : other;
}

function figureOf(
  { quota, unit }: Situation,
  by: Figure,
  { amount, margin, quantity, credit }: Counted,
  axis: Axis,
): Fraction | null {
  switch (by) {
    case 'amount':
      return amount.over(unit);
    case 'margin':
      return margin && margin.over(unit);
    case 'marginShare':
      return marginShare(margin, amount);
    case 'quantity':
      return quantity;
    case 'discount':
      return credit.discount == null ? null : Fraction.read(credit.discount);
    case 'attainment':
      return quota && axis.total && axis.total.over(quota);
  }
}
