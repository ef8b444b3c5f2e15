import { type ASTNode, Environment, EvaluationError } from '@marcbachmann/cel-js';
import { Rational } from '@laurel/shared/core';
import { defaultTo } from './default-to.js';
import { type Attributes, celTypes, limits, type Vocabulary } from './vocabulary.js';

/**
 * The language with exact numbers. The library's own numbers come only from its literals, which are made exact before
 * they are checked, and from its functions, none of which is offered: so there is one kind of number.
 */
const numbers = new Environment({
  limits: {
    maxAstNodes: limits.parts,
    maxDepth: limits.depth,
    maxListElements: limits.listElements,
    maxCallArguments: 3,
  },
})
  .registerType('number', { ctor: Rational, fields: {} })
  .registerOperator('-number', (value: Rational) => value.negate())
  .registerOperator('number + number', (a: Rational, b: Rational) => a.add(b))
  .registerOperator('number - number', (a: Rational, b: Rational) => a.subtract(b))
  .registerOperator('number * number', (a: Rational, b: Rational) => a.multiply(b))
  .registerOperator('number / number', divide)
  .registerOperator('number == number', (a: Rational, b: Rational) => a.equals(b))
  .registerOperator('number < number', (a: Rational, b: Rational) => a.compare(b) < 0)
  .registerOperator('number <= number', (a: Rational, b: Rational) => a.compare(b) <= 0)
  .registerOperator('number > number', (a: Rational, b: Rational) => a.compare(b) > 0)
  .registerOperator('number >= number', (a: Rational, b: Rational) => a.compare(b) >= 0)
  .registerFunction('min(number, number): number', Rational.min, { async: false })
  .registerFunction('min(number, number, number): number', Rational.min, { async: false })
  .registerFunction('max(number, number): number', Rational.max, { async: false })
  .registerFunction('max(number, number, number): number', Rational.max, { async: false })
  .registerFunction('abs(number): number', (value: Rational) => value.abs(), { async: false })
  .registerFunction('floor(number): number', floor, { async: false })
  .registerFunction('ceil(number): number', ceil, { async: false })
  .registerFunction('default(ast, ast): dyn', defaultTo, { async: false });

const languages = new WeakMap<Vocabulary, Environment>();

/** The language with these names; the same names are prepared once. */
export function languageOf(vocabulary: Vocabulary): Environment {
  const known = languages.get(vocabulary) ?? makeLanguage(vocabulary);
  languages.set(vocabulary, known);
  return known;
}

function makeLanguage(vocabulary: Vocabulary): Environment {
  const language = numbers.clone();
  for (const [name, type] of Object.entries(vocabulary))
    if (typeof type === 'string') language.registerVariable(name, celTypes[type]);
    else registerAttributes(language, name, type);
  return language;
}

/** A type of its own for each, which reads a plain object as it is: what is null there is not there. */
function registerAttributes(language: Environment, name: string, attributes: Attributes): void {
  const ctor = class extends Map<string, unknown> {
    constructor(private readonly plain: Readonly<Record<string, unknown>>) {
      super();
    }
    override get(attribute: string): unknown {
      return this.plain[attribute] ?? undefined;
    }
  };
  const fields = Object.fromEntries(
    Object.entries(attributes).map(([attribute, type]) => [attribute, celTypes[type]]),
  );
  const convert = (values: Readonly<Record<string, unknown>>) => new ctor(values);
  language.registerType(`the ${name}`, { ctor, fields, convert });
  language.registerVariable(name, `the ${name}`);
}

function divide(dividend: Rational, divisor: Rational, node?: ASTNode): Rational {
  if (!divisor.isZero) return dividend.divide(divisor);
  throw new EvaluationError({ code: 'division_by_zero', message: 'Division by 0', node });
}

function floor(value: Rational): Rational {
  return Rational.of(value.floor());
}

function ceil(value: Rational): Rational {
  return Rational.of(-value.negate().floor());
}
