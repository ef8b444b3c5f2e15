import { Live, Outbox, Periods } from '@laurel/shared';
import { type Day, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { board, type Measure, measures, type Place } from './core/index.js';
import { TallyService } from './tally.service.js';

type Row = Place & { measure: Measure; currency: string | null };

/** Keeps the boards of every period in step with the credits. */
@Injectable()
export class Standings {
  constructor(
    private readonly periods: Periods,
    private readonly tallies: TallyService,
    private readonly live: Live,
    private readonly outbox: Outbox,
  ) {}

  /** Counts a period anew and replaces all its boards; only rows that differ are written. */
  async refresh(tx: EntityManager, period: string): Promise<void> {
    const days = await this.periods.range(tx, period);
    const today = await this.periods.today(tx);
    const { now, atDayStart, currency } = await this.tallies.of(tx, period, days, today);
    const rows = measures.flatMap((measure) =>
      board(measure, now, atDayStart).map((place) => ({
        ...place,
        measure,
        currency: measure === 'credited' ? currency : null,
      })),
    );
    if (await replace(tx, period, today, rows)) await this.live.publish(tx, 'standing', { period });
    await this.announce(tx, period);
  }

  /** Badges earned once for good hang on every year, so that each credit reaches them once. */
  private async announce(tx: EntityManager, period: string): Promise<void> {
    const spans = kindOf(period) === 'year' ? [period, 'ever'] : [period];
    await this.outbox.emitAll(
      tx,
      'badge.award',
      spans.map((span) => ({ period: span })),
    );
  }
}

/** Did anything change? An attainment is kept as its two terms: score ÷ target. */
async function replace(
  tx: EntityManager,
  period: string,
  today: Day,
  rows: readonly Row[],
): Promise<boolean> {
  const [changed]: [{ count: number }] = await tx.query(replaceBoards, [
    period,
    rows.map((row) => row.measure),
    rows.map((row) => row.memberId),
    rows.map((row) => row.rank),
    rows.map((row) => row.score.numerator.toString()),
    rows.map((row) => (row.measure === 'attainment' ? row.score.denominator.toString() : null)),
    rows.map((row) => row.currency),
    rows.map((row) => row.dayStartRank ?? null),
    today,
  ]);
  return changed.count > 0;
}

const replaceBoards = `
  with fresh as (
    select * from unnest($2::text[], $3::uuid[], $4::int[], $5::numeric[], $6::numeric[], $7::text[], $8::int[])
      as row (measure, member_id, rank, score, target, currency, day_start_rank)
  ), gone as (
    delete from standing where period = $1
      and (measure, member_id) not in (select measure, member_id from fresh)
    returning 1
  ), written as (
    insert into standing
      (period, measure, member_id, rank, score, target, currency, day_start_rank, as_of_day)
    select $1, measure, member_id, rank, score, target, currency, day_start_rank, $9::date from fresh
    on conflict (organization_id, period, measure, member_id) do update
      set rank = excluded.rank, score = excluded.score, target = excluded.target,
          currency = excluded.currency, day_start_rank = excluded.day_start_rank,
          as_of_day = excluded.as_of_day, updated_at = now()
      where (standing.rank, standing.score, standing.target, standing.currency,
             standing.day_start_rank, standing.as_of_day)
        is distinct from (excluded.rank, excluded.score, excluded.target, excluded.currency,
                          excluded.day_start_rank, excluded.as_of_day)
    returning 1
  )
  select ((select count(*) from gone) + (select count(*) from written))::int as count`;
