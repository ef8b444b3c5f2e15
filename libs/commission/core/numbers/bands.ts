import { multiply, parseDecimal } from '@laurel/shared/core';
import type { CreditColumns, PlainPartition, Products } from './columns.js';
import type { PlainLines } from './lines.js';
import { Multipliers } from './multipliers.js';
import type { PlainFlat, PlainPlan, PlainTiers } from './plain-plan.js';
import { isExact, nearest, type Shares, sharesOf } from './shares.js';
import { termOf } from './term.js';

/** Pays each part of a credit at the rate of the band it falls in; a flat rate is a single band without edges. */
export class BandPay {
  private readonly tiers: readonly { readonly from: string; readonly rate: string }[];
  private readonly multipliers: Multipliers;
  /** By band, then by kind of multiplier. */
  private readonly shares: Shares;
  private readonly froms: Shares;
  private readonly toEven: boolean;
  /** Where bands start, in minor units, for the quota of the moment; after the last nothing starts any more. */
  private readonly edges: Float64Array;
  /** The terms that the lines of the moment have used, by place among the shares; −1 for none yet. */
  private readonly terms: Int32Array;

  constructor(
    private readonly plan: PlainPlan,
    private readonly component: PlainTiers | PlainFlat,
    products: Products,
  ) {
    this.tiers =
      component.kind === 'tiers' ? component.tiers : [{ from: '0', rate: component.rate }];
    this.multipliers = new Multipliers(component.multipliers, products);
    const by = this.multipliers.texts.map(parseDecimal);
    const rates = this.tiers.map(({ rate }) => parseDecimal(rate));
    this.shares = sharesOf(rates.flatMap((rate) => by.map((each) => multiply(rate, each))));
    this.froms = sharesOf(this.tiers.map(({ from }) => parseDecimal(from)));
    this.toEven = plan.rounding === 'half-even';
    this.edges = new Float64Array(this.tiers.length + 1);
    this.terms = new Int32Array(this.shares.units.length);
  }

  /** What the credits of a partition are paid; NaN where plain numbers cannot tell. */
  pay(credits: CreditColumns, partition: PlainPartition, reach: number, lines: PlainLines | null) {
    const { from, to, quota } = partition;
    if (from === to) return 0;
    if (!this.placeEdges(quota) || !isExact(reach, this.shares)) return NaN;
    if (lines) this.terms.fill(-1);
    return this.walk(credits, from, to, quota, lines);
  }

  /** Credits take a payee up, and corrections down again, from band to band. */
  private walk(
    { amount, product }: CreditColumns,
    from: number,
    to: number,
    quota: number | null,
    lines: PlainLines | null,
  ): number {
    const { edges, toEven } = this;
    const { units, divisor } = this.shares;
    const kinds = this.multipliers.byProduct();
    const perBand = this.multipliers.texts.length;
    let [total, band, paid] = [0, 0, 0];
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
          if (lines) this.addLine(lines, place, quota, i, base, worth, before);
        }
        if (high <= edges[band + 1]!) break;
      }
    }
    return paid;
  }

  /** False where an edge is not a whole number of minor units, or there is no quota to measure by. */
  private placeEdges(quota: number | null): boolean {
    const { edges, froms, tiers } = this;
    edges[0] = -Infinity;
    edges[tiers.length] = Infinity;
    if (this.component.kind === 'flat') return true;
    if (!quota || quota < 0 || !isExact(quota, froms)) return false;
    for (let i = 1; i < tiers.length; i++) {
      edges[i] = (froms.units[i]! * quota) / froms.divisor;
      if (!Number.isInteger(edges[i]!)) return false;
    }
    return true;
  }

  private addLine(
    lines: PlainLines,
    place: number,
    quota: number | null,
    credit: number,
    base: number,
    worth: number,
    before: number,
  ): void {
    let term = this.terms[place]!;
    if (term < 0) term = this.terms[place] = lines.terms.push(this.termAt(place, quota)) - 1;
    lines.add(term, credit, base, worth, this.component.kind === 'flat' ? NaN : before);
  }

  private termAt(place: number, quota: number | null) {
    const { texts } = this.multipliers;
    const tier = Math.floor(place / texts.length);
    const { from, rate } = this.tiers[tier]!;
    const { name, kind } = this.component;
    const said = { component: name, rate, multiplier: texts[place % texts.length]! };
    if (kind === 'flat') return termOf(this.plan, { ...said, kind });
    const tierTo = this.tiers[tier + 1]?.from ?? null;
    const where = { tier, tierFrom: from, tierTo, quota: String(quota) };
    return termOf(this.plan, { ...said, kind: 'tier', ...where });
  }
}
