import type pg from 'pg';

type Column = { table: string; name: string; type: string };

/** A value of each type that a column may have; rows get telling apart by the tenant in their texts. */
const valueOf: Record<string, (tenant: string) => unknown> = {
  uuid: (tenant) => tenant.replace(/^../, 'ff'),
  text: (tenant) => `text of ${tenant}`,
  character: () => 'EUR',
  jsonb: () => '{}',
  bytea: (tenant) => Buffer.from(tenant),
  boolean: () => false,
  date: () => '2026-01-01',
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
  ARRAY: () => [],
};
const number = () => 1;

/** Puts one row of each tenant into every table, whatever its columns: rules about values are lifted. */
export async function fillEveryTable(
  client: pg.Client,
  tables: string[],
  tenants: string[],
): Promise<void> {
  await liftChecks(client);
  await client.query(`set session_replication_role = replica`);
  const columns = await neededColumns(client, tables);
  for (const table of tables)
    for (const tenant of tenants) {
      const filled = columns.filter((column) => column.table === table);
      const names = ['organization_id', ...filled.map(({ name }) => name)];
      const values = filled.map(({ type }) => (valueOf[type] ?? number)(tenant));
      await client.query(
        `insert into ${table} (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
        [tenant, ...values],
      );
    }
}

async function liftChecks(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string }>(`
    select conrelid::regclass::text as table, conname as name from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace`);
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${name}`);
}

/** Columns that have no value of their own: not null and without default. */
async function neededColumns(client: pg.Client, tables: string[]): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select table_name as table, column_name as name, data_type as type
     from information_schema.columns
     where table_schema = 'public' and table_name = any ($1) and column_name <> 'organization_id'
       and is_nullable = 'NO' and column_default is null and is_identity = 'NO'`,
    [tables],
  );
  return rows;
}
