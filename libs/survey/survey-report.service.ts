import { MailFailure } from '@laurel/people';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In, LessThan, type EntityManager } from 'typeorm';
import { inBatches } from './core/index.js';
import { SurveyAction } from './survey-action.entity.js';
import { SurveyComment } from './survey-answer.entity.js';
import { cellOf } from './survey-cells.js';
import { SurveyQuestion } from './survey-question.entity.js';
import type { SurveyCell, SurveyLink, SurveyReport, SurveyTrendPoint } from './survey-report.js';
import { SurveyResult } from './survey-result.entity.js';
import { attendance, noWave, viewOf, viewsOf } from './survey-view.js';
import { SurveyWave } from './survey-wave.entity.js';

/** Tells what was published, to each reader the groups that concern them. */
@Injectable()
export class SurveyReports {
  constructor(private readonly database: Database) {}

  /** What a wave tells the current actor. */
  report(waveId: string): Promise<SurveyReport> {
    return this.database.transaction(async (tx) => {
      const { wave, led, visible, mine } = await viewOf(tx, waveId);
      const results = await tx.findBy(SurveyResult, { waveId });
      const questions = await tx.findBy(SurveyQuestion, { id: In(wave.questionIds) });
      return {
        wave,
        groups: wave.groups.filter(({ id }) => visible.has(id)),
        mine,
        cells: cellsOf(
          results.filter(({ groupId }) => visible.has(groupId)),
          questions,
          await resultsBefore(tx, wave),
        ),
        comments: await commentsOf(tx, wave, led.length ? visible : new Set()),
        links: visible.has('all') ? linksOf(results, questions) : [],
        actions: await actionsOf(tx, wave, visible),
      };
    });
  }

  /** One figure over the waves of a survey, oldest first. */
  trend(surveyId: string, item: string, groupId: string): Promise<SurveyTrendPoint[]> {
    return this.database.transaction(async (tx) => {
      const waves = await tx.find(SurveyWave, { where: { surveyId }, order: { number: 'ASC' } });
      const seen = (await viewsOf(tx, waves)).filter(({ visible }) => visible.has(groupId));
      const results = await tx.findBy(SurveyResult, {
        waveId: In(seen.map(({ wave }) => wave.id)),
        item: In([item, attendance]),
        groupId,
      });
      const asked = waves.some(({ questionIds }) => questionIds.includes(item));
      const questions = asked ? await tx.findBy(SurveyQuestion, { id: item }) : [];
      const before = new Map<string, SurveyResult>();
      return seen.flatMap(({ wave }) => {
        const here = results.filter(({ waveId }) => waveId === wave.id);
        const cells = cellsOf(here, questions, before).filter((cell) => cell.item === item);
        for (const result of here) before.set(keyOf(result), result);
        return cells.map((cell) => ({ wave, cell }));
      });
    });
  }

  /** How many have answered: while a wave runs in whole batches only, and only to who leads somebody asked. */
  answered(wave: SurveyWave): Promise<number | null> {
    return this.database.transaction(async (tx) => {
      const [view] = await viewsOf(tx, [wave]);
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
        item: attendance,
        groupId: 'all',
      });
      return view.visible.has('all') ? (all?.people ?? null) : null;
    });
  }

  /** Mails of a wave that never reached anybody, for those who lead all who were asked. */
  undelivered(wave: SurveyWave): Promise<MailFailure[]> {
    return this.database.transaction(async (tx) => {
      const [view] = await viewsOf(tx, [wave]);
      if (!view?.led.includes('all')) return [];
      return tx.find(MailFailure, { where: { about: wave.id }, order: { address: 'ASC' } });
    });
  }

  /** The wave, if the current actor leads one of its groups; refuses otherwise. */
  async leading(tx: EntityManager, waveId: string, groupId?: string): Promise<SurveyWave> {
    const { wave, led } = await viewOf(tx, waveId);
    if (!led.length || (groupId && !led.includes(groupId))) throw noWave(waveId);
    return wave;
  }
}

const keyOf = ({ item, groupId }: SurveyResult) => `${item} ${groupId}`;

/** Published figures as they are told. */
function cellsOf(
  results: readonly SurveyResult[],
  questions: readonly SurveyQuestion[],
  before: ReadonlyMap<string, SurveyResult>,
): SurveyCell[] {
  const invited = new Map(
    results
      .filter(({ item }) => item === attendance)
      .map(({ groupId, counts }) => [groupId, counts[0]!]),
  );
  return results
    .filter(({ item }) => !item.startsWith('link:'))
    .map((result) =>
      cellOf(
        result,
        questions.find(({ id }) => id === result.item),
        { before: before.get(keyOf(result)), invited: invited.get(result.groupId) },
      ),
    );
}

/** Each figure as the latest earlier wave told it to the current actor. */
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
  for (const { wave, visible } of await viewsOf(tx, waves))
    for (const result of results)
      if (result.waveId === wave.id && visible.has(result.groupId))
        found.set(keyOf(result), result);
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
