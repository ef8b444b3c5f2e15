import { multiply, parseDecimal } from '@laurel/shared/core';
import type { CreditColumns, PlainPartition, Products } from './columns.js';
import type { PlainLines } from './lines.js';
import { Multipliers } from './multipliers.js';
import type { PlainFlat, PlainPlan, PlainTiers } from './plain-plan.js';
import { isExact, nearest, type Shares, sharesOf } from './shares.js';
import type { Terms } from './term.js';

/** Pays each part of a credit at the rate of the band it falls in; a flat rate is a single band without edges. */
export class BandPay {
  private readonly multipliers: Multipliers;
  /** By band, then by kind of multiplier. */
  private readonly shares: Shares;
  private readonly froms: Shares;
  private readonly toEven: boolean;
  private readonly isFlat: boolean;
  /** Where bands start, in minor units, for the quota of the moment; after the last nothing starts any more. */
  private readonly edges: Float64Array;
  /** Terms are in the order of the shares. */
  private readonly firstTerm: number;

  constructor(
    plan: PlainPlan,
    component: PlainTiers | PlainFlat,
    products: Products,
    terms: Terms,
  ) {
    const tiers = tiersOf(component);
    this.multipliers = new Multipliers(component.multipliers, products);
    const by = this.multipliers.texts.map(parseDecimal);
    const rates = tiers.map(({ rate }) => parseDecimal(rate));
    this.shares = sharesOf(rates.flatMap((rate) => by.map((each) => multiply(rate, each))));
    this.froms = sharesOf(tiers.map(({ from }) => parseDecimal(from)));
    this.toEven = plan.rounding === 'half-even';
    this.isFlat = component.kind === 'flat';
    this.edges = Float64Array.from([-Infinity, ...tiers.slice(1).map(() => NaN), Infinity]);
    this.firstTerm = addTerms(component, this.multipliers.texts, terms);
  }

  /** What the credits of a partition are paid; NaN where plain numbers cannot tell. */
  pay(credits: CreditColumns, partition: PlainPartition, reach: number, lines: PlainLines | null) {
    const { from, to, quota } = partition;
    if (from === to) return 0;
    if (!this.placeEdges(quota) || !isExact(reach, this.shares)) return NaN;
    return this.walk(credits, from, to, lines);
  }

  /** Credits take a payee up, and corrections down again, from band to band. */
  private walk(
    { amount, product }: CreditColumns,
    from: number,
    to: number,
    lines: PlainLines | null,
  ): number {
    const { edges, toEven, firstTerm, isFlat } = this;
    const { units, divisor } = this.shares;
    const kinds = this.multipliers.byProduct();
    const perBand = this.multipliers.texts.length;
    let total = 0;
    let band = 0;
    let paid = 0;
    for (let i = from; i < to; i++) {
      const before = total;
      total += amount[i]!;
      const low = Math.min(before, total);
      const high = Math.max(before, total);
      const kind = kinds[product[i]!]!;
      while (low < edges[band]!) band--;
      for (; ; band++) {
        const part = Math.min(high, edges[band + 1]!) - Math.max(low, edges[band]!);
        if (part > 0) {
          const base = total < before ? -part : part;
          const place = band * perBand + kind;
          const worth = nearest(base * units[place]!, divisor, toEven);
          paid += worth;
          if (lines) lines.add(firstTerm + place, i, base, worth, isFlat ? NaN : before);
        }
        if (high <= edges[band + 1]!) break;
      }
    }
    return paid;
  }

  /** False where an edge is not a whole number of minor units, or there is no quota to measure by. */
  private placeEdges(quota: number | null): boolean {
    if (this.isFlat) return true;
    const { edges, froms } = this;
    if (!quota || quota < 0 || !isExact(quota, froms)) return false;
    for (let i = 1; i < froms.units.length; i++) {
      edges[i] = (froms.units[i]! * quota) / froms.divisor;
      if (!Number.isInteger(edges[i])) return false;
    }
    return true;
  }
}

type Tier = { readonly from: string; readonly rate: string };

const tiersOf = (component: PlainTiers | PlainFlat): readonly Tier[] =>
  component.kind === 'tiers' ? component.tiers : [{ from: '0', rate: component.rate }];

function addTerms(
  component: PlainTiers | PlainFlat,
  multipliers: readonly string[],
  terms: Terms,
): number {
  const tiers = tiersOf(component);
  const numbers = tiers.flatMap(({ from, rate }, tier) =>
    multipliers.map((multiplier) => {
      const said = { component: component.name, rate, multiplier };
      if (component.kind === 'flat') return terms.add({ ...said, kind: 'flat' });
      const place = { tier, tierFrom: from, tierTo: tiers[tier + 1]?.from ?? null };
      return terms.add({ ...said, ...place, kind: 'tier', quota: 'own' });
    }),
  );
  return numbers[0]!;
}
