import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A running series takes another rhythm: from the meeting `first_number` on it counts from its anchor; how it met
 * before stands in `past`, the oldest first.
 */
export class OneOnOneRhythm1795000000046 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table one_on_one
        add first_number integer not null default 0 check (first_number >= 0),
        add past jsonb not null default '[]'`);
  }

  async down(): Promise<void> {
    throw new Error('When people met cannot be dropped: restore a backup instead.');
  }
}
