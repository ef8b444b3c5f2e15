import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Statements are drafted for several periods in one run; what is due already says so too. */
export class PeriodsTogether1795000000038 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table outbox no force row level security;
      update outbox set data = jsonb_build_object('periods', jsonb_build_array(data -> 'period'))
        where job = 'statement.draftAll';
      alter table outbox force row level security`);
  }

  async down(): Promise<void> {
    throw new Error('Due work is not taken apart again: restore a backup instead.');
  }
}
