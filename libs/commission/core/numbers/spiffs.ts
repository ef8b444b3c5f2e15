import { parseDecimal, parseMoney } from '@laurel/shared/core';
import type { CreditColumns, PlainPartition, Products } from './columns.js';
import type { PlainLines } from './lines.js';
import { Multipliers } from './multipliers.js';
import type { PlainPlan, PlainSpiff } from './plain-plan.js';
import { isExact, nearest, type Shares, sharesOf } from './shares.js';
import type { Terms } from './term.js';

/** Pays a fixed amount for each credit of 0 or more, of one product or of any. */
export class SpiffPay {
  private readonly amount: number;
  private readonly multipliers: Multipliers;
  private readonly shares: Shares;
  private readonly toEven: boolean;
  /** The place of the product that is asked for; −1 for any. */
  private readonly wanted: number;
  private readonly terms: readonly number[];

  constructor(
    plan: PlainPlan,
    { name, amount, product, multipliers }: PlainSpiff,
    products: Products,
    terms: Terms,
  ) {
    this.amount = Number(parseMoney(amount, plan.currency));
    this.multipliers = new Multipliers(multipliers, products);
    this.shares = sharesOf(this.multipliers.texts.map(parseDecimal));
    this.toEven = plan.rounding === 'half-even';
    this.wanted = product === undefined ? -1 : products.placeOf(product);
    this.terms = this.multipliers.texts.map((multiplier) =>
      terms.add({ component: name, kind: 'spiff', multiplier }),
    );
  }

  pay(credits: CreditColumns, partition: PlainPartition, _: number, lines: PlainLines | null) {
    const { amount, shares, toEven, wanted } = this;
    const { from, to } = partition;
    if (!isExact(amount * (to - from), shares)) return NaN;
    if (amount === 0) return 0;
    const kinds = this.multipliers.byProduct();
    let paid = 0;
    for (let i = from; i < to; i++) {
      const product = credits.product[i]!;
      if (credits.amount[i]! < 0 || (wanted >= 0 && wanted !== product)) continue;
      const kind = kinds[product]!;
      const worth = nearest(amount * shares.units[kind]!, shares.divisor, toEven);
      paid += worth;
      if (lines) lines.add(this.terms[kind]!, i, amount, worth, NaN);
    }
    return paid;
  }
}
