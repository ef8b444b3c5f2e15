import type { MigrationInterface, QueryRunner } from 'typeorm';
import { freezing } from './3-period.js';
import { foreignKey, tenantTable } from './tenant-table.js';

/** What people reached of objectives that are scored, and files of it. */
export class Score1795000000008 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('score', {
        columns: `
          member_id uuid not null,
          period text not null,
          objective text not null,
          score numeric not null check (score >= 0),
          note text,
          version integer not null default 1,
          unique (organization_id, member_id, period, objective),
          ${foreignKey('member_id', 'member', 'cascade')}`,
        indexes: ['organization_id, period'],
      }),
    );
    for (const statement of freezing('score', 'period')) await db.query(statement);
    await db.query(`alter table import drop constraint import_kind_check`);
    await db.query(`
      alter table import add constraint import_kind_check check (kind in
        ('person', 'product', 'account', 'deal', 'quota', 'exchangeRate', 'payment', 'score'))`);
  }

  async down(): Promise<void> {
    throw new Error('Scores that pay was computed with cannot be dropped: restore a backup.');
  }
}
