import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/** Credits on the date of a booking, of an invoice or of cash, part by part, and what is still waiting for one. */
export class CreditDate1795000000060 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...dated, credit, dating, awaited]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What deals were credited by cannot be forgotten: restore a backup instead.');
  }
}

const dated = [
  `alter table credit_entry
     add column dated_by text not null default 'closed' check (dated_by in ('closed', 'booked', 'invoiced', 'paid')),
     add column part smallint not null default 0,
     drop constraint credit_entry_organization_id_deal_id_payee_id_kind_entry_key,
     add unique (organization_id, deal_id, payee_id, kind, part, entry)`,
];

/** As before, with the new columns. */
const credit = `
  create or replace view credit with (security_invoker = true) as
  select * from credit_entry
  where not void and reverses is null and not exists (
    select from credit_entry later
    where (later.organization_id, later.reverses) = (credit_entry.organization_id, credit_entry.id));
  grant select on credit to ${appRole}`;

/** Versions that credit by another date than the close date: most organisations have none. */
const dating = `
  create index plan_version_dating on plan_version (organization_id, plan_id)
    where document ->> 'creditDate' <> 'closed'`;

const awaited = tenantTable('awaited_credit', {
  key: 'organization_id, deal_id, payee_id, kind',
  columns: `
    deal_id uuid not null,
    payee_id uuid not null,
    kind text not null,
    awaits text not null check (awaits in ('booked', 'invoiced', 'paid')),
    amount bigint not null,
    currency char(3) not null,
    ${foreignKey('deal_id', 'deal', 'cascade')},
    ${foreignKey('payee_id', 'member', 'cascade')}`,
  indexes: ['organization_id, payee_id'],
});
