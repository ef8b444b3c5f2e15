import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** Who shares the credit of a deal, and who gets some on top. */
export class DealSplit1795000000005 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      tenantTable('deal_split', {
        key: 'organization_id, deal_id, position',
        columns: `
          deal_id uuid not null,
          position smallint not null,
          payee_id uuid not null,
          share numeric not null check (share > 0),
          kind text not null check (kind in ('split', 'overlay')),
          unique (organization_id, deal_id, kind, payee_id),
          ${foreignKey('deal_id', 'deal', 'cascade')},
          ${foreignKey('payee_id', 'member')}`,
      }),
    );
  }

  async down(): Promise<void> {
    throw new Error(
      'Splits that pay was computed with cannot be dropped: restore a backup instead.',
    );
  }
}
