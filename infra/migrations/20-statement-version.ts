import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/** Statements as their payees saw them: the row of earnings of that moment, and when it was looked at. */
export class StatementVersion1795000000020 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('statement_version', {
        columns: `
          payee_id uuid not null,
          period text not null,
          number integer not null,
          seen_at timestamptz not null default now(),
          computed_at timestamptz not null,
          plan_version_id uuid not null,
          currency char(3) not null,
          credited bigint not null,
          quota bigint,
          earned bigint not null,
          deal_count integer not null,
          line_count integer not null,
          problems jsonb not null,
          terms jsonb not null,
          term integer[] not null,
          credit_id uuid[] not null,
          deal_id uuid[] not null,
          base text[] not null,
          exact text[] not null,
          amount bigint[] not null,
          credited_before bigint[] not null,
          unique (organization_id, payee_id, period, number),
          ${foreignKey('payee_id', 'member')},
          ${foreignKey('period', 'period', '', 'name')},
          ${foreignKey('plan_version_id', 'plan_version')}`,
      }),
    );
    await db.query(`revoke delete on statement_version from ${appRole}`);
  }

  async down(): Promise<void> {
    throw new Error('What people have seen cannot be forgotten: restore a backup instead.');
  }
}
