import { activePart } from './active.js';
import { type Counted, countCredits, planNames } from './counted.js';
import type { Component, Plan } from './document.js';
import { evaluate, type Names } from './expression.js';
import type { Facts, Money } from './facts.js';
import { Fraction, sum } from './fraction.js';
import type { Line } from './line.js';
import { convert, minor, unitOf } from './money.js';
import { Problems } from './problems.js';

/** The total as it is now, or that of the earlier credits alone. */
export type Moment = 'now' | 'start';

/** One component with the credits it counts, its quota and its target. */
export class Situation<C extends Component = Component> {
  readonly problems = new Problems();
  readonly plan: Plan;
  readonly unit: Fraction;
  readonly now: readonly Counted[];
  /** Counted credits of earlier periods of the year, where the component accumulates the year. */
  readonly earlier: readonly Counted[];

  constructor(
    readonly component: C,
    readonly facts: Facts,
    /** What earlier versions of the plan paid in the period. */
    readonly before: readonly Line[],
  ) {
    this.plan = facts.plan;
    this.unit = unitOf(facts.plan.currency);
    const count = (credits: Facts['credits']) =>
      countCredits(component, facts, credits, this.problems);
    this.earlier = this.isYear ? count(facts.earlier ?? []) : [];
    this.now = count(facts.credits);
  }

  get isYear(): boolean {
    return this.component.accumulate === 'year';
  }

  /** What a measure of 1 is worth at a rate of 1, in minor units; a rate is money for one of a number. */
  get worthOfOne(): Fraction {
    return this.countsNumbers ? this.unit : Fraction.of(1);
  }

  private get countsNumbers(): boolean {
    return this.component.measure === 'count' || this.component.measure === 'quantity';
  }

  counted(moment: Moment): Counted[] {
    return moment === 'now' ? [...this.earlier, ...this.now] : [...this.earlier];
  }

  total(moment: Moment): Fraction {
    return sum(this.counted(moment).map(({ measure }) => measure));
  }

  /** The quota, in the unit of the measure; null without one. */
  get quota(): Fraction | null {
    const { quota, season, ramp, prorate } = this.component;
    const { place = 0, tenure } = this.facts;
    let result = quota === undefined ? this.payeesQuota() : minor(quota, this.plan);
    if (result === null) return null;
    if (this.countsNumbers) result = result.over(this.unit);
    if (season) result = result.times(Fraction.read(season[place] ?? '1'));
    if (ramp && tenure != null) result = result.times(Fraction.read(ramp[tenure] ?? '1'));
    return prorate && prorate.of !== 'target' ? result.times(this.active(this.isYear)) : result;
  }

  private payeesQuota(): Fraction | null {
    const { quota, yearQuota } = this.facts;
    return this.convert(this.component.season || this.isYear ? yearQuota : quota);
  }

  private convert(money: Money | null | undefined): Fraction | null {
    return money ? convert(money.amount, money, this.facts.range.from, this.facts) : null;
  }

  private active(ofYear: boolean): Fraction {
    const { range, yearRange, active } = this.facts;
    return activePart(ofYear ? yearRange : range, active, this.component.prorate!.by);
  }

  /** The quota for whatever cannot be paid without one; null, and a problem, if there is none. */
  neededQuota(): Fraction | null {
    const { quota } = this;
    const matters = this.now.length > 0;
    if (quota === null && this.quotaSource()) this.problems.add('RATE_MISSING');
    else if (quota === null && matters) this.problems.add('QUOTA_MISSING');
    if (quota?.sign === 0 && matters && (this.component.zeroQuota ?? 'nothing') === 'nothing')
      this.problems.add('QUOTA_ZERO');
    return quota;
  }

  private quotaSource(): Money | null | undefined {
    return this.component.season || this.isYear ? this.facts.yearQuota : this.facts.quota;
  }

  attained(moment: Moment): Fraction | null {
    const { quota } = this;
    return quota === null || quota.sign === 0 ? null : this.total(moment).over(quota);
  }

  /** Target pay in minor units; null without one. */
  get target(): Fraction | null {
    const { target, prorate } = this.component;
    const own = target === undefined || target === 'payee' ? null : minor(target, this.plan);
    const result = own ?? this.convert(this.targetSource());
    if (result === null) return null;
    if (!prorate || prorate.of === 'quota') return result;
    return result.times(this.takesYear ? this.active(true) : this.activeInSpan());
  }

  /** The part of the period that is the payee's and the version's own. */
  private activeInSpan(): Fraction {
    const { range, active, span } = this.facts;
    const { by } = this.component.prorate!;
    if (!span) return activePart(range, active, by);
    const from = active && active.from > span.from ? active.from : span.from;
    const to = active?.to && active.to < span.to ? active.to : span.to;
    return activePart(range, { from, to }, by);
  }

  /** Does this version pay what is paid once for the period? */
  get isLast(): boolean {
    return !this.facts.span || this.facts.span.last;
  }

  private get takesYear(): boolean {
    return this.isYear && this.component.trueUp === true;
  }

  private targetSource(): Money | null | undefined {
    return this.takesYear ? this.facts.yearTargetPay : this.facts.targetPay;
  }

  neededTarget(): Fraction | null {
    const { target } = this;
    if (target === null && this.targetSource()) this.problems.add('RATE_MISSING');
    else if (target === null) this.problems.add('TARGET_MISSING');
    return target;
  }

  neededScore(name: string): Fraction | null {
    const text = this.facts.scores?.[name];
    if (text === undefined) this.problems.add('SCORE_MISSING');
    return text === undefined ? null : Fraction.read(text);
  }

  /** What an expression about the period can read. */
  names(moment: Moment = 'now'): Names {
    const counted = this.counted(moment);
    const scale = this.countsNumbers ? Fraction.of(1) : this.unit;
    const { quota, target, facts } = this;
    return {
      ...planNames(facts),
      attainment: this.attained(moment),
      credited: this.total(moment).over(scale),
      quota: quota && quota.over(scale),
      count: sum(counted.map(({ count }) => count)),
      margin: sum(counted.map(({ margin }) => margin).filter((each) => each !== null)).over(
        this.unit,
      ),
      target: target && target.over(this.unit),
      tenure: facts.tenure == null ? null : Fraction.of(facts.tenure),
      place: facts.place == null ? null : Fraction.of(facts.place),
    };
  }

  /** Does a condition hold? One that is left out does. */
  holds(condition: string | undefined, names: Names, dealId?: string): boolean {
    if (condition === undefined) return true;
    const value = evaluate(condition, names);
    if (value === null) this.problems.add('CONDITION_UNDEFINED', dealId);
    return value === true;
  }
}
