import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** Versions of the rules that say who is credited, and on each credit the rule that made it. */
export class CreditingRule1795000000010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('crediting_rule', {
        columns: `
          name text not null,
          number integer not null,
          priority integer not null default 0,
          from_day date not null,
          to_day date check (to_day > from_day),
          document jsonb not null,
          created_by uuid not null,
          created_at timestamptz not null default now(),
          removed_at timestamptz,
          unique (organization_id, name, number),
          ${foreignKey('created_by', 'member')}`,
      }),
    );
    await db.query(`alter table credit add column rule text`);
  }

  async down(): Promise<void> {
    throw new Error(
      'Rules that pay was computed with cannot be dropped: restore a backup instead.',
    );
  }
}
