import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * While a wave runs, tickets that were spent and sheets that came in are written again in pools, shuffled, so that
 * neither the transaction that wrote a row nor its place on the disk tells which belong together.
 */
export class SurveyPool1795000000035 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['survey_ticket', 'survey_sheet'])
      await db.query(`
        alter table ${table} add pooled boolean not null default false;
        create index on ${table} (organization_id, wave_id) where pooled`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['survey_ticket', 'survey_sheet'])
      await db.query(`alter table ${table} drop pooled`);
  }
}
