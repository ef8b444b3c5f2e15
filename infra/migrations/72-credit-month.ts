import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from './tenant-table.js';

/**
 * The credits of a payee's month side by side, for whoever reads a whole company's; and the months whose credits changed
 * since. Neither has references: credits have them.
 */
export class CreditMonth1795000000072 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [months, due, products, ...follow, allDue]) await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger month_due on deal;
      drop trigger month_due_insert on credit_entry;
      drop trigger month_due_update on credit_entry;
      drop trigger month_due_delete on credit_entry;
      drop function deal_month_due;
      drop function month_due_insert;
      drop function month_due_update;
      drop function month_due_delete;
      drop table credit_month_due;
      drop table credit_month;
      alter table product drop column number`);
  }
}

const months =
  tenantTable('credit_month', {
    key: 'organization_id, payee_id, month, currency, level',
    columns: `payee_id uuid not null, month date not null, currency char(3) not null, level smallint not null,
      amount numeric not null, deals integer not null, records bytea`,
  }) + `; alter table credit_month alter column records set storage external`;

/** The transaction that changed a month last tells whether it is among what somebody has read. */
const due = tenantTable('credit_month_due', {
  key: 'organization_id, payee_id, month',
  columns: `payee_id uuid not null, month date not null, changed_by xid8 not null default pg_current_xact_id()`,
});

/** Stands for the product where it is told for many deals. */
const products = `alter table product add number integer not null generated always as identity`;

const monthOf = (day: string) => `${day} - extract(day from ${day})::integer + 1`;

/** In one order, so that of two who change the same months only one waits for the other. */
const note = (touched: string) => `
  insert into credit_month_due (organization_id, payee_id, month)
  select distinct organization_id, payee_id, ${monthOf('credited_on')} from ${touched} touched order by 1, 2, 3
  on conflict (organization_id, payee_id, month) do update set changed_by = excluded.changed_by`;

/** An entry that is reversed no longer counts. */
const withReversed = (touched: string) => `(
  select organization_id, payee_id, credited_on from ${touched}
  union all
  select reversed.organization_id, reversed.payee_id, reversed.credited_on from ${touched}
  join credit_entry reversed on (reversed.organization_id, reversed.id) = (${touched}.organization_id, ${touched}.reverses))`;

const changes = {
  insert: { tables: 'new table as fresh', touched: withReversed('fresh') },
  update: {
    tables: 'old table as gone new table as fresh',
    touched: `(select * from ${withReversed('gone')} gone union all select * from ${withReversed('fresh')} fresh)`,
  },
  delete: { tables: 'old table as gone', touched: withReversed('gone') },
};

const follow = [
  ...Object.entries(changes).flatMap(([event, { tables, touched }]) => [
    `create function month_due_${event}() returns trigger language plpgsql as $$ begin
       ${note(touched)};
       return null;
     end $$`,
    `create trigger month_due_${event} after ${event} on credit_entry
     referencing ${tables} for each statement execute function month_due_${event}()`,
  ]),
  `create function deal_month_due() returns trigger language plpgsql as $$ begin
     ${note('(select * from credit_entry where (organization_id, deal_id) = (new.organization_id, new.id))')};
     return null;
   end $$`,
  `create trigger month_due after update on deal for each row
   when ((old.product_id, old.external_id) is distinct from (new.product_id, new.external_id))
   execute function deal_month_due()`,
];

const allDue = `
  alter table credit_entry no force row level security;
  alter table credit_month_due no force row level security;
  ${note('credit_entry')};
  alter table credit_month_due force row level security;
  alter table credit_entry force row level security`;
