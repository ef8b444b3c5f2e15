import { needsQuota } from './axes.js';
import { creditLines, earlierPay } from './credit-pay.js';
import type { Component, CurveOf, PayingCredits, PayingPeriod, Plan } from './document.js';
import { Fraction, sum } from './fraction.js';
import { type Line, makeLine } from './line.js';
import { minor } from './money.js';
import { curveAtStart, periodLines } from './period-pay.js';
import { type Moment, Situation } from './situation.js';

/** What lines are worth together: rounded, unless only the whole statement is rounded. */
export const worth = ({ roundAt }: Plan, lines: readonly Line[]): Fraction =>
  sum(lines.map(({ exact, amount }) => (roundAt === 'statement' ? exact : Fraction.of(amount))));

const exactly = (lines: readonly Line[]): Fraction => sum(lines.map(({ exact }) => exact));

export function componentLines(situation: Situation): Line[] {
  const { component, plan } = situation;
  if (needsQuota(component)) situation.neededQuota();
  if (!isDue(situation)) return [];
  if (!situation.holds(component.gate, situation.names())) {
    const withheld = exactly(kindLines(situation, false));
    const line = { component: component.name, kind: 'gate', exact: Fraction.of(0), withheld };
    return withheld.sign === 0 ? [] : [makeLine(plan, line)];
  }
  let lines = kindLines(situation, false);
  lines = [...lines, ...capOnAttainment(situation, lines)];
  lines = [...lines, ...capOnPayment(situation, lines)];
  if (!situation.isLast) return lines;
  return [...lines, ...raise(plan, component.name, withEarlier(situation, lines), component.floor)];
}

/** What is paid once for the period is paid by the last version; a prorated target by each, for its days. */
function isDue({ component, isLast }: Situation): boolean {
  if (isLast || paysCredits(component) || component.kind === 'override') return true;
  return component.prorate !== undefined && component.prorate.of !== 'quota';
}

/** Caps and floors also count what earlier versions paid for a component of the name. */
const withEarlier = ({ component, before }: Situation, lines: readonly Line[]): Line[] => [
  ...before.filter((line) => line.component === component.name),
  ...lines,
];

/** Does a component pay credits one by one? */
const paysCredits = (component: Component): component is PayingCredits =>
  component.kind === 'formula'
    ? component.per !== 'period'
    : ['flat', 'tiers', 'rates', 'matrix', 'spiff'].includes(component.kind);

function kindLines(situation: Situation, isCapped: boolean): Line[] {
  const lines = paysCredits(situation.component)
    ? creditLines(situation as Situation<PayingCredits>, isCapped)
    : periodLines(situation as Situation<PayingPeriod>, isCapped);
  return [...lines, ...trueUp(situation, isCapped)].filter(({ exact }) => exact.sign !== 0);
}

function trueUp(situation: Situation, isCapped: boolean): Line[] {
  const { component, plan } = situation;
  if (!situation.isLast) return [];
  if (!component.trueUp || !['flat', 'tiers', 'rates', 'matrix', 'curve'].includes(component.kind))
    return [];
  if (isFirst(situation)) return [];
  const due = (moment: Moment) =>
    earlierPay(situation as Situation<PayingCredits>, moment, isCapped);
  const exact =
    component.kind === 'curve'
      ? Fraction.of(0).minus(curveAtStart(situation as Situation<CurveOf>, isCapped))
      : due('now').minus(due('start'));
  return [makeLine(plan, { component: component.name, kind: 'trueUp', exact })];
}

/** Nothing was credited in the year before, and no earlier period of it was paid by the plan. */
function isFirst({ facts: { earlier = [], place, active, range } }: Situation): boolean {
  const isNew = active != null && active.from >= range.from;
  return earlier.length === 0 && (place === 0 || isNew);
}

const capHolds = (situation: Situation, on: string): boolean => {
  const { cap } = situation.component;
  return cap?.on === on && situation.holds(cap.when, situation.names());
};

function capOnAttainment(situation: Situation, lines: readonly Line[]): Line[] {
  if (!capHolds(situation, 'attainment')) return [];
  const { component, plan } = situation;
  const exact = exactly(kindLines(situation, true)).minus(exactly(lines));
  return exact.sign < 0 ? [makeLine(plan, { component: component.name, kind: 'cap', exact })] : [];
}

function capOnPayment(situation: Situation, lines: readonly Line[]): Line[] {
  if (!capHolds(situation, 'payment')) return [];
  const { component, plan } = situation;
  const { amount, share } = component.cap!;
  const all = withEarlier(situation, lines);
  if (amount !== undefined) return lower(plan, component.name, all, minor(amount, plan));
  const target = situation.neededTarget();
  return target === null
    ? []
    : lower(plan, component.name, all, target.times(Fraction.read(share!)));
}

/** A line that brings lines down to what they may be worth at most. */
export function lower(
  plan: Plan,
  component: string,
  lines: readonly Line[],
  most: Fraction,
): Line[] {
  const exact = most.minus(worth(plan, lines));
  return exact.sign < 0 ? [makeLine(plan, { component, kind: 'cap', exact })] : [];
}

/** A line that brings lines up to what they are worth at least. */
export function raise(
  plan: Plan,
  component: string,
  lines: readonly Line[],
  floor: string | undefined,
): Line[] {
  if (floor === undefined) return [];
  const exact = minor(floor, plan).minus(worth(plan, lines));
  return exact.sign > 0 ? [makeLine(plan, { component, kind: 'floor', exact })] : [];
}
