import { OrganizationSeeds } from '@laurel/people';
import { Database, Problem, currentActor } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { standardQuestions, surveyTemplates } from './core/index.js';
import { checkedQuestion, checkedSurvey } from './survey-checks.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { assertLeadsAudience, leadsAudience, sightOf } from './survey-sight.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';
import type { SurveyInput, SurveyQuestionInput } from './survey.input.js';
import { audienceOf, WaveLaunch } from './wave-launch.service.js';

const gone = (id: string) => new Problem('NOT_FOUND', 'There is no such survey here.', { id });

/** Surveys and the bank of their questions. */
@Injectable()
export class SurveyService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly launching: WaveLaunch,
    private readonly seeds: OrganizationSeeds,
  ) {}

  onModuleInit(): void {
    this.seeds.register(seedQuestions);
  }

  /** Questions that are in use, by key; organisations that are older than the bank get it now. */
  questions(): Promise<SurveyQuestion[]> {
    return this.database.transaction(async (tx) => {
      await seedQuestions(tx);
      return tx.find(SurveyQuestion, { where: { retired: false }, order: { key: 'ASC' } });
    });
  }

  /** Surveys to begin with. */
  templates() {
    return surveyTemplates;
  }

  byIds(ids: readonly string[]): Promise<SurveyQuestion[]> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findBy(SurveyQuestion, { id: In([...ids]) });
      return ids.flatMap((id) => found.find((question) => question.id === id) ?? []);
    });
  }

  /** Surveys that somebody may look at, newest first. */
  list(): Promise<Survey[]> {
    return this.database.transaction(async (tx) => {
      const sight = await sightOf(tx);
      const surveys = await tx.find(Survey, { order: { anchor: 'DESC', id: 'ASC' } });
      return surveys.filter((survey) => leadsAudience(sight, survey));
    });
  }

  async one(id: string): Promise<Survey | null> {
    return (await this.list()).find((survey) => survey.id === id) ?? null;
  }

  async nameOf(id: string): Promise<string> {
    const survey = await this.database.transaction((tx) => tx.findOneByOrFail(Survey, { id }));
    return survey.name;
  }

  waves(surveyId: string): Promise<SurveyWave[]> {
    return this.database.transaction((tx) =>
      tx.find(SurveyWave, { where: { surveyId }, order: { number: 'DESC' } }),
    );
  }

  /** The day of the next wave that is planned. */
  nextOn(surveyId: string): Promise<Day | null> {
    return this.database.transaction(async (tx) => {
      const [row]: { day: Day }[] = await tx.query(
        `select data ->> 'day' as day from outbox
         where job = 'survey.launch' and data ->> 'surveyId' = $1 limit 1`,
        [surveyId],
      );
      return row?.day ?? null;
    });
  }

  /** Adds a survey, or changes one that was not started. */
  save(input: SurveyInput): Promise<Survey> {
    return this.database.transaction(async (tx) => {
      const checked = checkedSurvey(input);
      assertLeadsAudience(await sightOf(tx), checked);
      await assertQuestions(tx, checked.questionIds);
      const before = input.id ? await this.draft(tx, input.id) : undefined;
      const survey = tx.create(Survey, {
        status: 'draft',
        createdBy: currentActor().memberId || null,
        ...before,
        ...checked,
      });
      return tx.save(survey);
    });
  }

  /** Starts a survey: its waves come by themselves from now on, the first on its anchor or the next day of its rhythm. */
  start(id: string): Promise<Survey> {
    return this.database.transaction(async (tx) => {
      const survey = await this.draft(tx, id);
      const [{ today }]: [{ today: Day }] = await tx.query(`select today() as today`);
      const asked = await audienceOf(tx, survey, today);
      if (asked.length < survey.scoreThreshold)
        throw new Problem(
          'AUDIENCE_TOO_SMALL',
          `Only ${asked.length} people would be asked, and figures need ${survey.scoreThreshold}. Ask more people.`,
          { field: 'audience' },
        );
      await tx.update(Survey, { id }, { status: 'running' });
      const from = survey.cadence === 'once' || survey.anchor > today ? survey.anchor : today;
      await this.launching.plan(tx, survey, from);
      return this.mine(tx, id);
    });
  }

  /** No further waves; one that is open goes on. */
  end(id: string): Promise<Survey> {
    return this.database.transaction(async (tx) => {
      await this.mine(tx, id);
      await tx.update(Survey, { id }, { status: 'ended' });
      await tx.query(
        `delete from outbox where job = 'survey.launch' and data ->> 'surveyId' = $1`,
        [id],
      );
      return this.mine(tx, id);
    });
  }

  /** Adds a question; another text under a known key is a new version, and the old one is asked no more. */
  saveQuestion(input: SurveyQuestionInput): Promise<SurveyQuestion> {
    return this.database.transaction(async (tx) => {
      const question = checkedQuestion(input);
      const { key } = question;
      const [last] = await tx.find(SurveyQuestion, { where: { key }, order: { number: 'DESC' } });
      if (last && same(last, question) && !last.retired) return last;
      if (last) await tx.update(SurveyQuestion, { key }, { retired: true });
      const number = (last?.number ?? 0) + 1;
      return tx.save(tx.create(SurveyQuestion, { ...question, number, retired: false }));
    });
  }

  private async mine(tx: EntityManager, id: string): Promise<Survey> {
    const survey = await tx.findOneBy(Survey, { id });
    if (!survey || !leadsAudience(await sightOf(tx), survey)) throw gone(id);
    return survey;
  }

  private async draft(tx: EntityManager, id: string): Promise<Survey> {
    const survey = await this.mine(tx, id);
    if (survey.status !== 'draft')
      throw new Problem(
        'SURVEY_STARTED',
        'This survey has been started, and what it promised stays. Make a new one instead.',
      );
    return survey;
  }
}

const same = (a: object, b: object): boolean => {
  const facts = ({ kind, driver, positive, text, options }: Partial<SurveyQuestion>) =>
    JSON.stringify([kind, driver, positive, text?.en, text?.de, options]);
  return facts(a) === facts(b);
};

async function assertQuestions(tx: EntityManager, ids: string[]): Promise<void> {
  const found = await tx.countBy(SurveyQuestion, { id: In(ids), retired: false });
  if (found < ids.length)
    throw new Problem(
      'NOT_FOUND',
      'A question of this survey does not exist or is asked no more.',
      {
        field: 'questionIds',
      },
    );
}

/** Gives the organisation of the transaction the questions of the bank that it has not, in place of older versions. */
async function seedQuestions(tx: EntityManager): Promise<void> {
  await tx.query(
    `insert into survey_question (key, number, kind, driver, positive, text)
     select key, version, kind, driver, positive, text
     from jsonb_to_recordset($1) as standard
       (key text, version int, kind text, driver text, positive boolean, text jsonb)
     on conflict (organization_id, key, number) do nothing`,
    [JSON.stringify(standardQuestions)],
  );
  await tx.query(
    `update survey_question as old set retired = true
     where not retired and exists (
       select from survey_question newer where newer.key = old.key and newer.number > old.number)`,
  );
}
