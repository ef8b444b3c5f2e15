import {
  type Decimal,
  formatDecimal,
  multiply,
  parseDecimal,
  parseMoney,
  Rational,
  round,
  whole,
} from '@laurel/shared/core';
import type { Component } from './component.js';
import type { CompiledPlan } from './compile.js';
import { type Converted, countsAsDeal } from './counted.js';
import type { Facts } from './facts.js';
import type { EarningKind, EarningLine } from './line.js';
import type { PlanDocument } from './plan.js';

/**
 * The short way for the most common components: a flat rate, marginal tiers on the share of quota, a fixed amount, a
 * share of the team's credits, with at most multipliers by product. Their figures are decimals, so that nothing needs
 * fractions; the lines are the very ones that the general way makes.
 */
export type Plain = (facts: Facts) => EarningLine[] | null;

const plainSettings = new Set([
  'kind',
  'name',
  'title',
  'credits',
  'levels',
  'multipliers',
  'edges',
]);
const plainRules: Readonly<Record<string, readonly string[]>> = {
  flat: ['rate'],
  tiers: ['tiers', 'basis', 'mode', 'gaps'],
  spiff: ['product', 'amount', 'per'],
  override: ['rate'],
};

/** Null for a component that needs the general way. */
export function plainOf(
  document: PlanDocument,
  component: Component,
  counts: (each: Converted) => boolean,
): Plain | null {
  const pay = isPlain(component) ? payOf(component, document) : null;
  if (!pay) return null;
  return (facts) => {
    const own = facts.credits.filter(counts);
    return own.some(({ exchange }) => exchange) ? null : pay(own, facts);
  };
}

function isPlain(component: Component): boolean {
  const own = plainRules[component.kind];
  const said = Object.entries(component).filter(([, value]) => value !== undefined);
  return (
    own !== undefined &&
    said.every(([key]) => plainSettings.has(key) || own.includes(key)) &&
    (component.multipliers ?? []).every(({ when }) => when === undefined)
  );
}

type Pay = (credits: readonly Converted[], facts: Facts) => EarningLine[] | null;

function payOf(component: Component, { currency }: PlanDocument): Pay | null {
  const line = liner(component);
  switch (component.kind) {
    case 'flat': {
      const rate = figure(component.rate);
      return (credits, { plan }) =>
        credits
          .filter(({ amount }) => amount !== 0n)
          .map((each) => line(plan, 'flat', whole(each.amount), rate, each));
    }
    case 'spiff': {
      if (component.per === 'unit') return null;
      const base = whole(parseMoney(component.amount, currency));
      if (base.units === 0n) return () => [];
      const { product } = component;
      return (credits, { plan }) =>
        credits
          .filter((each) => countsAsDeal(each) && isOf(product, each.credit.product))
          .map((each) => line(plan, 'spiff', base, one, each));
    }
    case 'override': {
      const rate = figure(component.rate);
      return (credits, { plan }) => {
        const base = credits.reduce((sum, { amount }) => sum + amount, 0n);
        return base === 0n ? [] : [line(plan, 'override', whole(base), rate, null)];
      };
    }
    case 'tiers':
      return payTiers(component, line);
    default:
      return null;
  }
}

const isOf = (wanted: string | undefined, product: string | null): boolean =>
  wanted === undefined || wanted === product;

/** A number with its shortest text. */
type Figure = { readonly decimal: Decimal; readonly text: string };
const figure = (text: string): Figure => {
  const decimal = parseDecimal(text);
  return { decimal, text: formatDecimal(decimal) };
};
const one = figure('1');

type Place = Pick<EarningLine, 'tier' | 'tierFrom' | 'tierTo' | 'creditedBefore' | 'quota'>;
const noPlace: Place = {
  tier: null,
  tierFrom: null,
  tierTo: null,
  creditedBefore: null,
  quota: null,
};

type Liner = (
  plan: CompiledPlan,
  kind: EarningKind,
  base: Decimal,
  rate: Figure,
  credit: Converted | null,
  place?: Place,
) => EarningLine;

/** Makes the lines of a component: multiplies exactly and rounds once. */
function liner({ name, multipliers = [] }: Component): Liner {
  const byProduct = new Map(multipliers.map((each) => [each.product, figure(each.multiplier)]));
  return (plan, kind, base, rate, each, place = noPlace) => {
    const multiplier = (each && byProduct.get(each.credit.product ?? undefined)) ?? one;
    const product = multiply(base, rate.decimal);
    const exact = multiplier === one ? product : multiply(product, multiplier.decimal);
    return {
      component: name,
      kind,
      creditId: each?.credit.id ?? null,
      dealId: each?.credit.dealId ?? null,
      ...place,
      base: text(base),
      rate: rate.text,
      multiplier: multiplier.text,
      exact: text(exact),
      amount: round(exact, plan.rounding),
      currency: plan.currency,
      rounding: plan.rounding,
      detail: null,
    };
  };
}

/** As many digits as a line tells; more are a fraction, as everywhere. */
const text = (decimal: Decimal): string =>
  decimal.scale <= 20
    ? formatDecimal(decimal)
    : Rational.of(decimal.units, 10n ** BigInt(decimal.scale)).toText();

type Tiers = Extract<Component, { kind: 'tiers' }>;
type Edges = { readonly start: bigint | null; readonly end: bigint | null };

function payTiers(
  { tiers, basis = 'quota', mode = 'marginal', gaps }: Tiers,
  line: Liner,
): Pay | null {
  const marginal = tiers.every((each) => (each.mode ?? mode) === 'marginal');
  if (!marginal || basis !== 'quota' || gaps === 'pay-nothing') return null;
  if (tiers.some(({ rate, to }) => rate === undefined || to !== undefined)) return null;
  const shares = tiers.map(({ from }) => parseDecimal(from));
  const scale = Math.max(...shares.map((each) => each.scale));
  // An edge may fall on a fraction of a cent: edges are kept in units of 10^-scale of a minor unit.
  const units = shares.map((each) => each.units * 10n ** BigInt(scale - each.scale));
  const factor = 10n ** BigInt(scale);
  const places = tiers.map(({ from }, tier) => ({
    tier,
    tierFrom: from,
    tierTo: tiers[tier + 1]?.from ?? null,
  }));
  const rates = tiers.map(({ rate }) => figure(rate!));
  return (credits, { plan, partition: { quota } }) => {
    if (!quota?.amount || quota.currency !== plan.currency) return null;
    const edges: Edges[] = units.map((unit, i) => ({
      // Corrections can take a payee below zero: what is taken back there was paid at the first rate.
      start: i === 0 ? null : unit * quota.amount,
      end: i + 1 < units.length ? units[i + 1]! * quota.amount : null,
    }));
    let before = 0n;
    return credits.flatMap((each) => {
      const [start, end] = [before * factor, (before + each.amount) * factor];
      const creditedBefore = before;
      before += each.amount;
      return edges.flatMap((edge, i) => {
        const base = { units: clamp(end, edge) - clamp(start, edge), scale };
        if (base.units === 0n) return [];
        const place = { ...places[i]!, creditedBefore, quota: quota.amount };
        return [line(plan, 'tier', base, rates[i]!, each, place)];
      });
    });
  };
}

function clamp(value: bigint, { start, end }: Edges): bigint {
  if (start !== null && value < start) return start;
  return end !== null && value > end ? end : value;
}
