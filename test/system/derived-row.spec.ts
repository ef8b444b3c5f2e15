import type { Browser } from '../harness/client.js';
import { asOwner } from '../harness/database.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, saveDeals, savePlan } from '../harness/organization.js';

const title = { en: 'Pay', de: 'Provision' };
const none = '00000000-0000-0000-0000-000000000001';

/** Rows that follow from others have no foreign keys of their own: what they name is looked up for all of a statement. */
describe('rows of pay, statements and boards', () => {
  let laurel: Laurel;
  let finance: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Derived', 'derived@example.com');
    const people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    const components = [{ kind: 'flat', name: 'pay', title, rate: '0.1' }];
    await savePlan(finance, { currency: 'EUR', period: 'month', components }, [people.Ann!]);
    const deal = { externalId: 'one', owner: people.Ann!, amount: '100000', status: 'won' };
    await saveDeals(finance, [{ ...deal, closedOn: '2026-01-10' }]);
    await finance.settled();
  }, 60_000);
  afterAll(() => laurel?.stop());

  /** Why the database refuses a statement, or nothing; nothing of it stays. */
  const refusal = (statement: string, setUp = 'select') =>
    asOwner(laurel.databaseUrl, async (client) => {
      await client.query('begin');
      try {
        await client.query(setUp);
        await client.query(statement);
        return null;
      } catch (error) {
        return (error as Error).message;
      } finally {
        await client.query('rollback');
      }
    });

  /** A row once more after all have gone, with another name in a column. */
  async function again(table: string, column: string, name: string) {
    const [row] = await laurel.sql<{ columns: string }>(
      `select string_agg(column_name, ', ') as columns from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
      [table],
    );
    const other = `(jsonb_populate_record(null::${table}, to_jsonb(kept) || '{"${column}": "${name}"}')).*`;
    return refusal(
      `insert into ${table} (${row!.columns}) select ${row!.columns} from (select ${other} from kept limit 1) other`,
      `create temporary table kept as select * from ${table}; delete from ${table}`,
    );
  }

  const names: [table: string, column: string, missing: string][] = [
    ['earning', 'payee_id', none],
    ['earning', 'period', '1999-01'],
    ['earning', 'plan_version_id', none],
    ['statement', 'payee_id', none],
    ['statement', 'period', '1999-01'],
    ['standing', 'member_id', none],
  ];

  it.each(names)('in %s name a %s that is there', async (table, column, missing) => {
    expect(await again(table, column, missing)).toBe(
      `${table}.${column} names a row that is not there`,
    );
  });

  it.each([
    ['member', 'id = (select payee_id from earning limit 1)', /(earning|statement).payee_id/],
    ['period', `name = '2026-01'`, /(earning|statement).period/],
    ['plan_version', 'true', /earning.plan_version_id/],
  ])('keep the %s that they name', async (table, which, named) => {
    const withoutOthers = `do $$ declare each record; begin
      for each in select conrelid::regclass::text as owner, conname from pg_constraint
        where confrelid = '${table}'::regclass loop
        execute format('alter table %s drop constraint %I', each.owner, each.conname);
      end loop; end $$`;
    const told = await refusal(`delete from ${table} where ${which}`, withoutOthers);
    expect(told).toMatch(named);
  });
});
