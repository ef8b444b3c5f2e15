import { type EarningTerm, termList } from '../pack.js';
import { BandPay } from './bands.js';
import { Cut, LimitCut } from './caps.js';
import { type CreditColumns, type PlainPartition, type Products, reachOf } from './columns.js';
import type { PlainLines } from './lines.js';
import { OverridePay } from './overrides.js';
import type { PlainComponent, PlainPlan } from './plain-plan.js';
import { SpiffPay } from './spiffs.js';
import { Terms } from './term.js';

type Pay = BandPay | SpiffPay | OverridePay;

/**
 * A plain plan made ready to pay partitions that stand in columns, in plain numbers: exactly what `earn` pays.
 * One kernel serves all payees of a plan. Its products are those of the columns.
 */
export class PlainKernel {
  private readonly terms: Terms;
  private readonly pays: readonly Pay[];
  private readonly caps: readonly (Cut | null)[];
  private readonly limits: readonly LimitCut[];
  private readonly paid: number[];

  constructor(
    readonly plan: PlainPlan,
    products: Products,
  ) {
    const { components, limits } = plan;
    const terms = (this.terms = new Terms(plan));
    this.pays = components.map((each) => payOf(plan, each, products, terms));
    this.caps = components.map(({ name, cap }) =>
      cap ? new Cut(plan, name, cap.amount, 'payment', terms) : null,
    );
    this.limits = limits.map((each) => new LimitCut(plan, each, terms));
    this.paid = [...components, ...limits].map(() => 0);
  }

  /**
   * What a partition earns, in minor units; NaN where plain numbers would not be exact, or where there is
   * anything to say that is not a line: then `earn` must pay it. The lines are added to `lines`, if that is
   * given: a line tells its credit by its place in the columns, and what it shares with others by the number of a
   * term, see `term`. Lines added before a NaN say nothing.
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
      const full = pays[i]!.pay(credits, partition, reach, lines);
      paid[i] = full + (caps[i]?.of(full, lines) ?? 0);
      earned += paid[i]!;
    }
    for (let i = 0; i < limits.length; i++) {
      const cut = limits[i]!.of(paid, lines);
      paid[pays.length + i] = cut;
      earned += cut;
    }
    return Number.isSafeInteger(earned) ? earned : NaN;
  }

  /** What lines of this number have in common; a cap's is that of the line with this base alone. */
  term(number: number, base: number): EarningTerm {
    return this.terms.at(number, base);
  }

  /** The terms that lines use, as `pack` keeps them, and the place of each line's among them. */
  termsOf(lines: PlainLines): { terms: string; places: Int32Array } {
    const known = new Int32Array(this.terms.count).fill(-1);
    const places = new Int32Array(lines.length);
    const texts: string[] = [];
    for (let i = 0; i < lines.length; i++) {
      const number = lines.term[i]!;
      if (known[number] === -1)
        known[number] = texts.push(this.terms.text(number, lines.base[i]!)) - 1;
      places[i] = known[number]!;
    }
    return { terms: termList(texts), places };
  }
}

function payOf(plan: PlainPlan, component: PlainComponent, products: Products, terms: Terms): Pay {
  switch (component.kind) {
    case 'spiff':
      return new SpiffPay(plan, component, products, terms);
    case 'override':
      return new OverridePay(plan, component, terms);
    default:
      return new BandPay(plan, component, products, terms);
  }
}
