import { Rational } from '@laurel/shared/core';
import { type CompiledComponent, type CompiledPlan, compilePlan } from './compile.js';
import { Evaluation, sum } from './evaluation.js';
import { type Facts, factsOf } from './facts.js';
import type { EarningLine } from './line.js';
import { limitLines } from './limit-lines.js';
import { type Paid, paidLine } from './paid.js';
import type { Partition } from './partition.js';
import { payComponent } from './pay-component.js';
import type { EarningProblem } from './problem.js';
import { quotaProblems } from './quota-problem.js';
import { isLast } from './span.js';

export type { EarningProblem } from './problem.js';

/** What a payee earns in a period, and what could not be paid. */
export type Outcome = {
  readonly lines: readonly EarningLine[];
  readonly problems: readonly EarningProblem[];
};

/**
 * All that one payee earns in one period, line by line. The order the credits come in does not matter. PLAN.md
 * says exactly what is paid. Whoever pays many partitions compiles their plan once and hands it over.
 */
export const earn = (partition: Partition, plan = compilePlan(partition.plan)): EarningLine[] => [
  ...outcomeOf(partition, plan).lines,
];

/** What keeps a partition from being paid in full: a missing quota, a currency without a rate, a condition without an answer. */
export const problemsOf = (
  partition: Partition,
  plan = compilePlan(partition.plan),
): readonly EarningProblem[] => outcomeOf(partition, plan).problems;

/** Lines and problems of a partition at once. */
export const outcomeOf = (partition: Partition, plan = compilePlan(partition.plan)): Outcome =>
  partition.earlierVersions?.length ? inTurn(partition) : payBy(plan, factsOf(plan, partition));

/** What one version of a plan pays. */
function payBy(plan: CompiledPlan, facts: Facts): Outcome {
  const lines = isSettledByLine(plan)
    ? plan.components.flatMap((each) => plainly(each, facts) ?? generally(each, facts).map(lineOf))
    : settled(plan, facts);
  return { lines, problems: facts.problems.list };
}

const plainly = ({ plain }: CompiledComponent, facts: Facts): EarningLine[] | null =>
  facts.partition.span ? null : (plain?.(facts) ?? null);

/** The versions of a period one after the other, each with what those before it paid. */
function inTurn(partition: Partition): Outcome {
  const before: Paid[] = [];
  const lines: EarningLine[] = [];
  const problems = new Map<string, EarningProblem>();
  for (const each of [...partition.earlierVersions!, partition]) {
    const plan = compilePlan(each.plan);
    const paid = payBy(plan, factsOf(plan, each, before));
    before.push(...paid.lines.map((line) => ({ line, exact: worthLater(plan, line) })));
    const { planVersionId } = each;
    const named = each !== partition && planVersionId !== undefined;
    lines.push(...paid.lines.map((line) => (named ? { ...line, planVersionId } : line)));
    for (const problem of paid.problems) problems.set(JSON.stringify(problem), problem);
  }
  return { lines, problems: [...problems.values()] };
}

/** What a line is worth to limits of later versions and to the rounding of the statement. */
function worthLater({ document }: CompiledPlan, { kind, exact, amount }: EarningLine): Rational {
  if (document.roundAt !== 'statement') return Rational.of(amount);
  return kind === 'rounding' ? Rational.zero : Rational.parse(exact);
}

/** The way that every component can be paid. */
function generally(compiled: CompiledComponent, facts: Facts): Paid[] {
  const evaluation = new Evaluation(compiled, facts);
  quotaProblems(evaluation);
  return payComponent(evaluation);
}

/** Does nothing look at the exact values of several components together? */
const isSettledByLine = ({ limits, document }: CompiledPlan): boolean =>
  limits.length === 0 && document.roundAt !== 'statement';

function settled(plan: CompiledPlan, facts: Facts): EarningLine[] {
  const { before, partition } = facts;
  const paid = plan.components.flatMap((each) => generally(each, facts));
  const limits = limitLines(plan, [...before, ...paid], isLast(partition));
  const limited = [...paid, ...limits];
  return [...limited, ...roundingLine(plan, [...before, ...limited])].map(lineOf);
}

const lineOf = ({ line }: Paid): EarningLine => line;

/** Where only the statement is rounded: what its sum gains or loses by that. */
function roundingLine(plan: CompiledPlan, paid: readonly Paid[]): Paid[] {
  if (plan.document.roundAt !== 'statement') return [];
  const exact = sum(paid.map((each) => each.exact));
  const rounded = paid.reduce((total, { line }) => total + line.amount, 0n);
  const amount = exact.round(plan.rounding) - rounded;
  if (amount === 0n) return [];
  const base = Rational.of(amount);
  return [paidLine(plan, { component: 'rounding', kind: 'rounding', base })];
}
