import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Boards hang on credits alone, so they are written while the pay of their periods is: who writes one holds its period in a way
 * that keeps away only those who change its status.
 */
export class BoardBesidePay1795000000071 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [heldBoards, takenWhole]) await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Boards are only held less: restore a backup instead.');
  }
}

const heldBoards = `
  create or replace function refuse_locked_standing() returns trigger language plpgsql as $$
  declare locked text; begin
    select max(name) filter (where status = 'locked') into locked from (
      select name, status from period
      where (organization_id, name) in (select organization_id, period from touched)
      order by name for key share) as held;
    if locked is not null then
      raise exception 'The period % is locked: its rows in standing never change again.', locked
        using errcode = 'restrict_violation', constraint = 'period_locked';
    end if;
    return null;
  end $$`;

/** However the status is changed, everybody who holds the period is waited for. */
const takenWhole = `
  create function take_whole_period() returns trigger language plpgsql as $$ begin
    perform from period where (organization_id, name) = (old.organization_id, old.name) for update;
    return new;
  end $$;
  create trigger taken_whole before update of status on period
    for each row when (old.status <> new.status) execute function take_whole_period()`;
