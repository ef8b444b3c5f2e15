import fs from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { root } from './database.js';

export type RootField = {
  operation: 'query' | 'mutation' | 'subscription';
  coordinate: string;
  field: GraphQLField<unknown, unknown>;
};

/** The printed schema that the repository holds. */
export const committedSchema = (): GraphQLSchema =>
  buildSchema(fs.readFileSync(path.join(root, 'apps/api/schema.graphql'), 'utf8'));

/** Every `Type.field` of the schema. */
export const coordinatesOf = (schema: GraphQLSchema): string[] =>
  Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.keys((type as GraphQLObjectType).getFields()).map((field) => `${type.name}.${field}`),
    );

export function rootFields(schema: GraphQLSchema): RootField[] {
  const types = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return types.flatMap(([operation, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => ({
      operation,
      coordinate: `${type!.name}.${field.name}`,
      field,
    })),
  );
}

/** Selects every leaf down to a depth, without the response paths that were refused before. */
export function selectAll(
  type: GraphQLOutputType,
  depth: number,
  refused: ReadonlySet<string>,
  at: string,
): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  const fields = Object.values((named as GraphQLObjectType).getFields()).flatMap((field) => {
    const here = `${at}.${field.name}`;
    if (refused.has(here)) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    if (depth === 0) return [];
    const inner = selectAll(field.type, depth - 1, refused, here);
    return inner === '{ }' ? [] : [`${field.name} ${inner}`];
  });
  return `{ ${fields.join(' ')} }`;
}

/** Notes every `Type.field` that an answer holds. */
export function noteCoverage(type: GraphQLOutputType, value: unknown, seen: Set<string>): void {
  const named = getNamedType(type);
  if (!isObjectType(named) || value === null || value === undefined) return;
  for (const row of Array.isArray(value) ? value : [value])
    for (const [name, inner] of Object.entries((row ?? {}) as Record<string, unknown>)) {
      const field = named.getFields()[name];
      if (!field) continue;
      seen.add(`${named.name}.${name}`);
      noteCoverage(field.type, inner, seen);
    }
}

/** Fills arguments: what is required, and what `wanted` names; `valueOf` knows what a leaf may hold. */
export function fillArguments(
  field: GraphQLField<unknown, unknown>,
  wanted: (at: string) => boolean,
  valueOf: (at: string, type: GraphQLInputType) => unknown,
): Record<string, unknown> {
  const filled = field.args.filter(
    (arg) => isRequiredArgument(arg) || reaches(arg, arg.name, wanted),
  );
  return Object.fromEntries(
    filled.map((arg) => [arg.name, fill(arg.type, arg.name, wanted, valueOf)]),
  );
}

function fill(
  type: GraphQLInputType,
  at: string,
  wanted: (at: string) => boolean,
  valueOf: (at: string, type: GraphQLInputType) => unknown,
): unknown {
  if (isNonNullType(type)) return fill(type.ofType, at, wanted, valueOf);
  if (isListType(type)) return [fill(type.ofType, at, wanted, valueOf)];
  if (!isInputObjectType(type)) return valueOf(at, type);
  const fields = Object.values(type.getFields()).filter(
    (inner) => isRequiredInputField(inner) || reaches(inner, `${at}.${inner.name}`, wanted),
  );
  return Object.fromEntries(
    fields.map((inner) => [inner.name, fill(inner.type, `${at}.${inner.name}`, wanted, valueOf)]),
  );
}

/** Is this leaf wanted, or one below it? */
const reaches = (
  { type }: GraphQLArgument | GraphQLInputField,
  at: string,
  wanted: (at: string) => boolean,
): boolean => leavesOf(type, at).some(wanted);

/** The paths of all leaves of an argument, such as `filter.ownerId`. */
function leavesOf(type: GraphQLInputType, at: string): string[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [at];
  return Object.values(named.getFields()).flatMap((inner) =>
    leavesOf(inner.type, `${at}.${inner.name}`),
  );
}

export const argumentLeaves = (field: GraphQLField<unknown, unknown>): string[] =>
  field.args.flatMap((arg) => leavesOf(arg.type, arg.name));

/** The operation that asks a root field with variables for all its arguments. */
export function operationFor(
  { operation, field }: RootField,
  args: Record<string, unknown>,
  refused: ReadonlySet<string>,
  depth = 3,
): string {
  const used = field.args.filter(({ name }) => name in args);
  const declared = used.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const passed = used.map(({ name }) => `${name}: $${name}`).join(', ');
  const bracket = (text: string) => (text ? `(${text})` : '');
  const selection = selectAll(field.type, depth, refused, field.name);
  return `${operation} ${bracket(declared)} { ${field.name}${bracket(passed)} ${selection} }`;
}
