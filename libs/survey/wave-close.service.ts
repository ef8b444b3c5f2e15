import { Outbox } from '@laurel/shared';
import { addDays, type Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { answersTold, figuresOf, remarksOf, type Figure, type WaveFacts } from './core/index.js';
import { shuffled } from './mixing.js';
import { unseal } from './seal.js';
import { SurveySheet, SurveyTicket } from './survey-answer.entity.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyResult } from './survey-result.entity.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';
import { WaveLaunch } from './wave-launch.service.js';

const insertedAtOnce = 5_000;

/**
 * Closes waves: opens all sheets at once, publishes what may be shown, keeps the answers singly and in no order,
 * and forgets who was asked. It happens once, so no figure ever moves by the answer of one.
 */
@Injectable()
export class WaveClose {
  constructor(
    private readonly launching: WaveLaunch,
    private readonly outbox: Outbox,
  ) {}

  async close(tx: EntityManager, waveId: string): Promise<void> {
    const wave = await tx.findOne(SurveyWave, {
      where: { id: waveId },
      lock: { mode: 'pessimistic_write' },
    });
    if (wave?.status !== 'open') return;
    const facts = await factsOf(tx, wave);
    const figures = figuresOf(facts);
    await publish(tx, wave, figures);
    await keepAnswers(tx, wave, answersTold(facts, figures));
    await keepComments(tx, wave, facts);
    await tx.delete(SurveySheet, { waveId });
    await tx.delete(SurveyTicket, { waveId });
    await tx.query(
      `delete from outbox where job in ('survey.close', 'survey.remind') and data ->> 'waveId' = $1`,
      [waveId],
    );
    await tx.update(SurveyWave, { id: waveId }, { status: 'closed' });
    const survey = await tx.findOneByOrFail(Survey, { id: wave.surveyId });
    if (survey.cadence === 'once') await tx.update(Survey, { id: survey.id }, { status: 'ended' });
    else if (!survey.waitForShare) await this.planNext(tx, survey, wave);
  }

  /** Shares a closed wave with those who were asked; the next one may come. */
  async share(tx: EntityManager, wave: SurveyWave, heard: string | null): Promise<void> {
    await tx.update(SurveyWave, { id: wave.id }, { status: 'shared', heard });
    const survey = await tx.findOneByOrFail(Survey, { id: wave.surveyId });
    if (survey.status === 'running') await this.planNext(tx, survey, wave);
  }

  private async planNext(tx: EntityManager, survey: Survey, { opensOn }: SurveyWave) {
    const [{ today }]: [{ today: Day }] = await tx.query(`select today() as today`);
    const next = addDays(opensOn, 1);
    await this.launching.plan(tx, survey, today > next ? today : next);
  }

  /** Closes a wave before its day. */
  closeEarly(tx: EntityManager, waveId: string): Promise<void> {
    return this.outbox.emit(tx, 'survey.close', { waveId });
  }
}

async function factsOf(tx: EntityManager, wave: SurveyWave): Promise<WaveFacts> {
  const [questions, tickets, sealed] = [
    await tx.findBy(SurveyQuestion, { id: In(wave.questionIds) }),
    await tx.findBy(SurveyTicket, { waveId: wave.id }),
    await tx.findBy(SurveySheet, { waveId: wave.id }),
  ];
  return {
    groups: wave.groups,
    questions: questions.sort(
      (a, b) => wave.questionIds.indexOf(a.id) - wave.questionIds.indexOf(b.id),
    ),
    invited: tickets.map(({ groups }) => ({ groups })),
    sheets: shuffled(sealed.map((sheet) => unseal(wave.id, sheet.sealed))),
    threshold: wave.scoreThreshold,
  };
}

async function publish(
  tx: EntityManager,
  wave: SurveyWave,
  figures: readonly Figure[],
): Promise<void> {
  const results = figures.map((figure) => ({ waveId: wave.id, ...figure }));
  if (results.length) await tx.insert(SurveyResult, results);
}

/** Each by itself and shuffled anew, so that nobody's answers stand beside each other. */
async function keepAnswers(
  tx: EntityManager,
  wave: SurveyWave,
  told: readonly (readonly [questionId: string, value: number])[],
): Promise<void> {
  const answers = shuffled(told);
  for (let start = 0; start < answers.length; start += insertedAtOnce) {
    const part = answers.slice(start, start + insertedAtOnce);
    await tx.query(
      `insert into survey_answer (wave_id, question_id, value)
       select $1, question_id, value from unnest($2::uuid[], $3::int[]) as given (question_id, value)`,
      [wave.id, part.map(([id]) => id), part.map(([, value]) => value)],
    );
  }
}

async function keepComments(tx: EntityManager, wave: SurveyWave, facts: WaveFacts): Promise<void> {
  const remarks = shuffled(remarksOf(facts, wave.commentThreshold));
  await tx.query(
    `insert into survey_comment (wave_id, question_id, group_id, text, mailbox)
     select $1, question_id, group_id, text, decode(mailbox, 'hex')
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as given (question_id, group_id, text, mailbox)`,
    [
      wave.id,
      remarks.map(({ questionId }) => questionId),
      remarks.map(({ groupId }) => groupId),
      remarks.map(({ text }) => text),
      remarks.map(({ mailbox }) => mailbox),
    ],
  );
}
