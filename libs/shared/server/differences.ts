import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { ask, tell } from './statement.js';

/** Rows sent to the database in one statement. */
const chunkSize = 5_000;

/** `saveDifferences` where nobody needs to know how many were written: the transaction waits for it before it ends. */
export function tellDifferences<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): void {
  for (const { statement, chunk } of merges(tx, entity, rows)) tell(tx, statement, [chunk]);
}

/**
 * Makes stored rows equal to the given ones, which all have an id and the same properties: inserts the
 * new, updates those that differ, and leaves the others untouched. Answers how many were written.
 */
export async function saveDifferences<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Promise<number> {
  let written = 0;
  for (const { statement, chunk } of merges(tx, entity, rows))
    written += (await ask(tx, statement, [chunk])).length;
  return written;
}

function* merges<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly Partial<T>[],
): Generator<{ statement: string; chunk: string }> {
  const [first] = rows;
  if (!first) return;
  const statement = mergeInto(tx, entity, Object.keys(first));
  for (let start = 0; start < rows.length; start += chunkSize)
    yield { statement, chunk: JSON.stringify(rows.slice(start, start + chunkSize), exactly) };
}

const statements = new WeakMap<object, Map<string, string>>();

/** Written once for each table and its properties. */
function mergeInto<T extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  properties: string[],
): string {
  const metadata = tx.connection.getMetadata(entity);
  const known = statements.get(metadata) ?? new Map<string, string>();
  statements.set(metadata, known);
  const key = properties.join();
  const statement = known.get(key) ?? mergeStatement(tx, metadata, properties);
  known.set(key, statement);
  return statement;
}

function mergeStatement(
  tx: EntityManager,
  { tableName, columns }: EntityMetadata,
  properties: string[],
): string {
  const used = properties.map((property) =>
    columns.find(({ propertyName }) => propertyName === property)!,
  );
  const names = used.map(({ databaseName }) => databaseName);
  const of = (alias: string) => names.map((name) => `${alias}.${name}`).join(', ');
  const types = used.map((column) => {
    const type = tx.connection.driver.normalizeType(column);
    // Without its length "character" would be a single letter.
    return `"${column.propertyName}" ${type === 'character' ? 'text' : type}${column.isArray ? '[]' : ''}`;
  });
  return `
    insert into ${tableName} (${names.join(', ')})
    select due.* from jsonb_to_recordset($1::jsonb) as due (${types.join(', ')})
    where not exists (
      select from ${tableName} kept where kept.id = due.id
        and (${of('kept')}) is not distinct from (${used.map(({ propertyName }) => `due."${propertyName}"`).join(', ')}))
    on conflict (organization_id, id) do update
      set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
    returning id`;
}

const exactly = (_: string, value: unknown) => {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`;
  return typeof value === 'bigint' ? value.toString() : value;
};
