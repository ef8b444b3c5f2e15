import type { MigrationInterface, QueryRunner } from 'typeorm';
import { freezing } from './3-period.js';
import { foreignKey, tenantTable } from './tenant-table.js';

/** The currency that somebody is paid in and its rate, as they stood when the period was locked. */
export class PayoutRate1795000000051 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('payout_rate', {
        key: 'organization_id, payee_id, period',
        columns: `
          payee_id uuid not null,
          period text not null,
          currency char(3) not null,
          from_currency char(3),
          to_currency char(3),
          rate numeric check (rate > 0),
          source text,
          day date,
          check (num_nulls(from_currency, to_currency, rate, source, day) in (0, 5)),
          ${foreignKey('payee_id', 'member')},
          ${foreignKey('period', 'period', '', 'name')}`,
        indexes: ['organization_id, period'],
      }),
    );
    for (const statement of freezing('payout_rate', 'period')) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Rates that people were paid at cannot be dropped: restore a backup.');
  }
}
