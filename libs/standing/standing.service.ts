import { ask, type JobMap, Live, Outbox, Periods, tell } from '@laurel/shared';
import { type Day, groupBy, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { board, type Measure, measures, type Place } from './core/index.js';
import { holdRanked, keepCounted, type Moved, MovedPlaces } from './moved-places.service.js';
import { type Tallies, TallyService } from './tally.service.js';

type Row = Place & { measure: Measure; currency: string | null };

/** Keeps the boards of every period in step with the credits. */
@Injectable()
export class Standings {
  constructor(
    private readonly periods: Periods,
    private readonly tallies: TallyService,
    private readonly moved: MovedPlaces,
    private readonly live: Live,
    private readonly outbox: Outbox,
  ) {}

  /** Moves who was credited otherwise, and counts a board anew where that does not do. */
  async follow(tx: EntityManager, all: readonly JobMap['standing.refresh'][]): Promise<void> {
    const boards = await Promise.all(
      [...groupBy(all, ({ period }) => period)].map(async ([period, own]) => {
        const moved = togetherOf(own);
        return { period, done: moved !== null && (await this.moved.move(tx, period, moved)) };
      }),
    );
    const periodsOf = (done: boolean) =>
      boards.filter((board) => board.done === done).map(({ period }) => period);
    await this.announce(tx, periodsOf(true));
    if (periodsOf(false).length) await this.refresh(tx, periodsOf(false));
  }

  /** Counts periods anew and replaces all their boards; only rows that differ are written. */
  async refresh(tx: EntityManager, periods: readonly string[]): Promise<void> {
    tell(tx, holdRanked);
    const today = await this.periods.today(tx);
    const tallies = await this.tallies.of(tx, periods, today);
    const boards = await Promise.all(
      [...tallies].map(async ([period, known]) => ({
        period,
        changed: await replace(tx, period, today, boardsOf(known)),
      })),
    );
    const changed = boards.filter((board) => board.changed).map(({ period }) => ({ period }));
    tell(tx, keepCounted, [periods, today]);
    await this.live.publishAll(tx, 'standing', changed);
    await this.announce(tx, periods);
  }

  /** Badges earned once for good hang on every year, so that each credit reaches them once. */
  private async announce(tx: EntityManager, periods: readonly string[]): Promise<void> {
    const years = periods.some((period) => kindOf(period) === 'year');
    const spans = [...periods, ...(years ? ['ever'] : [])];
    await this.outbox.emitAll(
      tx,
      'badge.award',
      spans.map((span) => ({ period: span })),
    );
  }
}

/** Members whose places are moved one by one; for more it is less work to count everybody. */
const movedAtMost = 20;

/** Whoever moves on a board; null when everybody may. */
function togetherOf(all: readonly JobMap['standing.refresh'][]): Moved | null {
  const moves = all.flatMap(({ moved }) => moved ?? []);
  const memberIds = [...new Set(moves.flatMap((moved) => moved.memberIds))].toSorted();
  if (moves.length < all.length || memberIds.length > movedAtMost) return null;
  return { memberIds, since: moves.map(({ since }) => since).toSorted()[0]! };
}

const boardsOf = ({ now, atDayStart, currency }: Tallies): Row[] =>
  measures.flatMap((measure) =>
    board(measure, now, atDayStart).map((place) => ({
      ...place,
      measure,
      currency: measure === 'credited' ? currency : null,
    })),
  );

/** Did anything change? An attainment is kept as its two terms: score ÷ target. */
async function replace(
  tx: EntityManager,
  period: string,
  today: Day,
  rows: readonly Row[],
): Promise<boolean> {
  const [changed] = await ask<{ count: number }>(tx, replaceBoards, [
    period,
    today,
    rows.map((row) => row.measure),
    rows.map((row) => row.memberId),
    rows.map((row) => row.rank),
    rows.map((row) => row.score.numerator.toString()),
    rows.map((row) => (row.measure === 'attainment' ? row.score.denominator.toString() : null)),
    rows.map((row) => row.currency),
    rows.map((row) => row.dayStartRank ?? null),
  ]);
  return changed!.count > 0;
}

const columns =
  'period, measure, member_id, rank, score, target, currency, day_start_rank, as_of_day';

const replaceBoards = `
  with fresh as materialized (
    select $1 as period, row.*, $2::date as as_of_day
    from unnest($3::text[], $4::uuid[], $5::int[], $6::numeric[], $7::numeric[], $8::text[], $9::int[])
      as row (measure, member_id, rank, score, target, currency, day_start_rank)
  ), gone as (
    delete from standing where period = $1
      and (measure, member_id) not in (select measure, member_id from fresh)
    returning 1
  ), moved as (
    update standing kept set rank = fresh.rank, score = fresh.score, target = fresh.target, currency = fresh.currency,
      day_start_rank = fresh.day_start_rank, as_of_day = fresh.as_of_day, updated_at = now()
    from fresh
    where kept.period = $1 and kept.measure = fresh.measure and kept.member_id = fresh.member_id
      and (kept.rank, kept.score, kept.target, kept.currency, kept.day_start_rank, kept.as_of_day) is distinct from
        (fresh.rank, fresh.score, fresh.target, fresh.currency, fresh.day_start_rank, fresh.as_of_day)
    returning 1
  ), added as (
    insert into standing (${columns})
    select ${columns} from fresh
    where (measure, member_id) not in (select measure, member_id from standing where period = $1)
    returning 1
  )
  select ((select count(*) from gone) + (select count(*) from moved) + (select count(*) from added))::int as count`;
