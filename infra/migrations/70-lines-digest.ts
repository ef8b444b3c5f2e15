import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lines hardly get smaller when they are packed, which took most of the time of writing them. Their digest tells whether others
 * are the same, without sending them.
 */
export class LinesDigest1795000000070 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['earning', 'statement_version'])
      await db.query(
        `alter table ${table} alter column lines set storage external, alter column terms set storage external`,
      );
    await db.query(
      `alter table earning add column lines_digest bytea generated always as (sha256(lines)) stored`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`alter table earning drop column lines_digest`);
  }
}
