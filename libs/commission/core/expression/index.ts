export * from './expression.js';
export { type ExpressionProblem, sayProblem } from './problem.js';
export type { Attributes, Values, ValueType, Vocabulary } from './vocabulary.js';
