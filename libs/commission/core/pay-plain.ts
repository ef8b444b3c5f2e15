import { parseDecimal, type Rounding } from '@laurel/shared/core';
import type { EarningHead } from './head.js';
import type { EarningTerm, PackedLines } from './pack.js';
import type { PlainOverride, PlainPlan, PlainTiers } from './plain-plan.js';

/** The credits of one payee's period in columns, in the plan's order; what is rolled up only as a sum for each level. */
export class PlainCredits {
  readonly id: string[] = [];
  readonly dealId: string[] = [];
  readonly product: (string | null)[] = [];
  readonly amount: number[] = [];
  readonly rolledUp: { level: number; amount: number }[] = [];
}

type Figures<T> = { readonly [F in keyof T]: T[F] extends bigint ? number : T[F] };

/** What `pack` and `headOf` say of the lines, in plain numbers. */
export type PlainPay = Figures<Omit<EarningHead, 'quota'>> & {
  readonly quota: number | null;
} & Pick<PackedLines, 'terms' | 'term' | 'creditId' | 'dealId' | 'exact'> & {
    base: number[];
    amount: number[];
    creditedBefore: (number | null)[];
  };

/** Thrown by nobody's fault: the figures are too large or too fine for plain numbers. */
const inexact = Symbol('inexact');

/**
 * Pays a period exactly as `earn` does, in plain numbers as long as those are exact. Null when they are not, or
 * when there is anything to say that is not a line: then `earn` must pay it.
 */
export function payPlain(
  plan: PlainPlan,
  quota: number | null,
  credits: PlainCredits,
): PlainPay | null {
  try {
    const lines = new Lines(plan, quota, credits);
    for (const component of plan.components)
      if (component.kind === 'tiers') payTiers(component, lines);
      else payOverride(component, lines);
    return lines.pay();
  } catch (problem) {
    if (problem === inexact) return null;
    throw problem;
  }
}

class Lines {
  readonly terms: EarningTerm[] = [];
  readonly term: number[] = [];
  readonly creditId: (string | null)[] = [];
  readonly dealId: (string | null)[] = [];
  readonly base: number[] = [];
  readonly amount: number[] = [];
  readonly creditedBefore: (number | null)[] = [];

  constructor(
    readonly plan: PlainPlan,
    readonly quota: number | null,
    readonly credits: PlainCredits,
  ) {}

  add(term: number, base: number, amount: number): void {
    this.term.push(term);
    this.base.push(base);
    this.amount.push(amount);
  }

  pay(): PlainPay {
    const { plan, quota, credits, terms, term, creditId, dealId, base, amount } = this;
    return {
      currency: plan.currency,
      credited: sum(credits.amount),
      quota,
      earned: sum(amount),
      dealCount: credits.dealId.filter((id, i) => id !== credits.dealId[i - 1]).length,
      lineCount: term.length,
      problems: [],
      terms,
      term,
      creditId,
      dealId,
      base,
      exact: term.map(() => null),
      amount,
      creditedBefore: this.creditedBefore,
    };
  }
}

/** Each part of a credit at the rate of the tier it falls in. */
function payTiers(component: PlainTiers, lines: Lines): void {
  const { credits, quota } = lines;
  if (!credits.id.length) return;
  if (!quota) throw inexact;
  const edges = component.tiers.map(({ from }) => edgeOf(from, quota));
  const terms = new TierTerms(component, lines);
  const last = edges.length - 1;
  let [at, tier] = [0, 0];
  for (let i = 0; i < credits.id.length; i++) {
    const before = at;
    const end = safe(at + nonNegative(credits.amount[i]!));
    while (at < end) {
      while (tier < last && at >= edges[tier + 1]!) tier++;
      const to = tier < last ? Math.min(end, edges[tier + 1]!) : end;
      const { number, factor } = terms.of(tier, credits.product[i]!);
      lines.add(number, to - at, worthOf(to - at, factor, lines.plan.rounding));
      lines.creditId.push(credits.id[i]!);
      lines.dealId.push(credits.dealId[i]!);
      lines.creditedBefore.push(before);
      at = to;
    }
  }
}

/** A share of what is rolled up from the levels below, once. */
function payOverride({ name, rate, levels }: PlainOverride, lines: Lines): void {
  const { plan, credits } = lines;
  const below = credits.rolledUp.filter(({ level }) => level <= levels);
  const base = nonNegative(sum(below.map(({ amount }) => amount)));
  if (base === 0) return;
  const { currency, rounding } = plan;
  const place = { tier: null, tierFrom: null, tierTo: null, quota: null, detail: null };
  const term = { component: name, kind: 'override', ...place, rate, multiplier: '1' } as const;
  lines.terms.push({ ...term, currency, rounding });
  lines.add(lines.terms.length - 1, base, worthOf(base, factorOf(rate, '1'), rounding));
  lines.creditId.push(null);
  lines.dealId.push(null);
  lines.creditedBefore.push(null);
}

/** The terms of a component by tier and multiplier, each made when it is used first. */
class TierTerms {
  private readonly known = new Map<string, { number: number; factor: Factor }>();
  private readonly multipliers: ReadonlyMap<string, string>;

  constructor(
    private readonly component: PlainTiers,
    private readonly lines: Lines,
  ) {
    this.multipliers = new Map(
      component.multipliers.map((each) => [each.product, each.multiplier]),
    );
  }

  of(tier: number, product: string | null): { number: number; factor: Factor } {
    const multiplier = this.multipliers.get(product ?? '') ?? '1';
    const key = `${tier}|${multiplier}`;
    const known = this.known.get(key);
    if (known) return known;
    const { name, tiers } = this.component;
    const { terms, plan, quota } = this.lines;
    const { from, rate } = tiers[tier]!;
    const place = { tier, tierFrom: from, tierTo: tiers[tier + 1]?.from ?? null };
    const { currency, rounding } = plan;
    const term = { component: name, kind: 'tier', ...place, rate, multiplier } as const;
    terms.push({ ...term, currency, rounding, quota: String(quota), detail: null });
    const made = { number: terms.length - 1, factor: factorOf(rate, multiplier) };
    this.known.set(key, made);
    return made;
  }
}

/** A rate times a multiplier: units ÷ divisor. */
type Factor = { readonly units: number; readonly divisor: number };

function factorOf(rate: string, multiplier: string): Factor {
  const [a, b] = [parseDecimal(rate), parseDecimal(multiplier)];
  const units = safe(Number(a.units) * Number(b.units));
  return { units, divisor: safe(10 ** (a.scale + b.scale)) };
}

/** Multiplied exactly, rounded once; for nothing below zero. */
function worthOf(base: number, { units, divisor }: Factor, rounding: Rounding): number {
  const worth = safe(base * units);
  const rest = worth % divisor;
  const down = (worth - rest) / divisor;
  if (2 * rest < divisor) return down;
  return 2 * rest > divisor || rounding === 'half-up' || down % 2 === 1 ? down + 1 : down;
}

function edgeOf(share: string, quota: number): number {
  const { units, scale } = parseDecimal(share);
  const edge = safe(Number(units) * quota);
  const divisor = 10 ** scale;
  if (edge % divisor !== 0) throw inexact;
  return edge / divisor;
}

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw inexact;
  return value;
}

function nonNegative(value: number): number {
  if (value < 0) throw inexact;
  return value;
}

const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => safe(total + value), 0);
