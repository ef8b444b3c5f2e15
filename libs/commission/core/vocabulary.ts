import type { Component } from './component.js';
import type { Attributes, Vocabulary } from './expression/index.js';

/** What an expression can ask about a credit and its deal. */
export const dealAttributes = {
  amount: 'number',
  margin: 'number',
  marginShare: 'number',
  quantity: 'number',
  discount: 'number',
  level: 'number',
  product: 'text',
  series: 'text',
  variant: 'text',
  segment: 'text',
  priceList: 'text',
  region: 'text',
  day: 'text',
  kind: 'text',
} as const satisfies Attributes;

/** What an expression can ask about the period of a payee. */
export const periodNames = {
  attainment: 'number',
  credited: 'number',
  quota: 'number',
  count: 'number',
  margin: 'number',
  target: 'number',
  tenure: 'number',
  place: 'number',
} as const satisfies Vocabulary;

/** The three places of expressions: about one credit, about the period, about a credit within its period. */
export type Vocabularies = {
  readonly deal: Vocabulary;
  readonly period: Vocabulary;
  readonly both: Vocabulary;
};

type Named = {
  readonly components: readonly Component[];
  readonly scores?: readonly string[] | undefined;
  readonly parameters?: Readonly<Record<string, string>> | undefined;
};

/** Vocabularies by the names of scores and parameters; most plans share a few. */
const known = new Map<string, Vocabularies>();
const mostKnown = 200;

/** The names a plan's expressions may use: its scores and parameters among them. */
export function vocabulariesOf({ components, scores = [], parameters = {} }: Named): Vocabularies {
  const named = [...new Set([...scores, ...components.flatMap(scoresOf)])].toSorted();
  const given = Object.keys(parameters).toSorted();
  const key = JSON.stringify([named, given]);
  const vocabularies = known.get(key) ?? vocabulariesWith(named, given);
  if (known.size >= mostKnown) known.clear();
  known.set(key, vocabularies);
  return vocabularies;
}

function vocabulariesWith(scores: readonly string[], parameters: readonly string[]): Vocabularies {
  const plan = { ...group('score', scores), ...group('parameter', parameters) };
  return {
    deal: { deal: dealAttributes, ...plan },
    period: { ...periodNames, ...plan },
    both: { deal: dealAttributes, ...periodNames, ...plan },
  };
}

function scoresOf(component: Component): string[] {
  if (component.kind === 'objectives') return component.objectives.map(({ name }) => name);
  return 'score' in component && component.score ? [component.score] : [];
}

const group = (name: string, members: readonly string[]): Record<string, Attributes> =>
  members.length ? { [name]: Object.fromEntries(members.map((each) => [each, 'number'])) } : {};
