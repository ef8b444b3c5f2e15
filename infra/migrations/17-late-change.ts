import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/** Which deal's change a correction comes from, and what it said before and after. */
export class LateChangeOrigin1795000000017 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [origin, lateChange, postedCredits]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What corrections come from cannot be forgotten: restore a backup instead.');
  }
}

const origin = `
  alter table correction add column origin_deal_id uuid, add ${foreignKey('origin_deal_id', 'deal')}`;

/** What a deal said before and after it was changed while a period it counts in was no longer open. */
const lateChange = `
  ${tenantTable('late_change', {
    columns: `
      deal_id uuid not null,
      before jsonb,
      after jsonb,
      noted_at timestamptz not null default now(),
      ${foreignKey('deal_id', 'deal')}`,
    indexes: ['organization_id, deal_id, noted_at'],
  })}
  revoke update, delete on late_change from ${appRole}`;

/** The credits that a locked period's pay was last posted for; without a row those of the day it was locked. */
const postedCredits = tenantTable('posted_credits', {
  key: 'organization_id, payee_id, period',
  columns: `
    payee_id uuid not null,
    period text not null,
    credit_ids uuid[] not null,
    ${foreignKey('payee_id', 'member')},
    ${foreignKey('period', 'period', '', 'name')}`,
});
