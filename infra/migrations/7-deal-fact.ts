import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** What happens to a sale after it: booked, invoiced, paid by the customer, cancelled. */
export class DealFact1795000000007 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table deal
        add column booked_on date,
        add column invoiced_on date,
        add column contract_months smallint check (contract_months > 0),
        add column cancelled_on date,
        add column cancel_reason text,
        add column months_served smallint check (months_served >= 0),
        add check (cancelled_on is null or status = 'won'),
        add check (cancelled_on is not null or (cancel_reason is null and months_served is null))`);
    await db.query(
      tenantTable('deal_payment', {
        columns: `
          deal_id uuid not null,
          external_id text not null,
          received_on date not null,
          amount bigint not null check (amount <> 0),
          currency char(3) not null,
          version integer not null default 1,
          unique (organization_id, deal_id, external_id),
          ${foreignKey('deal_id', 'deal', 'cascade')}`,
        indexes: ['organization_id, received_on'],
      }),
    );
    await db.query(`alter table import drop constraint import_kind_check`);
    await db.query(`
      alter table import add constraint import_kind_check check (kind in
        ('person', 'product', 'account', 'deal', 'quota', 'exchangeRate', 'payment'))`);
  }

  async down(): Promise<void> {
    throw new Error('Payments that pay was released by cannot be dropped: restore a backup.');
  }
}
