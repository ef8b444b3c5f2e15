import { TeamMembersService } from '@laurel/goal';
import { asFraction, formatFraction, type Fraction } from '@laurel/goal/core';
import { currentActor, Database, type PageInput, pageWindow, Periods } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Measure, movement } from './core/index.js';
import type { Leaderboard, Standing } from './leaderboard.js';

type Row = {
  memberId: string;
  rank: number;
  dayStartRank: number | null;
  asOfDay: Day;
  score: string;
  target: string | null;
  currency: string | null;
  position: number;
  total: number;
  updatedAt: Date;
};

export type ScoredPlace = { memberId: string; rank: number; score: Fraction };

/** Which board is wanted: the organisation's, or that of a team and the teams below it. */
export type BoardChoice = { period: string; measure: Measure; teamId?: string | null };

/** Reads the boards. */
@Injectable()
export class Leaderboards {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly teams: TeamMembersService,
  ) {}

  /** One page of a board, and always the reader's own place. Within a team the places count anew. */
  read(choice: BoardChoice, page?: PageInput | null): Promise<Leaderboard> {
    const { first, offset } = pageWindow(page);
    const { period, measure } = choice;
    return this.database.transaction(async (tx) => {
      const { memberId } = currentActor();
      await this.periods.range(tx, period);
      const today = await this.periods.today(tx);
      const members = await this.membersOf(tx, choice.teamId, today);
      const found: Row[] = await tx.query(placesOf, [
        period,
        measure,
        members,
        offset,
        offset + first,
        memberId || null,
      ]);
      const places = found.map((row) => ({ ...row, ...standingOf(row, today, memberId) }));
      return {
        period,
        measure,
        total: found[0]?.total ?? 0,
        rows: places.filter(({ position }) => position > offset && position <= offset + first),
        mine: places.find(({ mine }) => mine) ?? null,
        updatedAt: found[0]?.updatedAt ?? null,
      };
    });
  }

  /** The places of some on a board of the organisation and of whoever leads it, or everybody's; with the exact score. */
  async places(
    tx: EntityManager,
    period: string,
    measure: Measure,
    memberIds: readonly string[] | null,
  ): Promise<ScoredPlace[]> {
    const rows: Pick<Row, 'memberId' | 'rank' | 'score' | 'target'>[] = await tx.query(
      `select * from (
         select member_id as "memberId", (rank() over (order by ${worth} desc))::int as rank, score, target
         from standing where period = $1 and measure = $2) place
       where $3::uuid[] is null or rank = 1 or "memberId" = any($3) order by rank`,
      [period, measure, memberIds],
    );
    return rows.map((row) => ({ memberId: row.memberId, rank: row.rank, score: exactScore(row) }));
  }

  private async membersOf(
    tx: EntityManager,
    teamId: string | null | undefined,
    today: Day,
  ): Promise<string[] | null> {
    if (!teamId) return null;
    const teams = await this.teams.asOf(tx, today);
    return teams.find(({ id }) => id === teamId)?.memberIds ?? [];
  }
}

const standingOf = (row: Row, today: Day, reader: string): Standing => ({
  memberId: row.memberId,
  rank: row.rank,
  movement: movement(row, today),
  score: formatFraction(exactScore(row)),
  currency: row.currency,
  mine: row.memberId === reader,
});

const exactScore = ({ score, target }: Pick<Row, 'score' | 'target'>): Fraction =>
  target === null
    ? asFraction(BigInt(score))
    : { numerator: BigInt(score), denominator: BigInt(target) };

/**
 * What scores are compared by. Two attainments that differ do so by more than 1e-38, since their terms have less than
 * 64 bits: forty digits tell them apart, and agree where they are equal.
 */
const attained = (score: string, target: string) =>
  `coalesce(round(${score}, 40) / ${target}, ${score})`;
const worth = attained('score', 'target');
const dayStartWorth = attained('day_start_score', 'day_start_target');

/** The first row always comes along: it knows the total of a page that is empty. */
const placesOf = `
  with place as (
    select member_id as "memberId", score, target, standing.currency, as_of_day as "asOfDay",
           (rank() over (order by worth desc))::int as rank,
           case when day_start_score is not null
                then (rank() over (order by day_start_worth desc nulls last))::int end as "dayStartRank",
           (row_number() over (order by worth desc, name, member_id))::int as position,
           (count(*) over ())::int as total,
           max(updated_at) over () as "updatedAt"
    from (select *, ${worth} as worth, ${dayStartWorth} as day_start_worth from standing) standing
    join member on member.id = member_id
    where period = $1 and measure = $2 and ($3::uuid[] is null or member_id = any($3))
  )
  select * from place
  where (position > $4 and position <= $5) or position = 1 or "memberId" = $6
  order by position`;
