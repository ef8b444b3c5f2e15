import type { SyntaxNode } from '@lezer/common';
import { propertiesOf, type Step, valueOf } from './json-place.js';

/** The parts of JSON Schema in which the form of plans is written. */
export type Schema = {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

/**
 * What a schema says about the value at the path: all forms it may take. Where forms are told apart by a
 * word, such as the kind of a component, only those that fit what is written beside it.
 */
export function schemasAt(
  schema: Schema,
  { text, root, path }: { text: string; root: SyntaxNode; path: readonly Step[] },
): Schema[] {
  let [forms, node] = [formsOf(schema), root.firstChild];
  for (const step of path) {
    forms = fitting(forms, text, node).flatMap((form) => formsOf(inside(form, step)));
    node = node && within(text, node, step);
  }
  return fitting(forms, text, node);
}

const formsOf = (schema: Schema | undefined): Schema[] => {
  if (!schema) return [];
  const choices = schema.anyOf ?? schema.oneOf;
  return choices ? choices.flatMap(formsOf) : [schema];
};

function inside(form: Schema, step: Step): Schema | undefined {
  if (typeof step === 'number') return form.items;
  const more = form.additionalProperties;
  return form.properties?.[step] ?? (typeof more === 'object' ? more : undefined);
}

function within(text: string, node: SyntaxNode, step: Step): SyntaxNode | null {
  if (typeof step === 'string') {
    const property = propertiesOf(text, node).get(step);
    return property ? valueOf(property) : null;
  }
  const values = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!['[', ']', ',', '⚠'].includes(child.name)) values.push(child);
  return values[step] ?? null;
}

/** Forms whose fixed words are those that are written. */
function fitting(forms: readonly Schema[], text: string, node: SyntaxNode | null): Schema[] {
  if (node?.name !== 'Object' || forms.length < 2) return [...forms];
  const written = propertiesOf(text, node);
  const fits = forms.filter((form) =>
    Object.entries(form.properties ?? {}).every(([key, each]) => {
      const value = each.const === undefined ? undefined : written.get(key);
      const said = value && valueOf(value);
      return !said || text.slice(said.from, said.to) === JSON.stringify(each.const);
    }),
  );
  return fits.length ? fits : [...forms];
}

/** The words a value may be. */
export const wordsOf = (forms: readonly Schema[]): unknown[] => [
  ...new Set(
    forms.flatMap((form) => {
      if (form.const !== undefined) return [form.const];
      return form.enum ?? (form.type === 'boolean' ? [true, false] : []);
    }),
  ),
];
