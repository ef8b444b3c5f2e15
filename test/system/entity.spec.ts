import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { DataSource, getMetadataArgsStorage, type EntityMetadata } from 'typeorm';
import { asOwner, createDatabase, root, type TestDatabase } from '../harness/database.js';

/** Nobody knows of a view's column whether it may be empty. */
type Column = { table: string; column: string; nullable: boolean | null; type: string };

/** The names that TypeORM and the catalogue have for the same type. */
const typeNames: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  int2: 'smallint',
  int4: 'integer',
  int8: 'bigint',
  number: 'integer',
  string: 'text',
  varchar: 'text',
  char: 'character',
  bool: 'boolean',
};

describe('entities and the migrated schema', () => {
  let database: TestDatabase;
  let source: DataSource;
  let columns: Map<string, Column>;

  beforeAll(async () => {
    database = await createDatabase();
    process.env.DATABASE_URL = database.url;
    const slices = fs.readdirSync(path.join(root, 'libs'));
    for (const slice of slices) await import(`@laurel/${slice}`);
    const { dataSourceOptions } = await import('@laurel/shared');
    const entities = getMetadataArgsStorage().tables.map(({ target }) => target);
    source = await new DataSource({ ...dataSourceOptions(), entities } as never).initialize();
    columns = await migratedColumns(database.url);
  });

  afterAll(async () => {
    await source?.destroy();
    await database.drop();
  });

  const differences = (entity: EntityMetadata): string[] =>
    entity.columns.flatMap((column) => {
      const name = `${entity.tableName}.${column.databaseName}`;
      const migrated = columns.get(name);
      if (!migrated) return [`${name} is in no migration`];
      const wanted = column.isArray ? 'ARRAY' : nameOf(source.driver.normalizeType(column));
      return [
        ...((migrated.nullable ?? column.isNullable) === column.isNullable
          ? []
          : [`${name} differs in being nullable`]),
        ...(nameOf(migrated.type) === wanted
          ? []
          : [`${name} is ${migrated.type} and not ${wanted}`]),
      ];
    });

  it('agree on every column, its type, and whether it may be empty', () => {
    expect(source.entityMetadatas.length).toBeGreaterThan(20);
    expect(source.entityMetadatas.flatMap(differences)).toEqual([]);
  });

  it('would notice a column that was forgotten, or may be empty in one of the two only', () => {
    const deal = source.entityMetadatas.find(({ tableName }) => tableName === 'deal')!;
    const migrated = columns;
    columns = new Map(migrated).set('deal.amount', {
      ...migrated.get('deal.amount')!,
      nullable: true,
    });
    columns.delete('deal.stage');
    const noticed = differences(deal);
    columns = migrated;
    expect(noticed.sort()).toEqual([
      'deal.amount differs in being nullable',
      'deal.stage is in no migration',
    ]);
  });

  it('has the tenant first in the key of every entity', () => {
    const keys = source.entityMetadatas.map(
      ({ primaryColumns }) => primaryColumns[0]?.databaseName,
    );
    expect(new Set(keys)).toEqual(new Set(['organization_id']));
  });
});

const nameOf = (type: string) => typeNames[type] ?? type;

async function migratedColumns(url: string): Promise<Map<string, Column>> {
  const rows = await asOwner(url, async (client) => {
    const result = await client.query<Column>(`
      select table_name as table, column_name as column, data_type as type,
        case when table_type <> 'VIEW' then is_nullable = 'YES' end as nullable
      from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = 'public'`);
    return result.rows;
  });
  return new Map(rows.map((row) => [`${row.table}.${row.column}`, row]));
}
