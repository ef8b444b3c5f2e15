import type { Browser } from '../harness/client.js';
import { asProgram, makeDemo } from '../harness/demo.js';
import { asOwner } from '../harness/database.js';
import { FastClock } from '../harness/fast-clock.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { MailSink } from '../harness/mail-sink.js';
import { Pair } from '../harness/pair.js';
import { Random } from '../harness/random.js';
import { answer, secret } from '../harness/survey.js';
import { dayAfter, occurrences, type Rhythm } from '../harness/days.js';

type Wave = {
  id: string;
  status: string;
  opensOn: string;
  closesOn: string;
  invited: number;
  questions: { id: string; kind: string }[];
};
type Survey = { id: string; name: string; cadence: string; waves: Wave[] };
type Series = { id: string; anchor: string; rhythm: Rhythm; one: string; other: string };
type Cadence = { due: number; kept: number; skipped: number; missed: number; streak: number };

const weeks = 13;
/** How many take part in each wave; the others are reminded. */
const takePart = 6;
const [leavesInWeek, returnsInWeek] = [3, 7];

/** The demo organisation lives through a quarter: the worker does what is planned, and its people answer, meet and forget. */
describe('a quarter of the demo organisation', () => {
  const clock = new FastClock();
  const sink = new MailSink(new Random(1), 0);
  let laurel: Laurel;
  let sql: <Row>(text: string, values?: unknown[]) => Promise<Row[]>;
  let hr: Browser;
  let pair: Pair;
  let first: string;
  let last: string;
  let series: Series[];
  let away: { id: string; name: string; email: string };
  let emails: Map<string, string>;
  let before: Map<string, Cadence>;
  let seen = 0;

  beforeAll(async () => {
    laurel = await startLaurel({
      ...clock.settings,
      SMTP_URL: await sink.listen(),
      MAIL_CONCURRENCY: '8',
      RECONCILE_MS: '30',
    });
    await laurel.killWorker();
    makeDemo(laurel);
    await asOwner(laurel.databaseUrl, async (owner) => {
      sql = async (text, values) => (await owner.query(text, values)).rows;
      await clock.start(sql);
      await prepare();
      await live();
    });
  }, 300_000);
  afterAll(async () => {
    await laurel?.stop();
    await sink.close();
    clock.remove();
  });

  async function prepare(): Promise<void> {
    // What anybody is paid is another story.
    await sql(`delete from outbox where job not like 'survey.%' and job not like 'oneOnOne.%'`);
    hr = await asProgram(laurel, 'admin');
    pair = new Pair(await asProgram(laurel, 'manager'), await asProgram(laurel, 'rep'));
    await sql(`update session set seen_at = 'infinity', expires_at = 'infinity'`);
    laurel.startWorker();
  }

  async function live(): Promise<void> {
    const [{ monday }] = (await sql<{ monday: string }>(
      `select (date_trunc('week', current_date) + interval '7 days')::date::text as monday`,
    )) as [{ monday: string }];
    [first, last] = [monday, dayAfter(monday, 7 * weeks)];
    series = await sql<Series>(
      `select series.id, anchor::text, rhythm, one.name as one, other.name as other from one_on_one series
       join member one on one.id = member_id join member other on other.id = partner_id`,
    );
    [away] = (await sql<typeof away>(
      `select member.id, member.name, member.email from one_on_one
       join member on member.id = partner_id join member lead on lead.id = member_id
       where rhythm = 'weekly' and lead.name <> 'Leyla Aydemir' order by anchor, member.name limit 1`,
    )) as [typeof away];
    const people = await sql<{ name: string; email: string }>(`select name, email from member`);
    emails = new Map(people.map(({ name, email }) => [name, email]));
    await comeTo(first, 6);
    before = await cadences();
    await pair.begin(first);
    for (let n = 0; n < 7 * weeks; n++) {
      const day = dayAfter(first, n);
      if (n % 7 === 0) await comeTo(day, 6);
      if (n === 7 * leavesInWeek) await stay(day);
      if (n === 7 * returnsInWeek) await stay(null);
      await comeTo(day, 17);
      await pair.meet(day);
    }
  }

  /** Moves the clock, lets the worker do what is due then, and people what they do about it. */
  async function comeTo(day: string, hour: number): Promise<void> {
    await clock.moveTo(Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00Z`));
    await idle();
    for (const { id } of await sql<Wave>(`select id from survey_wave where status = 'closed'`))
      await hr.ask(`mutation ($id: ID!) { shareSurveyWave(id: $id, heard: "Heard") { id } }`, {
        id,
      });
    await idle();
    await answerMails();
  }

  async function idle(): Promise<void> {
    const due = `select from outbox where due_at <= clock.now() limit 1`;
    while ((await sql(due)).length) await new Promise((go) => setTimeout(go, 40));
  }

  /** The first of those who were invited since the last look answer by the link in their mail. */
  async function answerMails(): Promise<void> {
    const fresh = sink.taken
      .slice(seen)
      .filter(({ subject }) => subject.includes(': a minute for'));
    seen = sink.taken.length;
    const links = fresh
      .sort((a, b) => (a.to < b.to ? -1 : 1))
      .slice(0, takePart)
      .map(({ text }) => /\/survey\/([0-9a-f]{64})/.exec(text)![1]!);
    await Promise.all(links.map(fillIn));
  }

  async function fillIn(ticket: string, i: number): Promise<void> {
    const browser = laurel.browser();
    const { surveyForm } = await browser.ask<{ surveyForm: Pick<Wave, 'questions'> }>(
      `query ($ticket: String!) { surveyForm(ticket: $ticket) { questions { id kind } } }`,
      { ticket },
    );
    const answers = surveyForm.questions.map(({ id: question, kind }) =>
      kind === 'text' ? { question, text: 'Less noise' } : { question, value: 1 + (i % 5) },
    );
    expect(await answer(browser, { ticket, secret: secret(), answers })).toBeUndefined();
  }

  const stay = (leftOn: string | null) =>
    hr.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: { ...away, role: 'rep', leftOn },
    });

  async function cadences(): Promise<Map<string, Cadence>> {
    const { oneOnOneCadence } = await hr.ask<{
      oneOnOneCadence: (Cadence & Record<'member' | 'partner', { name: string }>)[];
    }>(`{ oneOnOneCadence { due kept skipped missed streak member { name } partner { name } } }`);
    return new Map(
      oneOnOneCadence.map(({ member, partner, ...counts }) => [
        `${member.name} ${partner.name}`,
        counts,
      ]),
    );
  }

  /** Waves of the quarter, oldest first. */
  async function wavesOf(cadence: string): Promise<Wave[]> {
    const { surveys } = await hr.ask<{ surveys: Survey[] }>(
      `{ surveys { cadence waves { id status opensOn closesOn invited questions { id kind } } } }`,
    );
    const { waves } = surveys.find((each) => each.cadence === cadence)!;
    return waves.filter(({ opensOn }) => opensOn >= first).toReversed();
  }

  const remindersOf = (name: string, other: string): string[] =>
    sink.taken
      .filter(({ to }) => to === emails.get(name))
      .flatMap(
        ({ subject }) =>
          new RegExp(`^One-on-one with ${other} on (\\S+) `).exec(subject)?.[1] ?? [],
      )
      .sort();

  it('asks a pulse each Monday and the eNPS once, and shares each before the next', async () => {
    const pulses = await wavesOf('weekly');
    expect(pulses.map(({ opensOn }) => opensOn)).toEqual(
      Array.from({ length: weeks }, (_, n) => dayAfter(first, 7 * n)),
    );
    expect(pulses.slice(0, -1).every(({ status }) => status === 'shared')).toBe(true);
    const enps = await wavesOf('quarterly');
    expect(enps.map(({ status, questions }) => [status, questions[0]!.kind])).toEqual([
      ['shared', 'zeroToTen'],
    ]);
  });

  it('asks nothing again within two waves', async () => {
    const asked = (await wavesOf('weekly')).map(({ questions }) => questions.map(({ id }) => id));
    for (const [i, ids] of asked.entries()) {
      expect(ids).toHaveLength(3);
      expect(
        ids.filter((id) =>
          asked
            .slice(Math.max(0, i - 2), i)
            .flat()
            .includes(id),
        ),
      ).toEqual([]);
    }
  });

  it('invites everybody once, reminds those who are missing, and has a result of who took part', async () => {
    const waves = [...(await wavesOf('weekly')), ...(await wavesOf('quarterly'))];
    const subjects = (part: string) => sink.taken.filter(({ subject }) => subject.includes(part));
    const invited = waves.reduce((sum, wave) => sum + wave.invited, 0);
    expect(subjects(': a minute for')).toHaveLength(invited);
    for (const { id, status, invited: all, closesOn } of waves) {
      if (status !== 'shared') continue;
      expect(subjects(`is open until ${closesOn}`).length).toBeGreaterThanOrEqual(all - takePart);
      const { surveyReport } = await hr.ask<{
        surveyReport: { cells: { item: string; groupId: string; people: number }[] };
      }>(`query ($id: ID!) { surveyReport(waveId: $id) { cells { item groupId people } } }`, {
        id,
      });
      const told = surveyReport.cells.find(
        ({ item, groupId }) => item === 'participation' && groupId === 'all',
      );
      expect(told?.people).toBe(takePart);
    }
    expect(new Set(sink.taken.map(({ messageId }) => messageId)).size).toBe(sink.taken.length);
  });

  it('reminds the two of every meeting the day before, each once', () => {
    for (const { one, other, anchor, rhythm } of series) {
      if (other === away.name || other === pair.rep) continue;
      const days = occurrences(anchor, rhythm, first, last);
      expect([one, other, remindersOf(one, other)]).toEqual([one, other, days]);
      expect([other, one, remindersOf(other, one)]).toEqual([other, one, days]);
    }
  });

  it('follows what the two moved and skipped', () => {
    const isIn = (day: string) => day < last;
    expect(remindersOf(pair.rep, pair.manager).filter(isIn)).toEqual(pair.remindedOf);
    expect(remindersOf(pair.manager, pair.rep).filter(isIn)).toEqual(pair.remindedOf);
  });

  it('is silent while somebody is away, and reminds again once they are back', () => {
    const { anchor, rhythm, one } = series.find(({ other }) => other === away.name)!;
    const [left, back] = [dayAfter(first, 7 * leavesInWeek), dayAfter(first, 7 * returnsInWeek)];
    const days = occurrences(anchor, rhythm, first, last).filter(
      (day) => day <= left || day > back,
    );
    expect(remindersOf(one, away.name)).toEqual(days);
    expect(remindersOf(away.name, one)).toEqual(days);
  });

  it('carries an open topic and an action into each next meeting until they are done', () => {
    expect(pair.seen.map(({ hasTopic }) => hasTopic)).toEqual(pair.weeksWith(2));
    expect(pair.seen.map(({ hasAction }) => hasAction)).toEqual(pair.weeksWith(4));
  });

  it('counts what was kept, skipped and missed', async () => {
    const after = await cadences();
    const grown = (name: string) =>
      Object.fromEntries(
        (['due', 'kept', 'skipped', 'missed'] as const).map((key) => [
          key,
          after.get(name)![key] - before.get(name)![key],
        ]),
      );
    const name = `${pair.manager} ${pair.rep}`;
    expect(grown(name)).toEqual({ due: weeks - 1, kept: weeks - 2, skipped: 1, missed: 1 });
    expect(after.get(name)!.streak).toBe(weeks - 6);
    for (const { one, other, anchor, rhythm } of series) {
      if (other === away.name || other === pair.rep) continue;
      const due = occurrences(anchor, rhythm, first, dayAfter(last, -1)).length;
      expect(grown(`${one} ${other}`)).toEqual({ due, kept: 0, skipped: 0, missed: due });
    }
  });
});
