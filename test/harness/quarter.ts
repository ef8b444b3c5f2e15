import type { Browser } from './client.js';
import { asProgram, makeDemo } from './demo.js';
import { FastClock } from './fast-clock.js';
import { startLaurel, type Laurel } from './laurel.js';
import { MailSink } from './mail-sink.js';
import { Random } from './random.js';
import { answer, secret } from './survey.js';

/** How many take part in each wave; the others are reminded. */
export const takePart = 6;

/** The demo organisation on a fast clock: the worker does what is due, and people do something about their mails. */
export class Quarter {
  readonly sink = new MailSink(new Random(1), 0);
  laurel!: Laurel;
  hr!: Browser;
  private readonly clock = new FastClock();
  private answered = 0;

  /** Starts it with nothing to do but surveys and one-on-ones; what anybody is paid is another story. */
  async start(): Promise<void> {
    this.laurel = await startLaurel({
      ...this.clock.settings,
      SMTP_URL: await this.sink.listen(),
      MAIL_CONCURRENCY: '8',
      RECONCILE_MS: '30',
    });
    const { laurel } = this;
    await laurel.killWorker();
    makeDemo(laurel);
    await this.clock.start(laurel.sql);
    await laurel.sql(
      `delete from outbox where job not like 'survey.%' and job not like 'oneOnOne.%'`,
    );
    this.hr = await asProgram(laurel, 'admin');
    laurel.startWorker();
  }

  /** Whoever is signed in by now stays it, however far the clock is moved. */
  staySignedIn(): Promise<unknown> {
    return this.laurel.sql(`update session set seen_at = 'infinity', expires_at = 'infinity'`);
  }

  async stop(): Promise<void> {
    await this.laurel?.stop();
    await this.sink.close();
    this.clock.remove();
  }

  /**
   * Moves the clock to a full hour of UTC, when all that people did before is carried out; what was closed by then is
   * shared, and who was invited answers.
   */
  async comeTo(day: string, hour: number): Promise<void> {
    await this.idle();
    await this.clock.moveTo(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`));
    await this.idle();
    const closed = `select id from survey_wave where status = 'closed'`;
    for (const { id } of await this.laurel.sql<{ id: string }>(closed))
      await this.hr.ask(`mutation ($id: ID!) { shareSurveyWave(id: $id, heard: "Heard") { id } }`, {
        id,
      });
    await this.idle();
    await this.answerMails();
  }

  private async idle(): Promise<void> {
    const due = `select from outbox where due_at <= clock.now() limit 1`;
    while ((await this.laurel.sql(due)).length) await new Promise((go) => setTimeout(go, 40));
  }

  /** The first of those who were invited since the last look answer by the link in their mail. */
  private async answerMails(): Promise<void> {
    const fresh = this.sink.taken.slice(this.answered);
    this.answered = this.sink.taken.length;
    const links = fresh
      .filter(({ subject }) => subject.includes(': a minute for'))
      .sort((a, b) => (a.to < b.to ? -1 : 1))
      .slice(0, takePart)
      .map(({ text }) => /\/survey\/([0-9a-f]{64})/.exec(text)![1]!);
    await Promise.all(links.map((ticket, i) => this.fillIn(ticket, i)));
  }

  private async fillIn(ticket: string, i: number): Promise<void> {
    const browser = this.laurel.browser();
    const { surveyForm } = await browser.ask<{
      surveyForm: { questions: { id: string; kind: string }[] };
    }>(`query ($ticket: String!) { surveyForm(ticket: $ticket) { questions { id kind } } }`, {
      ticket,
    });
    const answers = surveyForm.questions.map(({ id: question, kind }) =>
      kind === 'text' ? { question, text: 'Less noise' } : { question, value: 1 + (i % 5) },
    );
    const refused = await answer(browser, { ticket, secret: secret(), answers });
    if (refused) throw new Error(`An answer was refused: ${refused}`);
  }
}
