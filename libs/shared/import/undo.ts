import type { EntityManager } from 'typeorm';
import { Problem } from '../server/problem.js';

/** Refuses when a row of the import was changed after it: taking it back would lose the later change. */
export async function refuseChangedSince(
  tx: EntityManager,
  table: string,
  importId: string,
): Promise<void> {
  const [row]: [{ count: number }] = await tx.query(
    `select count(*)::int as count from import_change change
     left join ${table} on ${table}.id = change.row_id
     where change.import_id = $1 and ${table}.version is distinct from change.version`,
    [importId],
  );
  if (row.count)
    throw new Problem(
      'CHANGED_SINCE',
      `${row.count} of the imported rows were changed since, so the import can no longer be undone.`,
      {
        count: row.count,
      },
    );
}

/** Gives rows that existed before the import the content they had. */
export async function restoreRows(
  tx: EntityManager,
  table: string,
  columns: readonly string[],
  importId: string,
): Promise<void> {
  await tx.query(
    `update ${table} set ${columns.map((column) => `${column} = earlier.${column}`).join(', ')}, version = ${table}.version + 1
     from import_change change, jsonb_populate_record(null::${table}, change.before) as earlier
     where change.import_id = $1 and change.before is not null and ${table}.id = change.row_id`,
    [importId],
  );
}

/** Rows that the import given as $1 added. */
export const createdRows = `select row_id from import_change where import_id = $1 and before is null`;
