import { type ASTNode, EvaluationError, TypeError } from '@marcbachmann/cel-js';

/** Types are the same where they are the same object. */
type Checker = { check(node: ASTNode, context: unknown): { readonly name: string } };
type Evaluator = { run(node: ASTNode, context: unknown): unknown };
type Call = { readonly ast: ASTNode; readonly args: readonly [ASTNode, ASTNode] };

/**
 * default(value, otherwise): the value, or the other where it is undefined. A macro, because a function would ask for
 * the value first.
 */
export const defaultTo = ({ ast, args: [value, otherwise] }: Call) => ({
  async: false,

  typeCheck(checker: Checker, _call: unknown, context: unknown) {
    const type = checker.check(value, context);
    const other = checker.check(otherwise, context);
    if (type === other) return type;
    const message = `got ${type.name} and ${other.name}`;
    throw new TypeError({ code: 'invalid_default', message, node: ast });
  },

  evaluate(evaluator: Evaluator, _call: unknown, context: unknown) {
    try {
      return evaluator.run(value, context);
    } catch (error) {
      if (error instanceof EvaluationError) return evaluator.run(otherwise, context);
      throw error;
    }
  },
});
