import type { MigrationInterface, QueryRunner } from 'typeorm';
import { freezing } from './3-period.js';
import { foreignKey, tenantTable } from './tenant-table.js';

/** What people earn at target, by period, and files of it. */
export class TargetPay1795000000044 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('target_pay', {
        columns: `
          member_id uuid not null,
          period text not null,
          amount bigint not null check (amount >= 0),
          currency char(3) not null,
          version integer not null default 1,
          unique (organization_id, member_id, period),
          ${foreignKey('member_id', 'member', 'cascade')}`,
        indexes: ['organization_id, period'],
      }),
    );
    for (const statement of freezing('target_pay', 'period')) await db.query(statement);
    await db.query(`alter table import drop constraint import_kind_check`);
    await db.query(`
      alter table import add constraint import_kind_check check (kind in
        ('person', 'product', 'account', 'deal', 'quota', 'exchangeRate', 'payment', 'score', 'targetPay'))`);
  }

  async down(): Promise<void> {
    throw new Error('Target pay that pay was computed with cannot be dropped: restore a backup.');
  }
}
