import { componentLines, lower, raise, worth } from './component-pay.js';
import { Fraction, sum } from './fraction.js';
import type { Plan } from './document.js';
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
  const lines: Line[] = [];
  const before: Line[] = [];
  for (const version of [...(facts.earlierVersions ?? []), facts]) {
    const paid = payByVersion(version, before, problems);
    lines.push(...paid);
    before.push(...paid.map((line) => asEarlier(version.plan, line)));
  }
  return { lines, problems: [...problems.codes].sort() };
}

/** To later versions a line is worth what it pays; where only the statement is rounded, its exact value. */
function asEarlier({ roundAt }: Plan, line: Line): Line {
  if (roundAt !== 'statement') return { ...line, exact: Fraction.of(line.amount) };
  return line.kind === 'rounding' ? { ...line, exact: Fraction.of(0) } : line;
}

/** What one version pays after those before it. */
function payByVersion(facts: Facts, before: readonly Line[], problems: Problems): Line[] {
  for (const credit of [...facts.credits, ...(facts.earlier ?? [])])
    if (convert(credit.amount, credit, credit.creditedOn, facts) === null)
      problems.add('RATE_MISSING', credit.dealId);
  const paid = facts.plan.components.flatMap((component) => {
    const situation = new Situation(component, facts, before);
    const lines = componentLines(situation);
    problems.takeOver(situation.problems);
    return lines;
  });
  const lines = withLimits(facts, [...before, ...paid]);
  return [...lines, ...rounding(facts, lines)].slice(before.length);
}

/** Limits take in the lines of their components, and of earlier limits over nothing else. */
function withLimits({ plan, span }: Facts, paid: readonly Line[]): Line[] {
  let lines = [...paid];
  const over = new Map<string, readonly string[]>();
  for (const { name, components, cap, floor } of plan.limits ?? []) {
    const inner = [...over].filter(([, named]) => named.every((each) => components.includes(each)));
    const taken = new Set([...components, ...inner.map(([limit]) => limit)]);
    const limited = () =>
      lines.filter(({ component }) => taken.has(component) || component === name);
    if (cap !== undefined) lines = [...lines, ...lower(plan, name, limited(), minor(cap, plan))];
    if (!span || span.last) lines = [...lines, ...raise(plan, name, limited(), floor)];
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
