import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** Rules that put people on plans, whose assignments follow from them; and what people were before they changed. */
export class PlanRule1795000000040 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('plan_rule', {
        columns: `
          plan_id uuid not null,
          role text,
          team_id uuid,
          below boolean not null default true,
          region text,
          from_day date not null,
          to_day date check (to_day > from_day),
          created_by uuid not null,
          created_at timestamptz not null default now(),
          removed_at timestamptz,
          ${foreignKey('plan_id', 'plan')},
          ${foreignKey('team_id', 'team')},
          ${foreignKey('created_by', 'member')}`,
        indexes: ['organization_id, plan_id'],
      }),
    );
    await db.query(`
      alter table plan_assignment add rule_id uuid;
      alter table plan_assignment add ${foreignKey('rule_id', 'plan_rule')};
      create index on plan_assignment (organization_id, rule_id) where rule_id is not null`);
    await db.query(
      tenantTable('member_role', {
        key: 'organization_id, member_id, from_day',
        columns: `
          member_id uuid not null,
          from_day date not null,
          role text not null,
          region text,
          ${foreignKey('member_id', 'member', 'cascade')}`,
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error('Rules that people are paid by cannot be dropped: restore a backup instead.');
  }
}
