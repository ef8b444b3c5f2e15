import { ask, Live, Periods, type JobMap } from '@laurel/shared';
import { periodRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { measures, scoreOf, type Measure, type Tally } from './core/index.js';
import { TallyService, type Tallies } from './tally.service.js';

/** Members who were credited otherwise, on days since one. */
export type Moved = NonNullable<JobMap['standing.refresh']['moved']>;

type Stored = {
  readonly memberId: string;
  readonly measure: Measure;
  readonly currency: string | null;
  readonly began: boolean;
};
type Due = {
  readonly memberId: string;
  readonly measure: Measure;
  readonly score: string;
  readonly target: string | null;
};

/** What a few changed credits do to a board on which everybody is counted: places follow from the scores. */
@Injectable()
export class MovedPlaces {
  constructor(
    private readonly periods: Periods,
    private readonly tallies: TallyService,
    private readonly live: Live,
  ) {}

  /** The scores of the members on a board; null where that takes counting everybody. */
  async due(tx: EntityManager, period: string, moved: Moved): Promise<DuePlaces | null> {
    const today = await this.periods.today(tx);
    const isOver = periodRange(period, await this.periods.calendar(tx)).to <= today;
    // The scores a day began with hang on what was credited before it.
    if (!isOver && moved.since < today) return null;
    const memberIds = [...moved.memberIds];
    const [stored, tallies] = await Promise.all([
      ask<Stored>(tx, placesOf, [period, memberIds, today]),
      this.tallies.of(tx, [period], today, memberIds),
    ]);
    const known = tallies.get(period)!;
    const scores = known.now.flatMap(scoresOf);
    return isSameBoard(stored, scores, known, isOver)
      ? { period, isOver, scores, memberIds }
      : null;
  }

  /** Gives them these scores, and tells those who look at the board when anything changed. */
  move(tx: EntityManager, { period, isOver, scores }: DuePlaces): Promise<void> {
    return this.live.publishFrom(tx, 'standing', movePlaces, [
      period,
      isOver,
      scores.map(({ measure }) => measure),
      scores.map(({ memberId }) => memberId),
      scores.map(({ score }) => score),
      scores.map(({ target }) => target),
    ]);
  }
}

/** Scores of a few members of a board on which everybody is counted. */
export type DuePlaces = {
  readonly period: string;
  readonly isOver: boolean;
  readonly scores: readonly Due[];
  /** Whose scores they are. */
  readonly memberIds: string[];
};

const scoresOf = (tally: Tally): Due[] =>
  measures.flatMap((measure) => {
    const score = scoreOf(tally, measure);
    if (!score) return [];
    const target = measure === 'attainment' ? score.denominator.toString() : null;
    return { memberId: tally.memberId, measure, score: score.numerator.toString(), target };
  });

/** The same members are on it as before, it is in the same currency, and it did or did not begin the day as before. */
function isSameBoard(
  stored: readonly Stored[],
  due: readonly Due[],
  { now, currency }: Tallies,
  isOver: boolean,
): boolean {
  if (!stored.length) return false;
  const keyOf = ({ memberId, measure }: Stored | Due) => `${measure}|${memberId}`;
  const keys = new Set(stored.map(keyOf));
  if (keys.size !== due.length || !due.every((each) => keys.has(keyOf(each)))) return false;
  if (stored.some((row) => row.measure === 'credited' && row.currency !== currency)) return false;
  const began = now.some(({ deals }) => deals > 0n);
  return !isOver || stored.every((row) => row.began === began);
}

/** Of a board of the day on which nobody is missing. */
const placesOf = `
  select member_id as "memberId", measure, currency, day_start_score is not null as began
  from standing where period = $1 and measure = any('{${measures.join()}}') and member_id = any($2)
    and exists (select from counted_board where period = $1 and as_of_day = $3::date)`;

/** A board of a period that is over began the day as it is now. */
const movePlaces = {
  tables: `
    due as (
      select * from unnest($3::text[], $4::uuid[], $5::numeric[], $6::numeric[]) as due (measure, member_id, score, target)
    ), moved as (
      update standing set score = due.score, target = due.target, updated_at = now(),
        day_start_score = case when $2 and day_start_score is not null then due.score else day_start_score end,
        day_start_target = case when $2 and day_start_score is not null then due.target else day_start_target end
      from due
      where period = $1 and (standing.measure, standing.member_id) = (due.measure, due.member_id)
        and (standing.score, standing.target) is distinct from (due.score, due.target)
      returning period
    )`,
  events: `select distinct period from moved`,
};

/** Whoever changes who is ranked waits until a board is counted, and has it counted again. */
export const holdRanked = `
  select pg_advisory_xact_lock_shared(hashtextextended('ranked|' || current_organization(), 0))`;

export const keepCounted = `
  insert into counted_board (period, as_of_day) select period, $2::date from unnest($1::text[]) period
  on conflict (organization_id, period) do update set as_of_day = excluded.as_of_day`;
