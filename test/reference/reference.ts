import { componentLines, lower, raise, worth } from './component-pay.js';
import { Fraction, sum } from './fraction.js';
import type { Facts } from './facts.js';
import { type Line, makeLine } from './line.js';
import { convert, minor } from './money.js';
import { Problems } from './problems.js';
import { Situation } from './situation.js';

/**
 * What a payee earns, computed slowly from PLAN.md alone: each credit is the stretch of the running total
 * that it covers, cut at every edge of every axis; each piece is paid by the bands its middle stands in.
 */
export function payByTheBook(facts: Facts): { lines: Line[]; problems: string[] } {
  const problems = new Problems();
  for (const credit of [...facts.credits, ...(facts.earlier ?? [])])
    if (convert(credit.amount, credit, credit.creditedOn, facts) === null)
      problems.add('RATE_MISSING', credit.dealId);
  const paid = facts.plan.components.flatMap((component) => {
    const situation = new Situation(component, facts);
    const lines = componentLines(situation);
    problems.takeOver(situation.problems);
    return lines;
  });
  const lines = withLimits(facts, paid);
  return { lines: [...lines, ...rounding(facts, lines)], problems: [...problems.codes].sort() };
}

/** Limits take in the lines of their components, and of earlier limits over nothing else. */
function withLimits({ plan }: Facts, paid: readonly Line[]): Line[] {
  let lines = [...paid];
  const over = new Map<string, readonly string[]>();
  for (const { name, components, cap, floor } of plan.limits ?? []) {
    const inner = [...over].filter(([, named]) => named.every((each) => components.includes(each)));
    const taken = new Set([...components, ...inner.map(([limit]) => limit)]);
    const limited = () =>
      lines.filter(({ component }) => taken.has(component) || component === name);
    if (cap !== undefined) lines = [...lines, ...lower(plan, name, limited(), minor(cap, plan))];
    lines = [...lines, ...raise(plan, name, limited(), floor)];
    over.set(name, components);
  }
  return lines;
}

function rounding({ plan }: Facts, lines: readonly Line[]): Line[] {
  if (plan.roundAt !== 'statement') return [];
  const rounded = Fraction.of(worth(plan, lines).round(plan.rounding));
  const exact = rounded.minus(sum(lines.map(({ amount }) => Fraction.of(amount))));
  return exact.sign === 0
    ? []
    : [makeLine(plan, { component: 'rounding', kind: 'rounding', exact })];
}
