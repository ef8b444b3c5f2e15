import {
  ArrayWriter,
  ask,
  type ElementType,
  type JobMap,
  Live,
  Outbox,
  Periods,
  planAnew,
  tell,
} from '@laurel/shared';
import { type Day, groupBy, kindOf } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { board, type Measure, measures, type Score } from './core/index.js';
import {
  type DuePlaces,
  holdRanked,
  keepCounted,
  type Moved,
  MovedPlaces,
} from './moved-places.service.js';
import { type Tallies, TallyService } from './tally.service.js';

type Row = Score & { measure: Measure; currency: string | null };

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

  /** For each board the scores of those who were credited otherwise; null where everybody is to be counted. */
  async due(
    tx: EntityManager,
    all: readonly JobMap['standing.refresh'][],
  ): Promise<Map<string, DuePlaces | null>> {
    const boards = [...groupBy(all, ({ period }) => period)].map(async ([period, own]) => {
      const moved = togetherOf(own);
      return [period, moved && (await this.moved.due(tx, period, moved))] as const;
    });
    return new Map(await Promise.all(boards));
  }

  /** Gives them their scores, and counts a board anew where that does not do. */
  async follow(
    tx: EntityManager,
    periods: readonly string[],
    due: ReadonlyMap<string, DuePlaces | null>,
  ): Promise<void> {
    const places = periods.flatMap((period) => due.get(period) ?? []);
    await Promise.all(places.map((each) => this.moved.move(tx, each)));
    await this.announce(
      tx,
      places.map(({ period, memberIds }) => ({ period, memberIds })),
    );
    const others = periods.filter((period) => !due.get(period));
    if (others.length) await this.refresh(tx, others);
  }

  /** Counts periods anew and replaces all their boards; only rows that differ are written. */
  async refresh(tx: EntityManager, periods: readonly string[]): Promise<void> {
    await this.replace(tx, periods, await this.count(tx, periods));
  }

  /** Whoever refreshes one of the periods is kept away; what is counted may be written later in the transaction. */
  async count(tx: EntityManager, periods: readonly string[]): Promise<Counted> {
    planAnew(tx);
    tell(tx, holdRanked);
    const today = await this.periods.today(tx);
    return { today, tallies: await this.tallies.of(tx, periods, today) };
  }

  /** Boards of periods that are held open. While the database writes one the next is made. */
  async replace(
    tx: EntityManager,
    periods: readonly string[],
    { today, tallies }: Counted,
  ): Promise<void> {
    const changes: Promise<{ period: string; count: number }>[] = [];
    for (const period of periods) {
      const rows = boardsOf(tallies.get(period)!);
      await changes.at(-1);
      changes.push(replaceBoard(tx, period, today, rows));
    }
    const changed = (await Promise.all(changes)).filter(({ count }) => count > 0);
    tell(tx, keepCounted, [periods, today]);
    const news = changed.map(({ period }) => ({ period }));
    await this.live.publishAll(tx, 'standing', news);
    await this.announce(
      tx,
      periods.map((period) => ({ period })),
    );
  }

  /** Badges earned once for good hang on every year, so that each credit reaches them once. */
  private async announce(
    tx: EntityManager,
    judged: readonly JobMap['badge.award'][],
  ): Promise<void> {
    const years = judged.filter(({ period }) => kindOf(period) === 'year');
    const ever = years.map((each) => ({ ...each, period: 'ever' }));
    await this.outbox.emitAll(tx, 'badge.award', [...judged, ...ever]);
  }
}

/** What everybody brought in, by period, as of a day. */
type Counted = { readonly today: Day; readonly tallies: ReadonlyMap<string, Tallies> };

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
    board(measure, now, atDayStart).map((score) => ({
      ...score,
      measure,
      currency: measure === 'credited' ? currency : null,
    })),
  );

/** How a score is sent. An attainment is kept as its two terms: score ÷ target. */
const columns: readonly (readonly [
  name: string,
  ElementType,
  (to: ArrayWriter, row: Row) => void,
])[] = [
  ['measure', 'text', (to, { measure }) => to.text(measure)],
  ['member_id', 'uuid', (to, { memberId }) => to.uuid(memberId)],
  ['score', 'int8', (to, { score }) => to.int8(score.numerator)],
  [
    'target',
    'int8',
    (to, { measure, score }) => to.int8(measure === 'attainment' ? score.denominator : null),
  ],
  ['currency', 'text', (to, { currency }) => to.text(currency)],
  ['day_start_score', 'int8', (to, { dayStart }) => to.int8(dayStart?.numerator ?? null)],
  [
    'day_start_target',
    'int8',
    (to, { measure, dayStart }) =>
      to.int8(measure === 'attainment' ? (dayStart?.denominator ?? null) : null),
  ],
];

/** How many rows changed. */
async function replaceBoard(
  tx: EntityManager,
  period: string,
  today: Day,
  rows: readonly Row[],
): Promise<{ period: string; count: number }> {
  const sent = columns.map(([, type, write]) => {
    const array = new ArrayWriter(type);
    for (const row of rows) write(array, row);
    return array.take();
  });
  const [changed] = await ask<{ count: number }>(tx, replaceRows, [period, today, ...sent]);
  return { period, count: changed!.count };
}

const names = columns.map(([name]) => name).join(', ');
const own = 'score, target, currency, day_start_score, day_start_target, as_of_day'.split(', ');
const of = (table: string) => own.map((name) => `${table}.${name}`).join(', ');

const replaceRows = `
  with fresh as materialized (
    select $1::text as period, $2::date as as_of_day, row.*
    from unnest(${columns.map(([, type], i) => `$${i + 3}::${type}[]`).join(', ')}) as row (${names})
  ), gone as (
    delete from standing where period = $1
      and (measure, member_id) not in (select measure, member_id from fresh)
    returning 1
  ), moved as (
    update standing kept set (${own.join(', ')}, updated_at) = (${of('fresh')}, now()) from fresh
    where kept.period = $1 and (kept.measure, kept.member_id) = (fresh.measure, fresh.member_id)
      and (${of('kept')}) is distinct from (${of('fresh')})
    returning 1
  ), added as (
    insert into standing (period, as_of_day, ${names})
    select period, as_of_day, ${names} from fresh
    where (measure, member_id) not in (select measure, member_id from standing where period = $1)
    returning 1
  )
  select ((select count(*) from gone) + (select count(*) from moved) + (select count(*) from added))::int as count`;
