import type { Rational } from '@laurel/shared/core';

/** What a name in an expression may stand for; a day is text, such as "2026-03-31", and compares as such. */
export type ValueType = 'number' | 'text' | 'condition' | 'texts';

/** The attributes of something, such as a deal, read as deal.product. */
export type Attributes = Readonly<Record<string, ValueType>>;

/** The names an expression may use. */
export type Vocabulary = Readonly<Record<string, ValueType | Attributes>>;

export type Value = Rational | string | boolean | readonly string[] | null | undefined;

/** The values of the names for one evaluation; one that is null or left out is undefined. */
export type Values = Readonly<Record<string, Value | Readonly<Record<string, Value>>>>;

/** The library's names for the types. */
export const celTypes: Readonly<Record<ValueType, string>> = {
  number: 'number',
  text: 'string',
  condition: 'bool',
  texts: 'list<string>',
};

/** Functions an expression may call, with the number of arguments each takes. */
export const functions: Readonly<Record<string, readonly number[]>> = {
  has: [1],
  default: [2],
  min: [2, 3],
  max: [2, 3],
  abs: [1],
  floor: [1],
  ceil: [1],
};

/** Functions called on a text, as in product.startsWith("Gold"). Patterns are not among them: one can run forever. */
export const textFunctions: readonly string[] = ['contains', 'endsWith', 'startsWith'];

/** What keeps an expression small enough to be read by people, and its evaluation short. */
export const limits = {
  characters: 2_000,
  digits: 30,
  parts: 500,
  depth: 40,
  listElements: 100,
} as const;

export const attributesOf = (vocabulary: Vocabulary, name: string): Attributes | null => {
  const type = Object.hasOwn(vocabulary, name) ? vocabulary[name]! : null;
  return typeof type === 'object' ? type : null;
};
