import fc from 'fast-check';
import { checkPlan, type PlanDocument } from '../core/plan.js';
import {
  amount,
  anyCap,
  creditSettings,
  decimal,
  edges,
  maybe,
  mode,
  onPayment,
  period,
  periodSettings,
  rate,
} from './any-settings.js';

const title = { en: 'Pay', de: 'Geld' };
type Draft = fc.Arbitrary<object>;

const merged = (...parts: Draft[]): Draft =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as object);

const pays = (ofAmount: boolean, own: string, fixed: string) =>
  ofAmount ? { amount: fixed } : { rate: own };

const tier = fc.record({ rate, fixed: amount, ofAmount: fc.boolean(), own: maybe(mode) });

/** Tiers by any basis, that end where an amount has to be spread. */
const tiers: Draft = fc
  .record({
    basis: fc.constantFrom('quota', 'target', 'amount', 'margin', 'count', 'quantity'),
    mode: maybe(mode),
    from: edges(1),
    each: fc.array(tier, { minLength: 5, maxLength: 5 }),
    gap: fc.boolean(),
  })
  .map(({ basis, mode: own, from, each, gap }) => ({
    kind: 'tiers',
    basis,
    mode: own,
    ...(gap && { gaps: 'pay-nothing' }),
    tiers: from.slice(gap && from.length > 1 ? 1 : 0).map((edge, i) => {
      const { rate: share, fixed, ofAmount, own: mine } = each[i]!;
      const to = from.indexOf(edge) === from.length - 1 ? { to: `${Number(edge) + 5}` } : {};
      return { from: edge, ...to, mode: mine, ...pays(ofAmount, share, fixed) };
    }),
  }));

/** Tiers at a point: the margin of what was sold, or a score. */
const pointTiers: Draft = fc
  .record({
    point: fc.constantFrom(
      { basis: 'marginShare', mode: 'running' },
      { basis: 'marginShare', mode: 'retroactive' },
      { basis: 'score', mode: 'retroactive', score: 'focus' },
    ),
    from: edges(1),
    each: fc.array(tier, { minLength: 5, maxLength: 5 }),
  })
  .map(({ point, from, each }) => ({
    kind: 'tiers',
    ...point,
    tiers: from.map((edge, i) => {
      const { rate: share, fixed, ofAmount } = each[i]!;
      return { from: edge, ...pays(ofAmount, share, fixed) };
    }),
  }));

const rule = fc
  .record({
    product: maybe(fc.constantFrom('Gold', 'Silver')),
    segment: maybe(fc.constantFrom('new', 'old')),
    discount: maybe(fc.constantFrom({ from: '0', to: '0.1' }, { from: '0.1' })),
    rate,
    fixed: amount,
    ofAmount: fc.boolean(),
  })
  .map(({ rate: share, fixed, ofAmount, ...match }) => ({
    ...match,
    ...pays(ofAmount, share, fixed),
  }));

const dimension = fc.oneof(
  edges(1).map((from) => ({ by: 'attainment', from })),
  edges(40).map((from) => ({ by: 'amount', from })),
  edges(0.25).map((from) => ({ by: 'discount', from })),
  fc.constantFrom<{ by: string; from?: string[]; values?: string[] }>(
    { by: 'product', values: ['Gold', '*'] },
    { by: 'segment', values: ['new', 'old'] },
  ),
);
const places = (each: { from?: readonly string[]; values?: readonly string[] }) =>
  (each.from ?? each.values!).length;

const matrix: Draft = fc
  .tuple(dimension, dimension, fc.array(rate, { minLength: 25, maxLength: 25 }))
  .map(([rows, columns, cells]) => ({
    kind: 'matrix',
    rows,
    columns,
    rates: Array.from({ length: places(rows) }, (_, r) =>
      Array.from({ length: places(columns) }, (_, c) => cells[r * 5 + c]!),
    ),
  }));

const points = fc
  .tuple(edges(1), fc.array(decimal(2), { minLength: 5, maxLength: 5 }))
  .map(([at, share]) => at.map((each, i) => ({ at: each, pays: share[i]! })));

const curve = fc.oneof(
  fc.record({ shape: fc.constant('table'), points }),
  fc.record({
    shape: fc.constant('linear'),
    points,
    beyond: maybe(fc.constantFrom('hold', 'extend')),
  }),
  fc.record({
    shape: fc.constant('threshold'),
    threshold: decimal(1).filter((each) => Number(each) < 1),
    start: maybe(decimal(1)),
    slope: maybe(decimal(3)),
    most: maybe(decimal(3)),
  }),
);

const curves: Draft = fc.record({
  kind: fc.constant('curve'),
  curve,
  basis: maybe(fc.constantFrom('quota', 'amount', 'count')),
  zeroQuota: maybe(fc.constantFrom('nothing', 'target')),
});

const formulas = (per: 'deal' | 'period') =>
  fc
    .constantFrom(
      ...(per === 'deal'
        ? ['deal.amount * 0.05 * 1.10', 'deal.amount / 3', 'deal.margin * attainment']
        : ['credited / 7', 'default(attainment, 0) * 100', 'quota / count']),
    )
    .map((formula) => ({ kind: 'formula', per, formula }));

const kind = (name: string, own: Record<string, fc.Arbitrary<unknown>>): Draft =>
  fc.record({ kind: fc.constant(name), ...own });

const one = fc.boolean();
const either = (name: string, share: string, more: Record<string, fc.Arbitrary<unknown>>): Draft =>
  fc.tuple(one, amount, rate, fc.record(more)).map(([first, fixed, own, rest]) => ({
    kind: name,
    ...(first ? { amount: fixed } : { [share]: own }),
    ...rest,
  }));

const anyComponent: Draft = fc.oneof(
  merged(creditSettings, anyCap, kind('flat', { rate })),
  merged(creditSettings, anyCap, tiers),
  merged(creditSettings, anyCap, pointTiers),
  merged(
    creditSettings,
    anyCap,
    kind('rates', { rates: fc.array(rule, { minLength: 1, maxLength: 4 }) }),
  ),
  merged(creditSettings, anyCap, matrix),
  merged(creditSettings, onPayment, formulas('deal')),
  merged(
    creditSettings,
    onPayment,
    kind('spiff', {
      amount,
      product: maybe(fc.constant('Gold')),
      per: maybe(fc.constantFrom('deal', 'unit')),
    }),
  ),
  merged(periodSettings, formulas('period')),
  merged(periodSettings, kind('override', { rate })),
  merged(periodSettings, anyCap, curves),
  merged(periodSettings, either('bonus', 'share', { when: maybe(period) })),
  merged(
    periodSettings,
    kind('objectives', {
      objectives: fc.constant([
        { name: 'focus', title, weight: '0.4' },
        { name: 'care', title, weight: '0.6' },
      ]),
      most: maybe(decimal(2)),
    }),
  ),
  merged(
    periodSettings,
    either('pool', 'rate', { share: maybe(fc.constantFrom('equal', 'weight', 'credited')) }),
  ),
);

/** Any plan that `checkPlan` takes: up to four components of any kinds and settings, with limits over them. */
export const anyPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    rounding: fc.constantFrom('half-even', 'half-up'),
    roundAt: maybe(fc.constantFrom('line', 'statement')),
    order: maybe(fc.constantFrom('day', 'external-id')),
    components: fc.array(anyComponent, { minLength: 1, maxLength: 4 }),
    limit: maybe(fc.record({ cap: amount, floor: maybe(amount) })),
  })
  .map(({ components, limit, ...rest }) => ({
    ...rest,
    currency: 'EUR',
    period: 'quarter',
    parameters: { open: '0.5' },
    scores: ['focus'],
    components: components.map((each, i) => ({ ...each, name: `pay-${i}`, title })),
    ...(limit && { limits: [{ name: 'limit', title, components: ['pay-0'], ...limit }] }),
  }))
  .filter((document) => checkPlan(document).length === 0)
  .map((document) => document as unknown as PlanDocument);
