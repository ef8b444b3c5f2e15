import { parseDecimal } from '@laurel/shared/core';
import type { CreditColumns, PlainPartition } from './columns.js';
import type { PlainLines } from './lines.js';
import type { PlainOverride, PlainPlan } from './plain-plan.js';
import { isExact, nearest, type Shares, sharesOf } from './shares.js';
import { termOf } from './term.js';

/** Pays a share of what is rolled up from the levels below, once. */
export class OverridePay {
  private readonly share: Shares;

  constructor(
    private readonly plan: PlainPlan,
    private readonly override: PlainOverride,
  ) {
    this.share = sharesOf([parseDecimal(override.rate)]);
  }

  pay(_: CreditColumns, { rolledUp }: PlainPartition, __: number, lines: PlainLines | null) {
    const { plan, share } = this;
    const { name, rate, levels } = this.override;
    let [base, reach] = [0, 0];
    for (const { level, amount } of rolledUp) {
      if (level > levels) continue;
      base += amount;
      reach += Math.abs(amount);
    }
    if (!isExact(reach, share)) return NaN;
    if (base === 0) return 0;
    const worth = nearest(base * share.units[0]!, share.divisor, plan.rounding === 'half-even');
    lines?.addAlone(termOf(plan, { component: name, kind: 'override', rate }), base, worth);
    return worth;
  }
}
