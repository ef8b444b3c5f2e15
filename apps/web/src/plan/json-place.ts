import { jsonLanguage } from '@codemirror/lang-json';
import type { SyntaxNode } from '@lezer/common';

/** Characters of a text, from (in) to (out). */
export type Place = { readonly from: number; readonly to: number };
export type Step = string | number;

export const syntaxOf = (text: string): SyntaxNode => jsonLanguage.parser.parse(text).topNode;

/** "components[0].tiers[1].rate" as its steps. */
export const stepsOf = (path: string): Step[] =>
  [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map(([, index, key]) =>
    index === undefined ? key! : Number(index),
  );

/** Where a value stands in a JSON text; one that is missing, at the name of what it is missing in. */
export function placeOf(text: string, path: string, root = syntaxOf(text)): Place {
  let node = root.firstChild;
  let name: SyntaxNode | null = null;
  for (const step of stepsOf(path)) {
    const next = node && childAt(text, node, step);
    if (!next) return markOf(node, name);
    ({ node, name } = next);
  }
  return node?.name === 'Object' || node?.name === 'Array' ? markOf(node, name) : placeIn(node);
}

/** The name of a property, for what is wrong about the name itself. */
export function nameOf(text: string, path: string, root = syntaxOf(text)): Place {
  const steps = stepsOf(path);
  let found: Child | null = { node: root.firstChild, name: null };
  for (const step of steps) found = found?.node ? childAt(text, found.node, step) : null;
  return found?.name ? placeIn(found.name) : placeOf(text, path, root);
}

/** The first place at which a text stops being JSON; null for one that is. */
export function brokenPlace(text: string, root = syntaxOf(text)): Place | null {
  const cursor = root.cursor();
  do {
    if (cursor.type.isError) {
      const at = Math.min(cursor.from, Math.max(0, text.length - 1));
      return { from: at, to: Math.max(cursor.to, Math.min(at + 1, text.length)) };
    }
  } while (cursor.next());
  return null;
}

/** What replaces a part of a text. */
export type Edit = { readonly place: Place; readonly text: string };

/** Puts a text into a property of the whole document and leaves all else as it is; null where there is no document. */
export function putting(text: string, key: string, value: string): Edit | null {
  const object = syntaxOf(text).firstChild;
  if (object?.name !== 'Object') return null;
  const properties = propertiesOf(text, object);
  const old = properties.get(key);
  const written = JSON.stringify(value);
  if (old) return { place: placeIn(valueOf(old) ?? old.lastChild), text: written };
  const next = properties.get('components') ?? [...properties.values()][0];
  const at = next?.from ?? object.from + 1;
  const gap = next ? `,${/\s*$/.exec(text.slice(0, at))![0] || ' '}` : '';
  return { place: { from: at, to: at }, text: `${JSON.stringify(key)}: ${written}${gap}` };
}

/** The text that a property of the whole document says, quotes and all; null without one. */
export function saidBy(text: string, key: string): string | null {
  const object = syntaxOf(text).firstChild;
  const property = object && propertiesOf(text, object).get(key);
  const value = property && valueOf(property);
  return value ? text.slice(value.from, value.to) : null;
}

/** The steps from the document to a node: of a property name, its property's. */
export function pathTo(text: string, node: SyntaxNode): Step[] {
  const steps: Step[] = [];
  for (let at = node; at.parent; at = at.parent) {
    if (at.name === 'Property') steps.unshift(keyOf(text, at) ?? '');
    else if (at.parent.name === 'Array' && isValue(at))
      steps.unshift(valuesIn(at.parent).findIndex(({ from }) => from === at.from));
  }
  return steps;
}

/** The properties of an object, by their keys. */
export const propertiesOf = (text: string, object: SyntaxNode): ReadonlyMap<string, SyntaxNode> =>
  new Map(
    object
      .getChildren('Property')
      .map((property) => [keyOf(text, property) ?? '', property] as const),
  );

/** The value of a property, once there is one. */
export const valueOf = (property: SyntaxNode): SyntaxNode | null =>
  childrenOf(property).findLast(isValue) ?? null;

type Child = { readonly node: SyntaxNode | null; readonly name: SyntaxNode | null };

function childAt(text: string, node: SyntaxNode, step: Step): Child | null {
  if (typeof step === 'number') {
    const value = node.name === 'Array' ? valuesIn(node)[step] : undefined;
    return value ? { node: value, name: null } : null;
  }
  const property = node.name === 'Object' ? propertiesOf(text, node).get(step) : undefined;
  return property ? { node: valueOf(property), name: property.getChild('PropertyName') } : null;
}

function keyOf(text: string, property: SyntaxNode): string | null {
  const name = property.getChild('PropertyName');
  return name && text.slice(name.from, name.to).replace(/^"|"$/g, '');
}

const valueNames = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);
const isValue = (node: SyntaxNode): boolean => valueNames.has(node.name);
const valuesIn = (array: SyntaxNode): SyntaxNode[] => childrenOf(array).filter(isValue);

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** A whole object would be too much to mark: its name, or else its opening bracket. */
const markOf = (node: SyntaxNode | null, name: SyntaxNode | null): Place =>
  name
    ? placeIn(name)
    : node
      ? { from: node.from, to: Math.min(node.from + 1, node.to) }
      : { from: 0, to: 0 };

const placeIn = (node: SyntaxNode | null): Place =>
  node ? { from: node.from, to: node.to } : { from: 0, to: 0 };
