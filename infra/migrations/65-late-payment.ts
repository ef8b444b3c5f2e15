import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a payment said before and after it changed too late, noted beside what the deal itself said. */
export class LatePayment1795000000065 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`alter table late_change add column payment text`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`delete from late_change where payment is not null`);
    await db.query(`alter table late_change drop column payment`);
  }
}
