import { groupBy, Rational } from '@laurel/shared/core';
import type { CompiledComponent } from './compile.js';
import { type Counted, quantityOf } from './counted.js';
import type { Values } from './expression/index.js';
import { countedBy, type Facts } from './facts.js';
import { isMoney, quotaOf, targetOf } from './quota-of.js';
import { targetProblem } from './quota-problem.js';
import { dealValues, planValues } from './values.js';

/** The credits of one way to look at a component: what came before, what is paid, and all that the total is made of. */
export type Run = {
  readonly before: readonly Counted[];
  readonly credits: readonly Counted[];
  readonly all: readonly Counted[];
};

/** One component for one partition: what it counts, and the figures its rules ask for, each worked out at most once. */
export class Evaluation {
  readonly counted: readonly Counted[];
  readonly earlier: readonly Counted[];
  private known: { quota?: Rational | null; target?: Rational | null; values?: Values } = {};

  constructor(
    readonly compiled: CompiledComponent,
    readonly facts: Facts,
  ) {
    this.counted = countedBy(compiled, facts.credits, facts);
    this.earlier = compiled.accumulate === 'year' ? countedBy(compiled, facts.earlier, facts) : [];
  }

  get component() {
    return this.compiled.component;
  }

  get unit(): Rational {
    return this.facts.plan.unit;
  }

  /** Null without a quota. */
  get quota(): Rational | null {
    if (this.known.quota === undefined) this.known.quota = quotaOf(this.compiled, this.facts);
    return this.known.quota;
  }

  /** Null, and a problem, without a target. */
  get target(): Rational | null {
    if (this.knownTarget === null) targetProblem(this.compiled, this.facts);
    return this.knownTarget;
  }

  /** Null, and a problem, when the score is not known. */
  score(name: string): Rational | null {
    const text = this.facts.partition.scores?.[name];
    if (text !== undefined) return Rational.parse(text);
    this.facts.problems.add('SCORE_MISSING', name, `There is no score for "${name}" yet.`);
    return null;
  }

  /** This period's credits, after those of the year so far. */
  get now(): Run {
    const all = this.earlier.length ? [...this.earlier, ...this.counted] : this.counted;
    return { before: this.earlier, credits: this.counted, all };
  }

  /** Runs in which totals start from 0: one for each deal, or the whole period. */
  get scopes(): Run[] {
    if (this.compiled.accumulate !== 'deal') return [this.now];
    const deals = groupBy(this.counted, ({ credit }) => credit.dealId);
    return [...deals.values()].map((credits) => ({ before: [], credits, all: credits }));
  }

  /** Attainment of a total; null where it is undefined. */
  attainment(total: Rational): Rational | null {
    return this.quota && this.quota.sign !== 0 ? total.divide(this.quota) : null;
  }

  /** What conditions and formulas of the period read. */
  get values(): Values {
    return (this.known.values ??= this.valuesWith(this.now.all));
  }

  /** The same, if only these credits had been. */
  valuesWith(credits: readonly Counted[]): Values {
    const { compiled, facts, unit } = this;
    const credited = sum(credits.map(({ measure }) => measure));
    const scale = isMoney(compiled) ? unit : Rational.one;
    const margins = credits.flatMap((each) => quantityOf(each, 'margin') ?? []);
    const { tenure, place } = facts.partition;
    return {
      ...planValues(facts),
      attainment: this.attainment(credited),
      credited: credited.divide(scale),
      quota: this.quota?.divide(scale),
      count: sum(credits.map((each) => quantityOf(each, 'count')!)),
      margin: sum(margins).divide(unit),
      target: this.knownTarget?.divide(unit),
      tenure: tenure == null ? null : Rational.of(BigInt(tenure)),
      place: Rational.of(BigInt(place ?? 0)),
    };
  }

  /** The same, with one credit. */
  valuesOf(counted: Counted): Values {
    return { ...this.values, deal: dealValues(counted, this.facts.plan) };
  }

  /** An expression that asks for a target which is not there has no answer, and says so itself. */
  private get knownTarget(): Rational | null {
    if (this.known.target === undefined) this.known.target = targetOf(this.compiled, this.facts);
    return this.known.target;
  }
}

export const sum = (numbers: readonly Rational[]): Rational =>
  numbers.reduce((total, each) => total.add(each), Rational.zero);
