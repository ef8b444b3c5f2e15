import {
  ask,
  Database,
  Periods,
  Problem,
  assertMaySee,
  currentActor,
  forbidden,
  pageWindow,
  visibleMemberIds,
  type PageInput,
} from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkScores, scoreKey, type ScoreEntry } from './core/index.js';
import { ScoreWriter } from './score-writer.service.js';
import { Score, type ScorePage } from './score.entity.js';
import { TeamMembersService } from './team-members.service.js';

const largestBatch = 1_000;

/** What people reached of objectives that are scored: given by managers and finance, read by pay. */
@Injectable()
export class Scores {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly teams: TeamMembersService,
    private readonly writer: ScoreWriter,
  ) {}

  /** All or none: a Problem names each bad row, or the period that takes no changes any more. */
  save(entries: readonly ScoreEntry[]): Promise<Score[]> {
    for (const { memberId } of entries) assertMayScore(memberId);
    return this.database.transaction(async (tx) => {
      await check(tx, entries);
      await this.writer.holdOpen(tx, entries);
      await this.writer.write(tx, entries);
      const keys = new Set(entries.map(scoreKey));
      const scores = await this.given(tx, entries);
      return scores.filter((score) => keys.has(scoreKey(score)));
    });
  }

  /** The scores of a period of those the actor may see, by name. */
  page(period: string, teamId?: string | null, page?: PageInput | null): Promise<ScorePage> {
    const { first, offset } = pageWindow(page);
    const visible = visibleMemberIds('Query.scores');
    return this.database.transaction(async (tx) => {
      const query = tx
        .createQueryBuilder(Score, 'score')
        .innerJoin('member', 'member', 'member.id = score.memberId')
        .where('score.period = :period', { period })
        .orderBy('member.name')
        .addOrderBy('score.memberId')
        .addOrderBy('score.objective')
        .offset(offset)
        .limit(first);
      if (visible !== 'all') query.andWhere('score.memberId = any(:visible)', { visible });
      if (teamId)
        query.andWhere('score.memberId = any(:team)', { team: await this.members(tx, teamId) });
      const [rows, total] = await query.getManyAndCount();
      return { rows, total };
    });
  }

  /** What payees reached in exactly this period, by the objectives' short names; without those who have no score. */
  async of(
    tx: EntityManager,
    period: string,
    memberIds: readonly string[],
  ): Promise<Map<string, Readonly<Record<string, string>>>> {
    const rows = await ask<{ memberId: string; scores: Record<string, string> }>(
      tx,
      `select member_id as "memberId", json_object_agg(objective, trim_scale(score)::text order by objective) as scores
       from score where member_id = any($1) and period = $2 group by member_id`,
      [memberIds, period],
    );
    return new Map(rows.map(({ memberId, scores }) => [memberId, scores]));
  }

  private given(tx: EntityManager, entries: readonly ScoreEntry[]): Promise<Score[]> {
    return tx
      .createQueryBuilder(Score, 'score')
      .where('score.memberId = any(:members) and score.period = any(:periods)', {
        members: entries.map(({ memberId }) => memberId),
        periods: entries.map(({ period }) => period),
      })
      .orderBy('score.memberId')
      .addOrderBy('score.objective')
      .getMany();
  }

  private async members(tx: EntityManager, teamId: string): Promise<string[]> {
    const teams = await this.teams.asOf(tx, await this.periods.today(tx));
    return teams.find(({ id }) => id === teamId)?.memberIds ?? [];
  }
}

/** Nobody scores what they are paid for themselves. */
function assertMayScore(memberId: string): void {
  assertMaySee('Mutation.saveScores', memberId);
  if (memberId === currentActor().memberId) throw forbidden('Mutation.saveScores');
}

async function check(tx: EntityManager, entries: readonly ScoreEntry[]): Promise<void> {
  if (entries.length > largestBatch)
    throw new Problem('TOO_MANY_ROWS', `Save at most ${largestBatch} scores at a time.`);
  const known: { id: string }[] = await tx.query(`select id from member where id::text = any($1)`, [
    entries.map(({ memberId }) => memberId),
  ]);
  const rows = checkScores(entries, new Set(known.map(({ id }) => id)));
  if (rows.length)
    throw new Problem('BAD_SCORES', `${rows.length} of ${entries.length} scores are not right.`, {
      rows,
    });
}
