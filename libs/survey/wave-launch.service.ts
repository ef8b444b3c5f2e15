import { Organization, digest, mail } from '@laurel/people';
import { Outbox, environment } from '@laurel/shared';
import { addDays, type Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  groupsOf,
  allTeams,
  peopleOn,
  waveGroups,
  withTeamsBelow,
  type Person,
} from './survey-attributes.js';
import { isAsked, nextOccurrence, questionsOfWave, reminded, surveyMail } from './core/index.js';
import { momentOf } from './moment.js';
import { ticketToken } from './seal.js';
import { SurveyTicket } from './survey-answer.entity.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyWave } from './survey-wave.entity.js';
import { Survey } from './survey.entity.js';

/** Days before the close on which those who are missing are reminded. */
const remindDaysBefore = 2;

/** Sends waves: freezes who is asked, hands out tickets, mails them, and plans what comes next. */
@Injectable()
export class WaveLaunch {
  constructor(private readonly outbox: Outbox) {}

  /** Plans the first wave on or after a day. */
  async plan(tx: EntityManager, survey: Survey, from: Day): Promise<void> {
    await tx.query(`delete from outbox where job = 'survey.launch' and data ->> 'surveyId' = $1`, [
      survey.id,
    ]);
    const next = nextOccurrence(survey.anchor, survey.cadence, from);
    if (!next) return;
    const [{ timeZone }] = (await tx.find(Organization)) as [Organization];
    const people = await peopleOn(tx, next.day);
    const zones = new Set([timeZone, ...people.map((person) => person.timeZone)]);
    const moments = [...zones].map((zone) => Number(momentOf(next.day, survey.hour, zone)));
    const at = new Date(Math.min(...moments));
    await this.outbox.emitAt(tx, 'survey.launch', [
      { at, data: { surveyId: survey.id, day: next.day } },
    ]);
  }

  /** Sends the wave of a day and plans the next one; nothing when it is not its turn. */
  async launch(tx: EntityManager, surveyId: string, day: Day): Promise<SurveyWave | undefined> {
    const survey = await tx.findOne(Survey, {
      where: { id: surveyId },
      lock: { mode: 'for_no_key_update' },
    });
    if (survey?.status !== 'running') return undefined;
    const past = await tx.find(SurveyWave, { where: { surveyId }, order: { number: 'ASC' } });
    const last = past.at(-1);
    if (last && (last.opensOn >= day || waits(survey, last))) return undefined;
    await this.plan(tx, survey, addDays(day, 1));
    const asked = await audienceOf(tx, survey, day);
    const questionIds = await this.questions(tx, survey, past, day);
    if (asked.length < survey.scoreThreshold || !questionIds.length) return undefined;
    return this.send(tx, survey, { day, number: (last?.number ?? 0) + 1, asked, questionIds });
  }

  /** Reminds by ticket; of what was answered nothing is read. */
  async remind(tx: EntityManager, waveId: string): Promise<void> {
    const wave = await tx.findOneBy(SurveyWave, { id: waveId, status: 'open' });
    if (!wave) return;
    const survey = await tx.findOneByOrFail(Survey, { id: wave.surveyId });
    const tickets = await tx.findBy(SurveyTicket, { waveId });
    const chosen = reminded(
      tickets.map(({ memberId, receipt }) => ({ memberId, answered: receipt !== null })),
      wave.scoreThreshold,
    );
    const ids = new Set(chosen.map(({ memberId }) => memberId));
    const people = (await peopleOn(tx, wave.opensOn)).filter(({ id }) => ids.has(id));
    await this.mailAll(
      tx,
      'reminder',
      survey,
      wave,
      people,
      addDays(wave.closesOn, -remindDaysBefore),
    );
  }

  private async questions(
    tx: EntityManager,
    { questionIds, questionCount }: Survey,
    past: readonly SurveyWave[],
    day: Day,
  ): Promise<string[]> {
    const newest = await newestQuestions(tx);
    const current = (ids: readonly string[]) => ids.flatMap((id) => newest.get(id) ?? []);
    const waves = past.map((wave) => ({
      day: wave.opensOn,
      questionIds: current(wave.questionIds).map(({ id }) => id),
    }));
    return questionsOfWave(current(questionIds), waves, day, questionCount);
  }

  private async send(
    tx: EntityManager,
    survey: Survey,
    sent: { day: Day; number: number; asked: Person[]; questionIds: string[] },
  ): Promise<SurveyWave> {
    const { day, number, asked, questionIds } = sent;
    const { id: surveyId, scoreThreshold, commentThreshold } = survey;
    const closesOn = addDays(day, survey.openDays);
    const wave = await tx.save(
      tx.create(SurveyWave, {
        surveyId,
        number,
        status: 'open',
        opensOn: day,
        closesOn,
        questionIds,
        scoreThreshold,
        commentThreshold,
        groups: waveGroups(await allTeams(tx), asked),
        invited: asked.length,
        heard: null,
      }),
    );
    await addTickets(tx, wave.id, asked);
    await this.mailAll(tx, 'invitation', survey, wave, asked, day);
    await this.planEnd(tx, survey, wave);
    return wave;
  }

  private async planEnd(tx: EntityManager, survey: Survey, wave: SurveyWave): Promise<void> {
    const [{ timeZone }] = (await tx.find(Organization)) as [Organization];
    const data = { waveId: wave.id };
    await this.outbox.emitAt(tx, 'survey.close', [
      { at: momentOf(wave.closesOn, 0, timeZone), data },
    ]);
    const remindOn = addDays(wave.closesOn, -remindDaysBefore);
    if (remindOn <= wave.opensOn) return;
    const at = momentOf(remindOn, survey.hour, timeZone);
    await this.outbox.emitAt(tx, 'survey.remind', [{ at, data }]);
  }

  /** Each at the survey's hour where they are. */
  private async mailAll(
    tx: EntityManager,
    kind: 'invitation' | 'reminder',
    survey: Survey,
    wave: SurveyWave,
    people: readonly Person[],
    day: Day,
  ): Promise<void> {
    if (environment.smtpUrl === undefined) return;
    const [{ name }] = (await tx.find(Organization)) as [Organization];
    const letters = people.map((person) => {
      const link = `${environment.publicUrl}/survey/${ticketToken(wave.id, person.id)}`;
      const { subject, text } = surveyMail(kind, person.locale === 'de' ? 'de' : 'en', {
        memberName: person.name,
        organizationName: name,
        surveyName: survey.name,
        link,
        closesOn: wave.closesOn,
        threshold: wave.scoreThreshold,
      });
      const at = momentOf(day, survey.hour, person.timeZone);
      return { at, data: mail(`${kind} ${link}`, person.email, subject, text, wave.id) };
    });
    const now = Date.now();
    const due = letters.filter(({ at }) => at.getTime() <= now).map(({ data }) => data);
    await this.outbox.emitAll(tx, 'mail.send', due);
    await this.outbox.emitAt(
      tx,
      'mail.send',
      letters.filter(({ at }) => at.getTime() > now),
    );
  }
}

/** Does the next wave have to wait until the last one was shared? */
const waits = (survey: Survey, last: SurveyWave): boolean =>
  last.status === 'open' || (survey.waitForShare && last.status !== 'shared');

/** What is asked in the place of each question, by its id: the version of its key that is in use. */
async function newestQuestions(tx: EntityManager): Promise<Map<string, SurveyQuestion>> {
  const all = await tx.find(SurveyQuestion);
  const inUse = new Map(all.filter(({ retired }) => !retired).map((each) => [each.key, each]));
  return new Map(
    all.flatMap(({ id, key }) => {
      const question = inUse.get(key);
      return question ? [[id, question] as const] : [];
    }),
  );
}

export async function audienceOf(tx: EntityManager, survey: Survey, day: Day): Promise<Person[]> {
  const teams = withTeamsBelow(await allTeams(tx), survey.audience.teamIds ?? []);
  return (await peopleOn(tx, day)).filter((person) => isAsked(survey.audience, teams, person));
}

async function addTickets(tx: EntityManager, waveId: string, asked: readonly Person[]) {
  await tx.query(
    `insert into survey_ticket (wave_id, member_id, token_hash, groups)
     select $1, member_id, decode(token_hash, 'hex'), string_to_array(groups, '|')
     from unnest($2::uuid[], $3::text[], $4::text[]) as asked (member_id, token_hash, groups)`,
    [
      waveId,
      asked.map(({ id }) => id),
      asked.map(({ id }) => digest(ticketToken(waveId, id)).toString('hex')),
      asked.map((person) => groupsOf(person).join('|')),
    ],
  );
}
