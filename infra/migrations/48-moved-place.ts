import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, tenantTable } from './tenant-table.js';

/** A member's place on a board moves without ranking everybody anew, while the same people are ranked. */
export class MovedPlace1795000000048 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [counted, ...forgotten, movePlace]) await db.query(statement);
    await db.query(`grant execute on function move_place to ${appRole}`);
  }

  async down(): Promise<void> {
    throw new Error('Boards would be out of date: restore a backup instead.');
  }
}

/** Boards on which everybody was counted on a day; with nobody added, gone or paid in another currency since. */
const counted = tenantTable('counted_board', {
  key: 'organization_id, period',
  columns: `
    period text not null,
    as_of_day date not null`,
});

/** Whoever counts a board holds the lock shared, so that what changes meanwhile is forgotten after it. */
const forgotten = [
  `create function forget_counted_boards() returns trigger language plpgsql as $$ begin
     perform pg_advisory_xact_lock(hashtextextended('ranked|' || current_organization(), 0));
     delete from counted_board;
     return null;
   end $$`,
  `create trigger forget_boards after insert or delete or update of role, currency, hired_on, left_on on member
     for each statement execute function forget_counted_boards()`,
  `create trigger forget_boards after update of currency, time_zone on organization
     for each statement execute function forget_counted_boards()`,
];

/**
 * Gives a member who is on a board another score; only those who are passed move, one rank each. Equal scores share a
 * rank, and a score with a target is their quotient, compared exactly. `settled` boards began the day as they are now.
 * Answers whether the row differs from what it was.
 */
const movePlace = `
  create function move_place(board text, of_measure text, member uuid, new_score numeric, new_target numeric, settled boolean)
  returns boolean language plpgsql as $$
  declare
    mine standing;
    other record;
    first integer;
    last integer;
    place integer;
    step integer;
    compared numeric;
  begin
    select * into strict mine from standing where (period, measure, member_id) = (board, of_measure, member);
    if (mine.score, mine.target) is not distinct from (new_score, new_target) then return false; end if;
    place := mine.rank;
    if new_score * coalesce(mine.target, 1) > mine.score * coalesce(new_target, 1) then
      first := mine.rank;
      last := mine.rank;
      step := 1;
      for other in
        select rank, score, target from standing
        where period = board and measure = of_measure and rank < mine.rank order by rank desc
      loop
        compared := other.score * coalesce(new_target, 1) - new_score * coalesce(other.target, 1);
        exit when compared > 0;
        place := other.rank;
        exit when compared = 0;
        first := other.rank;
      end loop;
    else
      first := mine.rank + 1;
      last := mine.rank;
      step := -1;
      for other in
        select rank, score, target from standing
        where period = board and measure = of_measure and rank >= mine.rank and member_id <> member order by rank
      loop
        compared := other.score * coalesce(new_target, 1) - new_score * coalesce(other.target, 1);
        exit when compared < 0;
        last := other.rank;
        exit when compared = 0;
        place := place + 1;
      end loop;
    end if;
    update standing set rank = rank + step, updated_at = now(),
      day_start_rank = case when settled and day_start_rank is not null then rank + step else day_start_rank end
    where period = board and measure = of_measure and rank between first and last and member_id <> member;
    update standing set rank = place, score = new_score, target = new_target, updated_at = now(),
      day_start_rank = case when settled and day_start_rank is not null then place else day_start_rank end
    where (period, measure, member_id) = (board, of_measure, member);
    return true;
  end $$`;
