import { Live, Outbox, Periods } from '@laurel/shared';
import { type Day, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { board, type Measure, measures, type Place } from './core/index.js';
import { type Tallies, TallyService } from './tally.service.js';

type Row = Place & { period: string; measure: Measure; currency: string | null };

/** Keeps the boards of every period in step with the credits. */
@Injectable()
export class Standings {
  constructor(
    private readonly periods: Periods,
    private readonly tallies: TallyService,
    private readonly live: Live,
    private readonly outbox: Outbox,
  ) {}

  /** Counts periods anew and replaces all their boards; only rows that differ are written. */
  async refresh(tx: EntityManager, periods: readonly string[]): Promise<void> {
    const today = await this.periods.today(tx);
    const tallies = await this.tallies.of(tx, periods, today);
    const rows = [...tallies].flatMap(([period, known]) => boardsOf(period, known));
    const changed = await replace(tx, periods, today, rows);
    await this.live.publishAll(
      tx,
      'standing',
      changed.map((period) => ({ period })),
    );
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

const boardsOf = (period: string, { now, atDayStart, currency }: Tallies): Row[] =>
  measures.flatMap((measure) =>
    board(measure, now, atDayStart).map((place) => ({
      ...place,
      period,
      measure,
      currency: measure === 'credited' ? currency : null,
    })),
  );

/** The periods in which anything changed. An attainment is kept as its two terms: score ÷ target. */
async function replace(
  tx: EntityManager,
  periods: readonly string[],
  today: Day,
  rows: readonly Row[],
): Promise<string[]> {
  const changed: { period: string }[] = await tx.query(replaceBoards, [
    periods,
    today,
    rows.map((row) => row.period),
    rows.map((row) => row.measure),
    rows.map((row) => row.memberId),
    rows.map((row) => row.rank),
    rows.map((row) => row.score.numerator.toString()),
    rows.map((row) => (row.measure === 'attainment' ? row.score.denominator.toString() : null)),
    rows.map((row) => row.currency),
    rows.map((row) => row.dayStartRank ?? null),
  ]);
  return changed.map(({ period }) => period);
}

const columns =
  'period, measure, member_id, rank, score, target, currency, day_start_rank, as_of_day';

const replaceBoards = `
  with fresh as materialized (
    select *, $2::date as as_of_day
    from unnest($3::text[], $4::text[], $5::uuid[], $6::int[], $7::numeric[], $8::numeric[], $9::text[], $10::int[])
      as row (period, measure, member_id, rank, score, target, currency, day_start_rank)
  ), gone as (
    delete from standing where period = any($1)
      and (period, measure, member_id) not in (select period, measure, member_id from fresh)
    returning period
  ), written as (
    insert into standing (${columns})
    select ${columns} from fresh except select ${columns} from standing where period = any($1)
    on conflict (organization_id, period, measure, member_id) do update
      set rank = excluded.rank, score = excluded.score, target = excluded.target,
          currency = excluded.currency, day_start_rank = excluded.day_start_rank,
          as_of_day = excluded.as_of_day, updated_at = now()
    returning period
  )
  select period from gone union select period from written`;
