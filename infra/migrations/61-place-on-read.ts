import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A place follows from the scores when a board is read, so that a score that changes moves no other row. */
export class PlaceOnRead1795000000061 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [scores, countedAgain]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Places are counted from scores: restore a backup instead.');
  }
}

const scores = `
  drop function move_place;
  alter table standing
    drop column rank,
    drop column day_start_rank,
    add column day_start_score numeric,
    add column day_start_target numeric`;

/** The scores that the day began with are not known from its places. */
const countedAgain = `
  alter table outbox no force row level security;
  alter table standing no force row level security;
  insert into outbox (organization_id, job, key, data)
  select distinct organization_id, 'standing.refresh', period, jsonb_build_object('period', period) from standing;
  alter table standing force row level security;
  alter table outbox force row level security`;
