import { randomBytes } from 'node:crypto';
import { Member } from '@laurel/people';
import { currentActor } from '@laurel/shared';
import { addDays, contains, weekday, type Day } from '@laurel/shared/core';
import {
  SurveyFollowing,
  SurveyService,
  SurveySheet,
  SurveyTicket,
  WaveClose,
  WaveLaunch,
  receiptOf,
  seal,
  sheetKeyOf,
  type SurveyWave,
} from '@laurel/survey';
import { addMonths } from '@laurel/survey/core';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { leadingNames } from './names.js';
import type { DemoOrganization } from './organization.js';
import type { Seat } from './seats.js';
import { filledSheet, type Filled } from './survey-sheets.js';
import { toldOfEnps, toldOfPulse, type Told } from './survey-words.js';

type Run = {
  readonly tx: EntityManager;
  readonly demo: DemoOrganization;
  readonly idOf: ReadonlyMap<Seat, string>;
  readonly today: Day;
  readonly surveyId: string;
  readonly told: readonly Told[];
};

/** A weekly pulse of the last weeks, the newest still open, and a quarterly eNPS that waits to be shared. */
@Injectable()
export class DemoSurveys {
  constructor(
    private readonly surveys: SurveyService,
    private readonly launching: WaveLaunch,
    private readonly closing: WaveClose,
    private readonly following: SurveyFollowing,
  ) {}

  /** The admin reads them all: somebody has to be HR. */
  async save(given: Omit<Run, 'surveyId' | 'told'>): Promise<void> {
    const { tx, today } = given;
    await tx.update(Member, { id: currentActor().memberId }, { hr: true });
    const monday = addDays(today, 1 - weekday(today));
    const weeks = toldOfPulse.map((_, i) => addDays(monday, 7 * (i - toldOfPulse.length)));
    const pulse = await this.start('pulse', weeks[0]!, 7);
    const pulses = { ...given, surveyId: pulse, told: toldOfPulse };
    await this.pass(pulses, weeks);
    await this.open(pulses, monday);
    const quarters = [addDays(monday, -7 * 15), addMonths(addDays(monday, -7 * 15), 3)];
    const enps = await this.start('enps', quarters[0]!, 10);
    await this.pass({ ...given, surveyId: enps, told: toldOfEnps }, quarters);
    // Nobody of the demo has a mailbox.
    await tx.query(`delete from outbox where job = 'mail.send'`);
  }

  /** Runs one of the product's own surveys with all who sell; the answer is its id. */
  private async start(key: string, anchor: Day, openDays: number): Promise<string> {
    const bank = await this.surveys.questions();
    const template = this.surveys.templates().find((each) => each.key === key)!;
    const { name, cadence, questionCount } = template;
    const questionIds = template.questions.map(
      (wanted) => bank.find((question) => question.key === wanted)!.id,
    );
    const asks = { questionIds, questionCount, audience: { roles: ['rep'] } };
    const { id } = await this.surveys.save({ name: name.en, cadence, anchor, openDays, ...asks });
    await this.surveys.start(id);
    return id;
  }

  /** Waves that are over; those of which nothing is told yet wait to be shared. */
  private async pass(run: Run, days: readonly Day[]): Promise<void> {
    for (const [turn, day] of days.entries()) {
      const wave = (await this.launching.launch(run.tx, run.surveyId, day))!;
      await this.answer(run, wave, { turn, progress: 1 });
      await this.closing.close(run.tx, wave.id);
      const told = run.told[turn];
      if (told) await this.tell(run, wave, told);
    }
  }

  /** A wave that runs: some have answered, but not those who look at the demo. */
  private async open({ idOf, demo, ...run }: Run, day: Day): Promise<void> {
    const wave = (await this.launching.launch(run.tx, run.surveyId, day))!;
    const visitors: readonly string[] = Object.values(leadingNames);
    const others = [...idOf].filter(([seat]) => !visitors.includes(demo.people.get(seat)!.name));
    const turn = run.told.length;
    await this.answer({ ...run, demo, idOf: new Map(others) }, wave, { turn, progress: 0.5 });
  }

  /** So many of those asked, each as they feel. All in one stroke: nobody waits for a demo. */
  private async answer(
    { tx, idOf }: Run,
    wave: SurveyWave,
    { turn, progress }: { turn: number; progress: number },
  ): Promise<void> {
    const questions = await this.surveys.byIds(wave.questionIds);
    const day = wave.opensOn;
    const asked = [...idOf].filter(([seat]) => seat.role === 'rep');
    const filled = asked.flatMap(([seat, memberId], seed) => {
      const sheet = filledSheet(questions, { team: teamOf(seat, day), turn, progress, seed });
      return sheet ? [[memberId, sheet] as const] : [];
    });
    await handIn(tx, wave, new Map(filled));
  }

  private async tell({ tx, today }: Run, wave: SurveyWave, told: Told): Promise<void> {
    await this.closing.share(tx, wave, told.heard);
    const owner = await tx.findOneByOrFail(Member, { name: leadingNames.manager });
    const dueOn = addDays(wave.closesOn, 14);
    const doneOn = dueOn < today ? dueOn : null;
    const { id: waveId } = wave;
    const action = { waveId, groupId: 'all', text: told.action, ownerId: owner.id, dueOn, doneOn };
    await this.following.saveAction(action);
  }
}

const teamOf = ({ places }: Seat, day: Day) => places.find((place) => contains(place, day))?.team;

/** Spends the tickets of those who answered and puts their sheets down, neither in an order that tells anything. */
async function handIn(
  tx: EntityManager,
  { id: waveId }: SurveyWave,
  filled: ReadonlyMap<string, Filled>,
): Promise<void> {
  const tickets = await tx.findBy(SurveyTicket, { waveId });
  const given = tickets.flatMap((ticket) => {
    const sheet = filled.get(ticket.memberId);
    return sheet ? [{ ...ticket, sheet, secret: randomBytes(32).toString('hex') }] : [];
  });
  const spent = given.map(({ sheet: _, secret, ...ticket }) => ({
    ...ticket,
    receipt: receiptOf(secret),
    pooled: true,
  }));
  const sheets = given.map(({ groups, sheet, secret }) => ({
    waveId,
    key: sheetKeyOf(secret),
    sealed: seal(waveId, { groups, ...sheet, mailboxes: {} }),
    pooled: true,
  }));
  await tx.delete(SurveyTicket, { id: In(spent.map(({ id }) => id)) });
  await tx.insert(SurveyTicket, spent);
  await tx.insert(
    SurveySheet,
    sheets.toSorted((a, b) => Buffer.compare(a.key, b.key)),
  );
}
