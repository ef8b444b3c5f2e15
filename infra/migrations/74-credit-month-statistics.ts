import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './tenant-table.js';

/** Whoever has written many months of credits tells the planner so, instead of waiting for autovacuum. */
export class CreditMonthStatistics1795000000074 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`grant maintain on credit_month, credit_month_due to ${appRole}`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`revoke maintain on credit_month, credit_month_due from ${appRole}`);
  }
}
