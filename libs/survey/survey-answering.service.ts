import { digest } from '@laurel/people';
import { Database, Problem, actsAs, maybeActor } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { isOnScale, scaleOf, type Sheet } from './core/index.js';
import { mixSheets, mixTickets } from './mixing.js';
import { receiptOf, seal, sheetKeyOf } from './seal.js';
import { SurveyTicket } from './survey-answer.entity.js';
import { checkedText } from './survey-checks.js';
import { SurveyForm } from './survey-form.js';
import { SurveyQuestion } from './survey-question.entity.js';
import { SurveyWave } from './survey-wave.entity.js';
import type { AnswerSurveyInput, SurveyAnswerInput } from './survey.input.js';

type Place = { organizationId: string; ticketId: string };

const spent = () =>
  new Problem('TICKET_SPENT', 'This link was used already, or the survey is closed. Thank you.');

/** Takes in answers: who has answered and what was answered are written apart. */
@Injectable()
export class SurveyAnswering {
  constructor(private readonly database: Database) {}

  /** What somebody is asked; null when the link works no more. */
  async form(ticket: string): Promise<SurveyForm | null> {
    const place = await this.placeOf(ticket, null);
    if (!place) return null;
    return this.database.inOrganization(place.organizationId, (tx) => formOf(tx, place.ticketId));
  }

  /** What the current actor is asked at present. */
  async mine(): Promise<SurveyForm[]> {
    const { memberId } = maybeActor()!;
    return this.database.transaction(async (tx) => {
      const tickets = memberId ? await tx.findBy(SurveyTicket, { memberId }) : [];
      const forms: SurveyForm[] = [];
      for (const { id } of tickets) forms.push((await formOf(tx, id))!);
      return forms.filter((form) => form !== null);
    });
  }

  /**
   * Takes one sheet for one ticket, however often it is sent. First the ticket is spent; then, in a transaction of
   * its own, the sheet is put down. Both keep a hash of the draft's secret, each its own, so that a try
   * that was cut off between the two can be made again, and nobody can tell later which belong together.
   */
  async submit(input: AnswerSurveyInput): Promise<true> {
    if (!/^[0-9a-f]{64}$/.test(input.secret))
      throw new Problem('BAD_VALUE', 'The secret of a draft is 64 hexadecimal digits.', {
        field: 'secret',
      });
    const place = await this.placeOf(input.ticket, input.waveId);
    if (!place) throw spent();
    // The trail tells that somebody answered, and not who.
    actsAs(place.organizationId);
    const within = <T>(work: (tx: EntityManager) => Promise<T>) =>
      this.database.inOrganization(place.organizationId, work);
    const { wave, sheet } = await within((tx) => spend(tx, place.ticketId, input));
    await within((tx) => putDown(tx, wave, sheetKeyOf(input.secret), seal(wave.id, sheet)));
    return true;
  }

  private async placeOf(
    ticket: string | null | undefined,
    waveId: string | null | undefined,
  ): Promise<Place | undefined> {
    if (ticket) return this.behindLink(ticket);
    const actor = maybeActor();
    if (!waveId || !actor?.memberId) return undefined;
    const { organizationId, memberId } = actor;
    const found = await this.database.inOrganization(organizationId, (tx) =>
      tx.findOneBy(SurveyTicket, { waveId, memberId }),
    );
    return found ? { organizationId, ticketId: found.id } : undefined;
  }

  private behindLink(ticket: string): Promise<Place | undefined> {
    const hash = digest(ticket);
    return this.database.withSecret({ 'app.token_hash': hash.toString('hex') }, async (tx) => {
      const [row]: Place[] = await tx.query(
        `select organization_id as "organizationId", id as "ticketId" from survey_ticket
         where token_hash = $1`,
        [hash],
      );
      return row;
    });
  }
}

async function formOf(tx: EntityManager, ticketId: string): Promise<SurveyForm | null> {
  const [row]: { waveId: string; receipt: Buffer | null; name: string; organization: string }[] =
    await tx.query(
      `select wave_id as "waveId", receipt, survey.name, organization.name as organization
       from survey_ticket ticket join survey_wave wave on wave.id = wave_id
       join survey on survey.id = survey_id join organization on true
       where ticket.id = $1 and wave.status = 'open'`,
      [ticketId],
    );
  if (!row) return null;
  const wave = await tx.findOneByOrFail(SurveyWave, { id: row.waveId });
  const { scoreThreshold, commentThreshold, closesOn, groups } = wave;
  return {
    waveId: wave.id,
    name: row.name,
    organizationName: row.organization,
    closesOn,
    questions: await questionsOf(tx, wave),
    scoreThreshold,
    commentThreshold,
    dimensions: [...new Set(groups.map(({ dimension }) => dimension))],
    answered: row.receipt !== null,
  };
}

async function questionsOf(tx: EntityManager, wave: SurveyWave): Promise<SurveyQuestion[]> {
  const found = await tx.findBy(SurveyQuestion, { id: In(wave.questionIds) });
  return wave.questionIds.flatMap((id) => found.find((question) => question.id === id) ?? []);
}

/** Spends a ticket, or finds it spent by the same draft; refuses any other. */
async function spend(
  tx: EntityManager,
  ticketId: string,
  input: AnswerSurveyInput,
): Promise<{ wave: SurveyWave; sheet: Sheet }> {
  const ticket = await tx.findOneBy(SurveyTicket, { id: ticketId });
  if (!ticket) throw spent();
  const wave = await heldOpen(tx, ticket.waveId);
  const sheet = sheetOf(ticket.groups, await questionsOf(tx, wave), input.answers);
  const receipt = receiptOf(input.secret);
  const [rows]: [unknown[]] = await tx.query(
    `update survey_ticket set receipt = $2, pooled = true where id = $1 and receipt is null returning id`,
    [ticketId, receipt],
  );
  if (rows.length) await mixTickets(tx, wave);
  else if (!(await tx.countBy(SurveyTicket, { id: ticketId, receipt }))) throw spent();
  return { wave, sheet };
}

async function putDown(
  tx: EntityManager,
  { id: waveId }: SurveyWave,
  key: Buffer,
  sealed: Buffer,
): Promise<void> {
  const wave = await heldOpen(tx, waveId);
  const rows: unknown[] = await tx.query(
    `insert into survey_sheet (wave_id, key, sealed, pooled) values ($1, $2, $3, true)
     on conflict do nothing returning key`,
    [waveId, key, sealed],
  );
  if (rows.length) await mixSheets(tx, wave);
}

/**
 * The wave, for one answer after the other: the close waits for sheets that are on their way, and none comes
 * after it.
 */
async function heldOpen(tx: EntityManager, id: string): Promise<SurveyWave> {
  const wave = await tx.findOne(SurveyWave, {
    where: { id, status: 'open' },
    lock: { mode: 'for_no_key_update' },
  });
  if (!wave) throw spent();
  return wave;
}

function sheetOf(
  groups: string[],
  questions: readonly SurveyQuestion[],
  answers: readonly SurveyAnswerInput[],
): Sheet {
  const scores: Record<string, number> = {};
  const comments: Record<string, string> = {};
  const mailboxes: Record<string, string> = {};
  for (const answer of answers) {
    const asked = questions.find(({ id }) => id === answer.question);
    if (!asked) throw unusable('This survey does not ask that question.');
    if (asked.kind === 'text') {
      if (!answer.text?.trim()) continue;
      comments[asked.id] = checkedText('text', answer.text);
      if (answer.mailbox) mailboxes[asked.id] = checkedMailbox(answer.mailbox);
    } else if (answer.value != null) scores[asked.id] = checkedValue(asked, answer.value);
  }
  if (!Object.keys(scores).length && !Object.keys(comments).length)
    throw new Problem('NOTHING_ANSWERED', 'Answer at least one question before you send.');
  return { groups, scores, comments, mailboxes };
}

function checkedValue({ kind, options }: SurveyQuestion, value: number): number {
  if (isOnScale(scaleOf(kind, options.length)!, value)) return value;
  throw unusable('This answer is not on the scale of its question.');
}

function checkedMailbox(mailbox: string): string {
  if (/^[0-9a-f]{64}$/.test(mailbox)) return mailbox;
  throw unusable('A mailbox is the SHA-256 of its secret in hexadecimal digits.');
}

const unusable = (message: string) => new Problem('BAD_VALUE', message, { field: 'answers' });
