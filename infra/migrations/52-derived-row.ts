import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that follow from others are written by thousands: what they name is looked up once for all of them. */
export class DerivedRow1795000000052 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const [table, own] of Object.entries(references))
      for (const statement of byStatement(table, own)) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Nothing is gained by asking for each row again: restore a backup instead.');
  }
}

type Reference = { readonly column: string; readonly to: string; readonly key: string };

const payee = { column: 'payee_id', to: 'member', key: 'id' };
const period = { column: 'period', to: 'period', key: 'name' };
const plan = { column: 'plan_version_id', to: 'plan_version', key: 'id' };

const references: Readonly<Record<string, readonly Reference[]>> = {
  earning: [payee, period, plan],
  statement: [payee, period],
  standing: [{ column: 'member_id', to: 'member', key: 'id' }],
};

const byStatement = (table: string, own: readonly Reference[]): string[] => [
  ...own.map(
    ({ column }) => `alter table ${table} drop constraint ${table}_organization_id_${column}_fkey`,
  ),
  `create function look_up_${table}() returns trigger language plpgsql as $$ begin
     ${own.map(({ column, to, key }) => refusing(`${table}.${column}`, `touched where not exists (select from ${to} where (${to}.organization_id, ${to}.${key}) = (touched.organization_id, touched.${column}))`)).join('\n')}
     return null;
   end $$`,
  ...['insert'].map(
    (event) => `create trigger look_up_${event} after ${event} on ${table}
      referencing new table as touched for each statement execute function look_up_${table}()`,
  ),
  ...own.flatMap((reference) => keeping(table, reference)),
];

const refusing = (what: string, rows: string) => `
  if exists (select from ${rows}) then
    raise exception '% names a row that is not there', '${what}' using errcode = 'foreign_key_violation';
  end if;`;

/** What is named stays, but a member's places go with the member. */
function keeping(table: string, { column, to, key }: Reference): string[] {
  const named = `(${table}.organization_id, ${table}.${column}) = (gone.organization_id, gone.${key})`;
  const name = `keep_named_by_${table}_${column}`;
  const body =
    table === 'standing'
      ? `delete from standing using gone where ${named};`
      : refusing(`${table}.${column}`, `gone join ${table} on ${named}`);
  return [
    `create function ${name}() returns trigger language plpgsql as $$ begin ${body} return null; end $$`,
    `create trigger ${name} after delete on ${to}
     referencing old table as gone for each statement execute function ${name}()`,
  ];
}
