import { MailFailure } from '@laurel/people';
import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { inBatches, mergedInto } from './core/index.js';
import { SurveyAction } from './survey-action.entity.js';
import { SurveyComment } from './survey-answer.entity.js';
import { cellOf } from './survey-cells.js';
import { SurveyQuestion } from './survey-question.entity.js';
import type { SurveyCell, SurveyLink, SurveyReport, SurveyTrendPoint } from './survey-report.js';
import { SurveyResult } from './survey-result.entity.js';
import { leadsAudience, ledGroups, memberGroups, sightOf } from './survey-sight.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';

const gone = (id: string) => new Problem('NOT_FOUND', 'There is no such wave here.', { id });
const own = new Set(['participation']);

/** Tells what was published, to each reader the groups that concern them. */
@Injectable()
export class SurveyReports {
  constructor(private readonly database: Database) {}

  /** What a wave tells the current actor. */
  report(waveId: string): Promise<SurveyReport> {
    return this.database.transaction(async (tx) => {
      const { wave, led, visible, mine } = await this.view(tx, waveId);
      const results = await tx.findBy(SurveyResult, { waveId });
      const questions = await tx.findBy(SurveyQuestion, { id: In(wave.questionIds) });
      const leads = new Set(led);
      return {
        wave,
        groups: wave.groups.filter(({ id }) => visible.has(id)),
        mine,
        cells: await cellsOf(tx, wave, results, questions, visible),
        comments: await commentsOf(tx, wave, leads.size ? visible : new Set()),
        links: visible.has('all') ? linksOf(results, questions) : [],
        actions: await actionsOf(tx, wave, visible),
      };
    });
  }

  /** One figure over the waves of a survey, oldest first. */
  trend(surveyId: string, item: string, groupId: string): Promise<SurveyTrendPoint[]> {
    return this.database.transaction(async (tx) => {
      const waves = await tx.find(SurveyWave, { where: { surveyId }, order: { number: 'ASC' } });
      const points: SurveyTrendPoint[] = [];
      for (const { id } of waves) {
        const view = await this.view(tx, id).catch(() => undefined);
        if (!view?.visible.has(groupId)) continue;
        const results = await tx.findBy(SurveyResult, { waveId: id, item });
        const questions = await tx.findBy(SurveyQuestion, { id: In(view.wave.questionIds) });
        const cells = await cellsOf(tx, view.wave, results, questions, new Set([groupId]));
        points.push(...cells.map((cell) => ({ wave: view.wave, cell })));
      }
      return points;
    });
  }

  /** How many have answered: while a wave runs in whole batches only, and only to who leads somebody asked. */
  answered(wave: SurveyWave): Promise<number | null> {
    return this.database.transaction(async (tx) => {
      const view = await this.view(tx, wave.id).catch(() => undefined);
      if (!view) return null;
      if (wave.status === 'open') {
        if (!view.led.length) return null;
        const [{ count }]: [{ count: number }] = await tx.query(
          `select count(receipt)::int as count from survey_ticket where wave_id = $1`,
          [wave.id],
        );
        return inBatches(count, wave.scoreThreshold);
      }
      const all = await tx.findOneBy(SurveyResult, {
        waveId: wave.id,
        item: 'participation',
        groupId: 'all',
      });
      return view.visible.has('all') ? (all?.people ?? null) : null;
    });
  }

  /** Mails of a wave that never reached anybody, for those who lead all who were asked. */
  undelivered(wave: SurveyWave): Promise<MailFailure[]> {
    return this.database.transaction(async (tx) => {
      const view = await this.view(tx, wave.id).catch(() => undefined);
      if (!view?.led.includes('all')) return [];
      return tx.find(MailFailure, { where: { about: wave.id }, order: { address: 'ASC' } });
    });
  }

  /** The wave, if the current actor leads one of its groups; refuses otherwise. */
  async leading(tx: EntityManager, waveId: string, groupId?: string): Promise<SurveyWave> {
    const { wave, led } = await this.view(tx, waveId);
    if (!led.length || (groupId && !led.includes(groupId))) throw gone(waveId);
    return wave;
  }

  /** The wave with what concerns the current actor; a wave that does not is as if there were none. */
  private async view(tx: EntityManager, waveId: string) {
    const wave = await tx.findOneBy(SurveyWave, { id: waveId });
    if (!wave) throw gone(waveId);
    const survey = await tx.findOneByOrFail(Survey, { id: wave.surveyId });
    const sight = await sightOf(tx);
    const led = leadsAudience(sight, survey) ? wave.groups : ledGroups(sight, wave);
    const place = memberGroups(sight, wave);
    if (!led.length && !place.size) throw gone(waveId);
    const shown = await shownGroups(tx, wave);
    const into = (id: string) => mergedInto(wave.groups, id, shown) ?? null;
    const ids = led.map(({ id }) => id);
    return {
      wave,
      led: ids,
      mine: [...new Set([...ids, ...[...place].slice(0, 1)])].map((groupId) => ({
        groupId,
        into: wave.status === 'open' ? null : into(groupId),
      })),
      visible: new Set(
        [...ids.flatMap((id) => [id, into(id)]), ...(wave.status === 'shared' ? place : [])].filter(
          (id) => id !== null && wave.status !== 'open',
        ) as string[],
      ),
    };
  }
}

async function shownGroups(tx: EntityManager, { id }: SurveyWave): Promise<Set<string>> {
  const rows = await tx.find(SurveyResult, {
    where: { waveId: id, item: In([...own]) },
    select: { waveId: true, item: true, groupId: true },
  });
  return new Set(rows.map(({ groupId }) => groupId));
}

async function cellsOf(
  tx: EntityManager,
  wave: SurveyWave,
  results: readonly SurveyResult[],
  questions: readonly SurveyQuestion[],
  visible: ReadonlySet<string>,
): Promise<SurveyCell[]> {
  const before = await resultsBefore(tx, wave);
  const key = ({ item, groupId }: SurveyResult) => `${item} ${groupId}`;
  const invited = new Map(
    results.filter(({ item }) => own.has(item)).map(({ groupId, counts }) => [groupId, counts[0]!]),
  );
  return results
    .filter(({ item, groupId }) => visible.has(groupId) && !item.startsWith('link:'))
    .map((result) =>
      cellOf(
        result,
        questions.find(({ id }) => id === result.item),
        { before: before.get(key(result)), invited: invited.get(result.groupId) },
      ),
    );
}

/** Each figure as the latest earlier wave told it. */
async function resultsBefore(
  tx: EntityManager,
  { surveyId, number }: SurveyWave,
): Promise<Map<string, SurveyResult>> {
  const waves = await tx.find(SurveyWave, {
    where: { surveyId, number: LessThan(number) },
    order: { number: 'ASC' },
  });
  const results = await tx.findBy(SurveyResult, { waveId: In(waves.map(({ id }) => id)) });
  const found = new Map<string, SurveyResult>();
  for (const wave of waves)
    for (const result of results)
      if (result.waveId === wave.id) found.set(`${result.item} ${result.groupId}`, result);
  return found;
}

/** By their ids, which are drawn at random. */
const commentsOf = (
  tx: EntityManager,
  { id }: SurveyWave,
  visible: ReadonlySet<string>,
): Promise<SurveyComment[]> =>
  tx.find(SurveyComment, {
    where: { waveId: id, groupId: In([...visible]) },
    order: { id: 'ASC' },
  });

const linksOf = (
  results: readonly SurveyResult[],
  questions: readonly SurveyQuestion[],
): SurveyLink[] =>
  results.flatMap(({ item, correlation, people }) => {
    const question = questions.find(({ id }) => item === `link:${id}`);
    return question ? [{ question, correlation: Number(correlation), people }] : [];
  });

const actionsOf = (
  tx: EntityManager,
  { id, surveyId, opensOn }: SurveyWave,
  visible: ReadonlySet<string>,
): Promise<SurveyAction[]> =>
  tx
    .createQueryBuilder(SurveyAction, 'action')
    .innerJoin(SurveyWave, 'wave', 'wave.id = action.waveId')
    .where({ surveyId, groupId: In([...visible]) })
    .andWhere('(action.waveId = :id or (wave.opensOn < :opensOn and action.doneOn is null))', {
      id,
      opensOn,
    })
    .orderBy('action.dueOn')
    .getMany();
