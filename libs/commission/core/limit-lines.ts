import { Rational } from '@laurel/shared/core';
import type { CompiledLimit, CompiledPlan } from './compile.js';
import { bringTo, type Paid, worthOf } from './paid.js';

/**
 * Lines of the limits over several components, in order; a limit also sees the limits that are about its own components only.
 * Where earlier versions of the plan paid in the period, what they paid comes first, and floors wait for the last version.
 */
export function limitLines(
  plan: CompiledPlan,
  paid: readonly Paid[],
  last: boolean = true,
): Paid[] {
  const lines: Paid[] = [];
  for (const limit of plan.limits) {
    const seen = namesSeenBy(limit, plan.limits);
    const own = [...paid, ...lines].filter(({ line }) => seen.has(line.component));
    const capped = brought(plan, limit, own, 'cap');
    lines.push(...capped);
    if (last) lines.push(...brought(plan, limit, [...own, ...capped], 'floor'));
  }
  return lines;
}

function namesSeenBy(limit: CompiledLimit, limits: readonly CompiledLimit[]): Set<string> {
  const own = new Set(limit.components);
  const before = limits.slice(0, limits.indexOf(limit));
  const inside = before.filter(({ components }) => components.every((each) => own.has(each)));
  return new Set([...own, ...inside.map(({ name }) => name), limit.name]);
}

function brought(
  plan: CompiledPlan,
  { name, most, least }: CompiledLimit,
  own: readonly Paid[],
  kind: 'cap' | 'floor',
): Paid[] {
  const to = kind === 'cap' ? most : least;
  const worth = worthOf(plan, own);
  if (!to || !exceeds(worth, to, kind)) return [];
  const detail = { cap: { on: kind, at: to.toText(), of: worth.toText() } };
  return bringTo(plan, { component: name, kind, detail }, worth, to);
}

const exceeds = (worth: Rational, to: Rational, kind: 'cap' | 'floor'): boolean =>
  kind === 'cap' ? worth.compare(to) > 0 : worth.compare(to) < 0;
