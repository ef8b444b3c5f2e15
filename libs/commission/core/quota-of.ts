import { type ActiveDays, activePart, rampShare } from '@laurel/goal/core';
import { type DayRange, Rational } from '@laurel/shared/core';
import type { CompiledComponent, CompiledPlan } from './compile.js';
import type { Facts } from './facts.js';
import type { Partition, Sum } from './partition.js';
import { activeIn } from './span.js';

/** The quota of a component: ramped, seasonal and prorated as it says, exact; null without one. */
export function quotaOf(compiled: CompiledComponent, facts: Facts): Rational | null {
  const { season, ramp, prorate, quota } = compiled.component;
  const { partition, plan } = facts;
  const own = payeesQuota(compiled, partition);
  const whole = quota === undefined ? inCurrency(own, plan) : inMinor(quota, plan);
  if (whole === null) return null;
  const factors = [
    season ? Rational.parse(season[partition.place ?? 0] ?? '0') : Rational.one,
    rampAt(ramp, partition.tenure ?? null),
    prorate && prorate.of !== 'target' ? active(compiled, facts) : Rational.one,
    isMoney(compiled) ? Rational.one : Rational.one.divide(plan.unit),
  ];
  return factors.reduce((product, factor) => product.multiply(factor), whole);
}

/** The pay of a component at its target, exact; null without one. */
export function targetOf(compiled: CompiledComponent, facts: Facts): Rational | null {
  const { target = 'payee', prorate } = compiled.component;
  const { partition, plan } = facts;
  const own = payeesTarget(compiled, partition);
  const whole = target === 'payee' ? inCurrency(own, plan) : inMinor(target, plan);
  if (whole === null || !prorate || prorate.of === 'quota') return whole;
  if (ofYear(compiled))
    return whole.multiply(partActive(partition.yearRange, partition.active, prorate.by));
  return whole.multiply(partActive(partition.range, activeIn(partition), prorate.by));
}

/** The quota of the payee that the component asks for, in whatever currency. */
export function payeesQuota(
  { accumulate, component }: CompiledComponent,
  { quota, yearQuota }: Partition,
): Sum | null | undefined {
  return component.season !== undefined || accumulate === 'year' ? yearQuota : quota;
}

/** The target pay of the payee that the component asks for, in whatever currency. */
export const payeesTarget = (
  compiled: CompiledComponent,
  { targetPay, yearTargetPay }: Partition,
): Sum | null | undefined => (ofYear(compiled) ? yearTargetPay : targetPay);

/** All of it where the range or the active days are not known. */
const partActive = (
  range: DayRange | undefined,
  active: ActiveDays | null | undefined,
  by: NonNullable<CompiledComponent['component']['prorate']>['by'],
): Rational => (range && active ? activePart(range, active, by) : Rational.one);

/** Is what the component measures money, and not a number of things? */
export const isMoney = ({ measure }: CompiledComponent): boolean =>
  measure === 'amount' || measure === 'margin';

const ofYear = ({ accumulate, component }: CompiledComponent): boolean =>
  accumulate === 'year' && component.trueUp === true;

function active(compiled: CompiledComponent, { partition }: Facts): Rational {
  const range = compiled.accumulate === 'year' ? partition.yearRange : partition.range;
  return partActive(range, partition.active, compiled.component.prorate!.by);
}

const rampAt = (ramp: readonly string[] | undefined, tenure: number | null): Rational =>
  ramp && tenure !== null ? Rational.parse(rampShare(ramp, tenure)) : Rational.one;

const inMinor = (text: string, { unit }: CompiledPlan): Rational =>
  Rational.parse(text).multiply(unit);

const inCurrency = (sum: Sum | null | undefined, { currency }: CompiledPlan): Rational | null =>
  sum?.currency === currency ? Rational.of(sum.amount) : null;
