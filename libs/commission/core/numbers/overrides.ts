import { parseDecimal } from '@laurel/shared/core';
import type { CreditColumns, PlainPartition } from './columns.js';
import type { PlainLines } from './lines.js';
import type { PlainOverride, PlainPlan } from './plain-plan.js';
import { isExact, nearest, type Shares, sharesOf } from './shares.js';
import type { Terms } from './term.js';

/** Pays a share of what is rolled up from the levels below, once. */
export class OverridePay {
  private readonly levels: number;
  private readonly share: Shares;
  private readonly toEven: boolean;
  private readonly term: number;

  constructor(plan: PlainPlan, { name, rate, levels }: PlainOverride, terms: Terms) {
    this.levels = levels;
    this.share = sharesOf([parseDecimal(rate)]);
    this.toEven = plan.rounding === 'half-even';
    this.term = terms.add({ component: name, kind: 'override', rate });
  }

  pay(_: CreditColumns, { rolledUp }: PlainPartition, __: number, lines: PlainLines | null) {
    const { levels, share, toEven, term } = this;
    let base = 0;
    let reach = 0;
    for (const { level, amount } of rolledUp) {
      if (level > levels) continue;
      base += amount;
      reach += Math.abs(amount);
    }
    if (!isExact(reach, share)) return NaN;
    if (base === 0) return 0;
    const worth = nearest(base * share.units[0]!, share.divisor, toEven);
    if (lines) lines.add(term, -1, base, worth, NaN);
    return worth;
  }
}
