import { parseMoney } from '@laurel/shared/core';
import type { PlainLines } from './lines.js';
import type { PlainPlan } from './plain-plan.js';
import type { Terms } from './term.js';

/** What takes pay down to a cap; with a line that says so. */
export class Cut {
  private readonly most: number;
  private readonly term: number;

  /** Of a component, where it is on its payment, or of a limit. */
  constructor(
    plan: PlainPlan,
    component: string,
    amount: string,
    on: 'payment' | 'cap',
    terms: Terms,
  ) {
    const most = Number(parseMoney(amount, plan.currency));
    const part = on === 'payment' ? { part: on } : {};
    this.most = most;
    this.term = terms.add({ component, kind: 'cap' }, (cut) => ({
      detail: { ...part, cap: { on, at: String(most), of: String(most - cut) } },
    }));
  }

  /** 0 or less. */
  of(paid: number, lines: PlainLines | null): number {
    if (!(paid > this.most)) return 0;
    const cut = this.most - paid;
    if (lines) lines.add(this.term, -1, cut, cut, NaN);
    return cut;
  }
}

/** A cap over several components, and over the limits before it that are about none but these. */
export class LimitCut {
  private readonly cut: Cut;
  /** Places among the components and the limits after them. */
  private readonly seen: readonly number[];

  constructor(plan: PlainPlan, limit: PlainPlan['limits'][number], terms: Terms) {
    this.cut = new Cut(plan, limit.name, limit.cap, 'cap', terms);
    const own = new Set(limit.components);
    const before = plan.limits.slice(0, plan.limits.indexOf(limit));
    const inside = before.filter(({ components }) => components.every((each) => own.has(each)));
    const names = [...own, ...inside.map(({ name }) => name)];
    const all = [...plan.components, ...plan.limits].map(({ name }) => name);
    this.seen = names.map((name) => all.indexOf(name));
  }

  /** `paid` holds what every component and every limit before this one came to. */
  of(paid: readonly number[], lines: PlainLines | null): number {
    let sum = 0;
    for (const place of this.seen) sum += paid[place]!;
    return this.cut.of(sum, lines);
  }
}
