import type { MigrationInterface, QueryRunner } from 'typeorm';
import { freezing } from './3-period.js';
import { foreignKey, tenantTable } from './tenant-table.js';

/** What carries over between the periods of a payee: draws, holdbacks, instalments and claw-backs. */
export class Balance1795000000012 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('balance_movement', {
        columns: `
          payee_id uuid not null,
          period text not null,
          position integer not null,
          account text not null check (account in ('draw', 'holdback', 'instalment', 'clawback')),
          kind text not null,
          amount bigint not null,
          pay bigint not null,
          currency char(3) not null,
          deal_id uuid,
          original_period text not null,
          plan_version_id uuid,
          ${foreignKey('payee_id', 'member')},
          ${foreignKey('period', 'period', '', 'name')},
          ${foreignKey('deal_id', 'deal')},
          ${foreignKey('plan_version_id', 'plan_version')}`,
        indexes: ['organization_id, payee_id, period, position', 'organization_id, deal_id'],
      }),
    );
    for (const statement of freezing('balance_movement', 'period')) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Balances that pay carries over cannot be dropped: restore a backup.');
  }
}
