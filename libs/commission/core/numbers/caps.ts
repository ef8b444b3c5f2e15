import { parseMoney } from '@laurel/shared/core';
import type { PlainLines } from './lines.js';
import type { PlainPlan } from './plain-plan.js';
import { termOf } from './term.js';

type Limit = PlainPlan['limits'][number];

/** What takes pay down to a cap, below 0; with a line that says so. */
export type Cut = (paid: number, lines: PlainLines | null) => number;

/** The cap of a component, after its lines. */
export const capOf = (plan: PlainPlan, component: string, amount: string): Cut =>
  cutTo(plan, component, amount, 'payment');

function cutTo(plan: PlainPlan, component: string, amount: string, part?: 'payment'): Cut {
  const most = Number(parseMoney(amount, plan.currency));
  return (paid, lines) => {
    if (!(paid > most)) return 0;
    const cut = most - paid;
    const cap = { on: part ?? 'cap', at: String(most), of: String(paid) };
    const detail = { ...(part && { part }), cap };
    lines?.addAlone(termOf(plan, { component, kind: 'cap', detail }), cut, cut);
    return cut;
  };
}

/** A cap over several components, and over the limits before it that are about none but these. */
export class LimitCut {
  private readonly cut: Cut;
  /** Places among the components and the limits after them. */
  private readonly seen: readonly number[];

  constructor(
    plan: PlainPlan,
    readonly limit: Limit,
  ) {
    this.cut = cutTo(plan, limit.name, limit.cap);
    const own = new Set(limit.components);
    const before = plan.limits.slice(0, plan.limits.indexOf(limit));
    const inside = before.filter(({ components }) => components.every((each) => own.has(each)));
    const names = [...own, ...inside.map(({ name }) => name)];
    const all = [...plan.components, ...plan.limits].map(({ name }) => name);
    this.seen = names.map((name) => all.indexOf(name));
  }

  /** `paid` holds what every component and every limit before this one came to. */
  of(paid: readonly number[], lines: PlainLines | null): number {
    return this.cut(
      this.seen.reduce((sum, place) => sum + paid[place]!, 0),
      lines,
    );
  }
}
