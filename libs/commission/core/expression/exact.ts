import type { ASTNode } from '@marcbachmann/cel-js';
import { isDecimal, Rational } from '@laurel/shared/core';
import { type ExpressionProblem, problemAt, quoted } from './problem.js';
import { attributesOf, functions, limits, textFunctions, type Vocabulary } from './vocabulary.js';

/**
 * Walks an expression as it was read, before its types are checked: every name must be one of the vocabulary, every
 * function and operator one that Laurel offers, and every number becomes exact. The library reads 0.1 as a binary
 * fraction and 7 as an integer that would divide to a whole number, so both are read again from the text here.
 */
export function makeExact(node: ASTNode, vocabulary: Vocabulary): ExpressionProblem[] {
  const problem = refuse(node, vocabulary);
  if (problem) return [problemAt(node.input, node.pos, problem)];
  if (node.op === 'value' && typeof node.args !== 'string' && typeof node.args !== 'boolean')
    Object.assign(node, { args: Rational.parse(sourceOf(node)) });
  return partsOf(node).flatMap((part) => makeExact(part, vocabulary));
}

type Refusal = Omit<ExpressionProblem, 'line' | 'column'> | null;

function refuse(node: ASTNode, vocabulary: Vocabulary): Refusal {
  switch (node.op) {
    case 'value':
      return refuseLiteral(node);
    case 'id':
      return refuseName(node.args, vocabulary);
    case '.':
      return refuseAttribute(node, vocabulary);
    case 'call':
    case 'rcall':
      return refuseCall(node);
    case '%':
      return notOffered('"%"', 'a share such as 0.05');
    case 'map':
    case '[]':
    case '[?]':
    case '.?':
      return notOffered(`"${quotedStart(node)}"`, 'a name, a number, a text or a list');
    default:
      return null;
  }
}

function refuseLiteral(node: ASTNode): Refusal {
  if (typeof node.args === 'string' || typeof node.args === 'boolean') return null;
  const text = sourceOf(node);
  const found = quoted(text, 0, text.length);
  if (!isDecimal(text))
    return notOffered(found, 'a number such as 0.065, or a text in quotation marks');
  if (text.length <= limits.digits) return null;
  return { code: 'TOO_LARGE', found, expected: `a number of at most ${limits.digits} digits` };
}

function refuseName(name: string, vocabulary: Vocabulary): Refusal {
  if (!Object.hasOwn(vocabulary, name))
    return { code: 'NAME_UNKNOWN', found: `"${name}"`, expected: oneOf(Object.keys(vocabulary)) };
  const attributes = attributesOf(vocabulary, name);
  if (!attributes) return null;
  return { code: 'TYPE_WRONG', found: `"${name}"`, expected: attributesNamed(name, attributes) };
}

function refuseAttribute(node: ASTNode & { op: '.' }, vocabulary: Vocabulary): Refusal {
  const [owner, attribute] = node.args;
  const name = owner.op === 'id' ? owner.args : '';
  const attributes = attributesOf(vocabulary, name);
  if (!attributes) {
    const unknown = owner.op === 'id' && !Object.hasOwn(vocabulary, name);
    if (unknown) return refuseName(name, vocabulary);
    return notOffered(`".${attribute}" of "${sourceOf(owner)}"`, 'a value that has attributes');
  }
  if (Object.hasOwn(attributes, attribute)) return null;
  const found = `"${name}.${attribute}"`;
  return { code: 'NAME_UNKNOWN', found, expected: attributesNamed(name, attributes) };
}

function refuseCall(node: ASTNode & { op: 'call' | 'rcall' }): Refusal {
  const [name] = node.args;
  const given = node.op === 'call' ? node.args[1].length : node.args[2].length;
  const taken =
    node.op === 'call' ? own(functions, name) : textFunctions.includes(name) ? [1] : null;
  if (taken?.includes(given)) return null;
  if (taken)
    return {
      code: 'FUNCTION_UNKNOWN',
      found: `${name} with ${given} arguments`,
      expected: `${taken.join(' or ')}`,
    };
  const offered = node.op === 'call' ? Object.keys(functions) : textFunctions;
  return { code: 'FUNCTION_UNKNOWN', found: `the function "${name}"`, expected: oneOf(offered) };
}

/** What an expression is made of; the owner of an attribute was judged with it. */
function partsOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
    case '.':
    case '.?':
    case 'map':
      return [];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}

const notOffered = (found: string, expected: string): Refusal => ({
  code: 'NOT_OFFERED',
  found,
  expected,
});

const sourceOf = ({ input, start, end }: ASTNode): string => input.slice(start, end);

const quotedStart = (node: ASTNode): string => sourceOf(node).slice(0, 20);

const own = <T>(all: Readonly<Record<string, T>>, name: string): T | null =>
  Object.hasOwn(all, name) ? all[name]! : null;

const oneOf = (names: readonly string[]): string => `one of ${names.toSorted().join(', ')}`;

const attributesNamed = (name: string, attributes: object): string =>
  oneOf(Object.keys(attributes).map((each) => `${name}.${each}`));
