import type { Relation, Row, Scope } from './permission-row.js';
import { table } from './permission.js';
import type { ApiScope, Role } from './role.js';

export { subjectOf } from './permission-subject.js';
export type { Relation, Scope } from './permission-row.js';

const rows: ReadonlyMap<string, Row> = new Map(
  table.flatMap(([type, fields, row]) =>
    fields.split(' ').map((field) => [`${type}.${field}`, row] as const),
  ),
);

/** Every `Type.field` that has a row in the table. */
export const permittedCoordinates = (): string[] => [...rows.keys()];

/** How far a role sees through `Type.field`; what stands in no row is seen by nobody. */
export function widestRelation(coordinate: string, role: Role | 'system', hr = false): Scope {
  const row = rows.get(coordinate);
  return role === 'system' || (hr && row?.hr) ? 'all' : (row?.reach[role] ?? 'none');
}

export const isForAnyone = (coordinate: string): boolean =>
  rows.get(coordinate)?.anonymous ?? false;

/** What an API token needs to use a root field; undefined when no token may. */
export const neededScope = (coordinate: string): ApiScope | undefined =>
  rows.get(coordinate)?.token;

const reaches: Readonly<Record<Scope, readonly Relation[]>> = {
  none: [],
  own: ['own'],
  report: ['own', 'report'],
  all: ['own', 'report', 'peer'],
};

export const allows = (scope: Scope, relation: Relation): boolean =>
  reaches[scope].includes(relation);
