import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A correction is posted after all that it explains has been noted, also where its transaction began before somebody else's
 * that noted some of it.
 */
export class CorrectionMoment1795000000073 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table correction alter column created_at set default clock_timestamp()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table correction alter column created_at set default now()`);
  }
}
