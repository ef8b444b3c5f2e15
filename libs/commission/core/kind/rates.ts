import { Rational } from '@laurel/shared/core';
import { bandAt, prepareBands, scaleBands } from '../band.js';
import { type Counted, countsAsDeal } from '../counted.js';
import type { Evaluation } from '../evaluation.js';
import { amountPart, creditPart, minor, rateOf } from '../part.js';
import type { PartsOf } from '../piece.js';
import type { EdgeRule } from '../settings.js';
import { z } from 'zod';
import { type Complaint, within } from '../complaint.js';
import { bandComplaints } from '../band.js';
import { settings } from '../settings.js';
import { attributeName, money, productName, share } from '../words.js';

/** What a rule can name, the most specific first. */
export const attributes = [
  'variant',
  'product',
  'series',
  'priceList',
  'segment',
  'region',
] as const;
export type Attribute = (typeof attributes)[number];

const discount = share('discount', '0.1');

const rule = z.strictObject(
  {
    variant: attributeName('variant').optional(),
    product: productName.optional(),
    series: attributeName('series').optional(),
    priceList: attributeName('price list').optional(),
    segment: attributeName('segment').optional(),
    region: attributeName('region').optional(),
    discount: z
      .strictObject(
        { from: discount, to: discount.optional() },
        { error: 'Expected a range such as { "from": "0", "to": "0.1" }.' },
      )
      .optional(),
    rate: share('rate', '0.05').optional(),
    amount: money().optional(),
  },
  { error: 'Expected a rule such as { "product": "Name", "rate": "0.05" }.' },
);

/** A rate for each credit by what was sold, to whom, at which price list and discount: the most specific rule wins. */
export const ratesSchema = z.strictObject({
  kind: z.literal('rates'),
  ...settings,
  rates: z
    .array(rule, { error: 'Expected a list of rules.' })
    .min(1, { error: 'Expected at least one rule.' }),
});
export type Rates = z.infer<typeof ratesSchema>;
export type Rule = Rates['rates'][number];

/** What is wrong with rules that can each be read. */
export const ratesComplaints = ({ rates }: Rates): Complaint[] =>
  rates.flatMap(({ rate, amount, discount }, i) => {
    const either =
      (rate === undefined) === (amount === undefined)
        ? [{ path: ['rate'], message: 'Expected either a rate or an amount, as text.' }]
        : [];
    const range = discount ? bandComplaints('discount', [discount], 'pay-nothing') : [];
    const ofRange = range.map(({ path, message }) => ({
      path: ['discount', ...path.slice(1)],
      message,
    }));
    return within(['rates', i], [...either, ...ofRange]);
  });

/** Each paid credit by the most specific rule that matches it. */
export function payRates({ rates }: Rates, evaluation: Evaluation): PartsOf {
  const { edges } = evaluation.compiled;
  const ranked = rates
    .map((rule, index) => ({ rule, index, rank: rankOf(rule) }))
    .toSorted((a, b) => b.rank - a.rank || a.index - b.index);
  return ({ credits }) =>
    credits.flatMap((counted) => {
      const found = counted.paid && ranked.find(({ rule }) => matches(rule, counted, edges));
      return found ? partsOf(found, counted, evaluation) : [];
    });
}

function partsOf(
  { rule, index }: { rule: Rule; index: number },
  counted: Counted,
  evaluation: Evaluation,
) {
  const detail = { rule: index };
  if (rule.rate !== undefined)
    return [creditPart('rate', counted, rateOf(evaluation, rule.rate), detail)];
  if (!countsAsDeal(counted)) return [];
  const amount = minor(evaluation, rule.amount!);
  return [amountPart('rate', counted, amount, { ...detail, fixed: true })];
}

/** A higher rank for whoever names what stands earlier in the list of attributes, whatever comes after. */
const rankOf = (rule: Rule): number =>
  [...attributes, 'discount' as const].reduce(
    (rank, name) => rank * 2 + (rule[name] === undefined ? 0 : 1),
    0,
  );

function matches(rule: Rule, { credit }: Counted, edges: EdgeRule): boolean {
  const named = attributes.every((name) => rule[name] === undefined || rule[name] === credit[name]);
  if (!named || !rule.discount) return named;
  if (credit.discount == null) return false;
  const bands = scaleBands(prepareBands([rule.discount], 'marginal'), Rational.one);
  return bandAt(bands, Rational.parse(credit.discount), edges) !== undefined;
}
