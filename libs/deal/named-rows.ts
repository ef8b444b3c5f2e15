import type { RowChange } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import { canonical } from './core/index.js';

/** Tables whose rows are known by their name. */
export type NamedTable = 'product' | 'account';

/** A row as wished: columns that are absent stay as they are. */
export type NamedRow = { readonly name: string; readonly [column: string]: unknown };

type StoredRow = NamedRow & { readonly id: string; readonly version: number };

export type SavedNames = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly changes: readonly RowChange[];
};

/** Adds the rows whose names are new and changes those that say something else; one row for each name. */
export async function saveNamedRows(
  tx: EntityManager,
  table: NamedTable,
  columns: readonly string[],
  rows: readonly NamedRow[],
): Promise<SavedNames> {
  const held = await holdNamed(tx, table, columns, rows);
  const settled = rows.map((row) => settle(row, held.get(row.name.toLowerCase()), columns));
  const fresh = settled.filter(({ before }) => !before);
  const changed = settled.filter(
    ({ before, after }) => before && canonical(pick(before, columns)) !== canonical(after),
  );
  const added = await insertNamed(
    tx,
    table,
    columns,
    fresh.map(({ after }) => after),
  );
  await updateNamed(
    tx,
    table,
    columns,
    changed.map(({ before, after }) => ({ id: before!.id, ...after })),
  );
  return {
    created: added.length,
    updated: changed.length,
    unchanged: settled.length - fresh.length - changed.length,
    changes: [
      ...added.map((id) => ({ id, before: null, version: 1 })),
      ...changed.map(({ before }) => ({
        id: before!.id,
        before: before!,
        version: before!.version + 1,
      })),
    ],
  };
}

async function holdNamed(
  tx: EntityManager,
  table: NamedTable,
  columns: readonly string[],
  rows: readonly NamedRow[],
): Promise<Map<string, StoredRow>> {
  const stored: StoredRow[] = await tx.query(
    `select id, version, ${columns.join(', ')} from ${table}
     where lower(name) = any(select lower(name) from unnest($1::text[]) as name) order by name for update`,
    [rows.map(({ name }) => name)],
  );
  return new Map(stored.map((row) => [row.name.toLowerCase(), row]));
}

function settle(row: NamedRow, before: StoredRow | undefined, columns: readonly string[]) {
  const after = pick({ ...before, ...row }, columns);
  return { before, after };
}

const pick = (row: object, columns: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    columns.map((column) => [column, (row as Record<string, unknown>)[column] ?? null]),
  );

/** Ids of the new rows; a name that somebody else adds at the same moment is theirs. */
async function insertNamed(
  tx: EntityManager,
  table: NamedTable,
  columns: readonly string[],
  rows: readonly object[],
): Promise<string[]> {
  if (!rows.length) return [];
  const list = columns.join(', ');
  const added: { id: string }[] = await tx.query(
    `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1)
     on conflict (organization_id, name) do nothing returning id`,
    [canonical(rows)],
  );
  return added.map(({ id }) => id);
}

async function updateNamed(
  tx: EntityManager,
  table: NamedTable,
  columns: readonly string[],
  rows: readonly object[],
): Promise<void> {
  if (!rows.length) return;
  await tx.query(
    `update ${table} set ${columns.map((column) => `${column} = given.${column}`).join(', ')}, version = ${table}.version + 1
     from json_populate_recordset(null::${table}, $1) as given where ${table}.id = given.id`,
    [canonical(rows)],
  );
}
