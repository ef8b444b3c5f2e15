import { parseDecimal, parseMoney } from '@laurel/shared/core';
import type { CreditColumns, PlainPartition, Products } from './columns.js';
import type { PlainLines } from './lines.js';
import { Multipliers } from './multipliers.js';
import type { PlainPlan, PlainSpiff } from './plain-plan.js';
import { isExact, nearest, type Shares, sharesOf } from './shares.js';
import { termOf } from './term.js';

/** Pays a fixed amount for each credit of 0 or more, of one product or of any. */
export class SpiffPay {
  private readonly amount: number;
  private readonly multipliers: Multipliers;
  private readonly shares: Shares;

  constructor(
    private readonly plan: PlainPlan,
    private readonly spiff: PlainSpiff,
    private readonly products: Products,
  ) {
    this.amount = Number(parseMoney(spiff.amount, plan.currency));
    this.multipliers = new Multipliers(spiff.multipliers, products);
    this.shares = sharesOf(this.multipliers.texts.map(parseDecimal));
  }

  pay(credits: CreditColumns, partition: PlainPartition, _: number, lines: PlainLines | null) {
    const { amount, shares, spiff } = this;
    const { from, to } = partition;
    if (!isExact(amount * (to - from), shares)) return NaN;
    const kinds = this.multipliers.byProduct();
    const wanted = spiff.product === undefined ? -1 : this.products.placeOf(spiff.product);
    const terms = new Map<number, number>();
    let paid = 0;
    for (let i = from; i < to; i++) {
      const product = credits.product[i]!;
      const counts = credits.amount[i]! >= 0 && (wanted < 0 || wanted === product);
      if (!counts || amount === 0) continue;
      const kind = kinds[product]!;
      const worth = nearest(amount * shares.units[kind]!, shares.divisor, this.toEven);
      paid += worth;
      lines?.add(this.termIn(lines, terms, kind), i, amount, worth, NaN);
    }
    return paid;
  }

  private get toEven(): boolean {
    return this.plan.rounding === 'half-even';
  }

  private termIn(lines: PlainLines, known: Map<number, number>, kind: number): number {
    const term = known.get(kind);
    if (term !== undefined) return term;
    const multiplier = this.multipliers.texts[kind]!;
    const said = { component: this.spiff.name, kind: 'spiff', multiplier } as const;
    known.set(kind, lines.terms.push(termOf(this.plan, said)) - 1);
    return lines.terms.length - 1;
  }
}
