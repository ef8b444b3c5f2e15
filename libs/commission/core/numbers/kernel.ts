import { BandPay } from './bands.js';
import { capOf, type Cut, LimitCut } from './caps.js';
import { type CreditColumns, type PlainPartition, type Products, reachOf } from './columns.js';
import type { PlainLines } from './lines.js';
import { OverridePay } from './overrides.js';
import type { PlainComponent, PlainPlan } from './plain-plan.js';
import { SpiffPay } from './spiffs.js';

type Pay = BandPay | SpiffPay | OverridePay;

/**
 * A plain plan made ready to pay partitions that stand in columns, in plain numbers: exactly what `earn` pays.
 * One kernel serves all payees of a plan. Its products are those of the columns.
 */
export class PlainKernel {
  private readonly pays: readonly Pay[];
  private readonly caps: readonly (Cut | null)[];
  private readonly limits: readonly LimitCut[];
  private readonly paid: number[];

  constructor(
    readonly plan: PlainPlan,
    products: Products,
  ) {
    const { components, limits } = plan;
    this.pays = components.map((each) => payOf(plan, each, products));
    this.caps = components.map(({ name, cap }) => (cap ? capOf(plan, name, cap.amount) : null));
    this.limits = limits.map((each) => new LimitCut(plan, each));
    this.paid = [...components, ...limits].map(() => 0);
  }

  /**
   * What a partition earns, in minor units; NaN where plain numbers would not be exact, or where there is
   * anything to say that is not a line: then `earn` must pay it. The lines go to `lines`, if that is given, after
   * those that stand there already with their terms; after NaN they say nothing.
   */
  earned(
    credits: CreditColumns,
    partition: PlainPartition,
    lines: PlainLines | null = null,
  ): number {
    const { pays, caps, limits, paid } = this;
    const reach = reachOf(credits.amount, partition.from, partition.to);
    if (!(reach <= Number.MAX_SAFE_INTEGER)) return NaN;
    let earned = 0;
    for (let i = 0; i < pays.length; i++) {
      paid[i] = pays[i]!.pay(credits, partition, reach, lines);
      paid[i]! += caps[i]?.(paid[i]!, lines) ?? 0;
      earned += paid[i]!;
    }
    for (let i = 0; i < limits.length; i++) {
      paid[pays.length + i] = limits[i]!.of(paid, lines);
      earned += paid[pays.length + i]!;
    }
    return Number.isSafeInteger(earned) ? earned : NaN;
  }
}

function payOf(plan: PlainPlan, component: PlainComponent, products: Products): Pay {
  switch (component.kind) {
    case 'spiff':
      return new SpiffPay(plan, component, products);
    case 'override':
      return new OverridePay(plan, component);
    default:
      return new BandPay(plan, component, products);
  }
}
