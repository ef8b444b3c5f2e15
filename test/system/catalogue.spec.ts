import pg from 'pg';
import { catalogueOffences, tenantTableNames } from '../harness/catalogue.js';
import { asOwner, createDatabase, type TestDatabase } from '../harness/database.js';
import { fillEveryTable } from '../harness/rows.js';

const tenants = {
  a: '0a000000-0000-4000-8000-000000000000',
  b: '0b000000-0000-4000-8000-000000000000',
};

/** Refuse every update and delete, of one's own rows too; tried in audit-chain.spec.ts and late-change.spec.ts. */
const appendOnly = new Set([
  'audit',
  'correction',
  'late_change',
  'quota_correction',
  'statement_version',
  'survey_answer',
  'survey_comment',
  'survey_reply',
  'survey_result',
]);

/** Each takes one guard out; the check named beside it must notice. */
const mutants: [sql: string, noticed: RegExp][] = [
  [`alter table deal disable row level security`, /deal does not force/],
  [`alter table deal no force row level security`, /deal does not force/],
  [`drop policy deal_tenant on deal`, /deal has no policy/],
  [
    `alter policy deal_tenant on deal using (organization_id = current_organization())`,
    /deal has no policy/,
  ],
  [`create policy everybody on deal using (true)`, /everybody opens deal/],
  [`create policy deal_door on deal using (current_setting('x') = 'y')`, /deal_door opens deal/],
  [`create unique index on deal (external_id)`, /unique index .* of deal leaves the tenant out/],
  [
    `create unique index on deal (id);
     alter table credit_entry add constraint loose foreign key (deal_id) references deal (id)`,
    /foreign key loose/,
  ],
  [`create table note (id uuid primary key)`, /note has no organization_id/],
  [`create table note (organization_id uuid not null)`, /note has no primary key/],
  [`create view everything as select * from deal`, /view everything/],
  [`create materialized view everything as select * from deal`, /materialised view everything/],
  [
    `create function peek() returns bigint language sql security definer as 'select count(*) from deal'`,
    /function peek/,
  ],
  [`alter role laurel_app bypassrls`, /app role has more rights/],
  [`grant pg_read_all_data to laurel_app`, /app role is a member/],
  [`alter table deal owner to laurel_app`, /app role owns deal/],
  [`grant truncate on deal to laurel_app`, /TRUNCATE deal/],
  [`grant select on migrations to laurel_app`, /SELECT migrations/],
  [`grant create on schema public to laurel_app`, /may create tables/],
];

describe('the database keeps tenants apart', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let app: pg.Client;
  let tables: string[];

  beforeAll(async () => {
    database = await createDatabase();
    owner = new pg.Client({ connectionString: database.url });
    app = new pg.Client({ connectionString: database.url });
    await Promise.all([owner.connect(), app.connect()]);
    await app.query('set session authorization laurel_app');
    tables = await tenantTableNames(owner);
  });

  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
  });

  it('has the tenant in every key, forced row security, and an app role that owns nothing', async () => {
    expect(tables.length).toBeGreaterThan(25);
    expect(await catalogueOffences(owner)).toEqual([]);
  });

  it.each(mutants)('would notice: %s', async (sql, noticed) => {
    await owner.query('begin');
    try {
      await owner.query(sql);
      expect(await catalogueOffences(owner)).toContainEqual(expect.stringMatching(noticed));
    } finally {
      await owner.query('rollback');
    }
  });

  describe('with a row of two tenants in every table', () => {
    beforeAll(() =>
      asOwner(database.url, (client) => fillEveryTable(client, tables, Object.values(tenants))),
    );

    const counts = async (client: pg.Client) => {
      const { rows } = await client.query<{ table: string; count: number }>(
        tables
          .map((name) => `select '${name}' as table, count(*)::int from ${name}`)
          .join(' union all '),
      );
      return Object.fromEntries(rows.map((row) => [row.table, row.count]));
    };

    const inEveryTable = (count: number) => Object.fromEntries(tables.map((name) => [name, count]));

    const asTenant = async <T>(tenant: string, work: () => Promise<T>): Promise<T> => {
      await app.query('begin');
      try {
        await app.query(`select set_config('app.organization_id', $1, true)`, [tenant]);
        return await work();
      } finally {
        await app.query('rollback');
      }
    };

    it('shows the owner both, a tenant its own, and nobody nothing', async () => {
      expect(await counts(owner)).toEqual(inEveryTable(2));
      expect(await counts(app)).toEqual(inEveryTable(0));
      expect(await asTenant(tenants.a, () => counts(app))).toEqual(inEveryTable(1));
      // The same connection, whose setting now reads '' rather than null.
      expect(await counts(app)).toEqual(inEveryTable(0));
    });

    it('would notice a table without row security', async () => {
      await owner.query(
        `begin; alter table deal disable row level security; set local role laurel_app`,
      );
      const seen = await counts(owner);
      await owner.query('rollback');
      expect(seen).toEqual({ ...inEveryTable(0), deal: 2 });
    });

    it('opens no door to a wrong secret', async () => {
      await app.query(`begin`);
      await app.query(`select set_config('app.sign_in_email', 'nobody@example.com', true),
        set_config('app.token_hash', 'ff', true), set_config('app.reconciling', 'yes', true)`);
      const seen = await counts(app);
      await app.query('rollback');
      expect(seen).toEqual(inEveryTable(0));
    });

    it('lets a tenant change and remove nothing of the other', async () => {
      const touched = await asTenant(tenants.a, async () => {
        const changes: Record<string, number> = {};
        for (const table of tables.filter((name) => !appendOnly.has(name))) {
          const update = `update ${table} set organization_id = $1 where organization_id = $2`;
          const { rowCount } = await app.query(update, [tenants.a, tenants.b]);
          const removed = await app.query(`delete from ${table} where organization_id = $1`, [
            tenants.b,
          ]);
          changes[table] = (rowCount ?? 0) + (removed.rowCount ?? 0);
        }
        return changes;
      });
      for (const table of appendOnly) touched[table] = 0;
      expect(touched).toEqual(inEveryTable(0));
    });

    it('refuses rows written into the other tenant', async () => {
      const codes: Record<string, string | undefined> = {};
      for (const table of tables)
        codes[table] = await asTenant(tenants.a, () =>
          app.query(`update ${table} set organization_id = $1`, [tenants.b]).then(
            () => 'written',
            (error: { code: string }) => error.code,
          ),
        );
      expect(new Set(Object.values(codes))).toEqual(new Set(['42501']));
    });

    it('refuses every reference to a row of the other tenant', async () => {
      const { rows } = await owner.query<{
        table: string;
        column: string;
        target: string;
        key: string;
      }>(`
        select conrelid::regclass::text as table, confrelid::regclass::text as target,
          (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[2]) as column,
          (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[2]) as key
        from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace
          and array_length(conkey, 1) = 2`);
      expect(rows.length).toBeGreaterThan(25);
      for (const { table, column, target, key } of rows) {
        const pointing = owner.query(
          `update ${table} set ${column} = (select ${key} from ${target} where organization_id = $2)
           where organization_id = $1`,
          [tenants.a, tenants.b],
        );
        await expect(pointing).rejects.toMatchObject({ code: '23503' });
      }
    });
  });
});
