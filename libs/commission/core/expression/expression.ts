import {
  type Environment,
  EvaluationError,
  ParseError,
  type ParseResult,
} from '@marcbachmann/cel-js';
import type { Rational } from '@laurel/shared/core';
import { makeExact } from './exact.js';
import { languageOf } from './language.js';
import {
  type ExpressionProblem,
  problemAt,
  syntaxProblem,
  typeProblem,
  undefinedProblem,
} from './problem.js';
import { celTypes, limits, type Values, type Vocabulary } from './vocabulary.js';

/**
 * Conditions and formulas of a plan, written in CEL (cel.dev): `attainment >= 0.8 && deal.product in ["Gold", "Silver"]`,
 * `min(credited / quota, 1.5) * 2000`.
 *
 * Numbers. There is one kind, and it is exact: 0.1 is a tenth, and 100 / 3 is a third of a hundred, whether or not a
 * point is written. Nothing is rounded here; a line of pay is rounded once, at its end.
 *
 * Undefined. A name without a value (the attainment when the quota is 0, an attribute that a deal does not have) and a
 * division by 0 are undefined, and so is all that needs them; && and || still answer when the other side decides. An
 * undefined condition does not hold, an undefined number is null, and both say why. `has(deal.region)` asks whether an
 * attribute is there, `default(attainment, 0)` says what stands for a value that is not.
 *
 * Safe. An expression reads the given names and nothing else; it has no loops, no patterns and no clock, its size is
 * bounded, and it is interpreted, never run as a program.
 */
export type Expression<T> = {
  readonly ok: true;
  readonly evaluate: (values: Values) => Evaluation<T>;
};

export type Evaluation<T> = { readonly value: T; readonly problem: ExpressionProblem | null };

export type RefusedExpression = {
  readonly ok: false;
  readonly problems: readonly ExpressionProblem[];
};

/** Reads an expression and checks its names and types, so that a plan with a wrong one is never saved. */
export function compileExpression(
  text: string,
  vocabulary: Vocabulary,
  expected: 'condition',
): Expression<boolean> | RefusedExpression;
export function compileExpression(
  text: string,
  vocabulary: Vocabulary,
  expected: 'number',
): Expression<Rational | null> | RefusedExpression;
export function compileExpression(
  text: string,
  vocabulary: Vocabulary,
  expected: 'condition' | 'number',
): Expression<boolean | Rational | null> | RefusedExpression {
  const read = readExpression(text, languageOf(vocabulary));
  if ('problem' in read) return { ok: false, problems: [read.problem] };
  const problems = makeExact(read.expression.ast, vocabulary);
  if (problems.length > 0) return { ok: false, problems };
  const wrong = checkType(text, read.expression, expected);
  if (wrong) return { ok: false, problems: [wrong] };
  const otherwise = expected === 'condition' ? false : null;
  return { ok: true, evaluate: (values) => evaluate(text, read.expression, values, otherwise) };
}

function readExpression(
  text: string,
  language: Environment,
): { expression: ParseResult } | { problem: ExpressionProblem } {
  if (text.length > limits.characters) {
    const [found, expected] = [`${text.length} characters`, `at most ${limits.characters}`];
    return { problem: problemAt(text, 0, { code: 'TOO_LARGE', found, expected }) };
  }
  try {
    return { expression: language.parse(text) };
  } catch (error) {
    if (error instanceof ParseError) return { problem: syntaxProblem(text, error) };
    throw error;
  }
}

function checkType(
  text: string,
  expression: ParseResult,
  expected: 'condition' | 'number',
): ExpressionProblem | null {
  const { valid, type, error } = expression.check();
  if (error) return typeProblem(text, error);
  if (valid && type === celTypes[expected]) return null;
  const found =
    type === 'number' ? 'a number' : type === 'bool' ? 'a condition' : 'a text or a list';
  return problemAt(text, 0, { code: 'TYPE_WRONG', found, expected: examples[expected] });
}

const examples = {
  condition: 'a condition, such as attainment >= 1',
  number: 'a number, such as credited * 0.05',
};

function evaluate<T>(
  text: string,
  expression: ParseResult,
  values: Values,
  otherwise: T,
): Evaluation<T> {
  try {
    return { value: expression(values), problem: null };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    return { value: otherwise, problem: undefinedProblem(text, error) };
  }
}
