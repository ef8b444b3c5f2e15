import type { Rational } from '@laurel/shared/core';
import type { Calculation, CompiledComponent, Condition } from './compile.js';
import { sayProblem, type Values } from './expression/index.js';
import type { PayableCredit } from './partition.js';
import type { Problems } from './problem.js';

/** Where a condition or formula is asked: the component, and the credit it is about. */
export type Asked = {
  readonly compiled: CompiledComponent;
  readonly facts: { readonly problems: Problems };
  readonly credit?: PayableCredit | undefined;
};

/** Does the condition hold? One that cannot be decided does not, and that is a problem. */
export function holds({ expression }: Condition, values: Values, asked: Asked): boolean {
  const { value, problem } = expression.evaluate(values);
  if (problem) tell('CONDITION_UNDEFINED', 'A condition', sayProblem(problem), asked);
  return value;
}

/** What a formula comes to; null, and a problem, where it cannot be computed. */
export function calculate(
  { expression }: Calculation,
  values: Values,
  asked: Asked,
): Rational | null {
  const { value, problem } = expression.evaluate(values);
  if (problem) tell('FORMULA_UNDEFINED', 'The formula', sayProblem(problem), asked);
  return value;
}

function tell(code: string, what: string, why: string, { compiled, facts, credit }: Asked): void {
  const { name } = compiled.component;
  const of = credit ? ` for deal ${credit.externalId}` : '';
  const message = `${what} of "${name}" has no answer${of}. ${why}`;
  facts.problems.add(code, name, message, credit?.dealId ?? null);
}
