import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';
import { isDay } from '../core/day.js';
import { Problem } from './problem.js';

type TextScalar = {
  name: string;
  description: string;
  valid: (text: string) => boolean;
  example: string;
};

/** A scalar that travels as text, in literals and variables alike, and never as a number. */
function textScalar<T>(
  { name, description, valid, example }: TextScalar,
  parse: (text: string) => T,
) {
  const read = (value: unknown): T => {
    if (typeof value === 'string' && valid(value)) return parse(value);
    throw new Problem('BAD_VALUE', `${name} must be text like "${example}".`, { expected: name });
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node: ValueNode) => read(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** Largest amount taken in: beyond it something is surely wrong with the file. */
const moneyDigits = 15;

export const MoneyScalar = textScalar(
  {
    name: 'Money',
    description: 'Whole minor units (cents) of the row’s currency, as digits: "-1250".',
    valid: (text) => new RegExp(`^(0|-?[1-9]\\d{0,${moneyDigits - 1}})$`).test(text),
    example: '-1250',
  },
  BigInt,
);

export const DecimalScalar = textScalar(
  {
    name: 'Decimal',
    description: 'Exact decimal number as text: "0.065".',
    valid: (text) => /^-?\d{1,20}(\.\d{1,20})?$/.test(text),
    example: '0.065',
  },
  (text) => text,
);

export const DayScalar = textScalar(
  { name: 'Day', description: 'Calendar day: "2026-03-31".', valid: isDay, example: '2026-03-31' },
  (text) => text,
);

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'A JSON document; its reader checks it against a schema.',
  parseValue: (value) => value,
  parseLiteral: valueFromASTUntyped,
});
