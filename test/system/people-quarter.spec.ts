import { asProgram } from '../harness/demo.js';
import { dayAfter, occurrences, type Rhythm } from '../harness/days.js';
import { Pair } from '../harness/pair.js';
import { Quarter, takePart } from '../harness/quarter.js';

type Wave = {
  id: string;
  status: string;
  opensOn: string;
  closesOn: string;
  invited: number;
  questions: { id: string; key: string; number: number; kind: string }[];
};
type Survey = { id: string; name: string; cadence: string; waves: Wave[] };
type Series = { id: string; anchor: string; rhythm: Rhythm; one: string; other: string };
type Cadence = { due: number; kept: number; skipped: number; missed: number; streak: number };

const weeks = 13;
const [leavesInWeek, returnsInWeek, rewordsInWeek] = [3, 7, 5];
/** A question of the pulse that gets other words meanwhile. */
const reworded = 'tools.enough';

/** The demo organisation lives through a quarter: the worker does what is planned, and its people answer, meet and forget. */
describe('a quarter of the demo organisation', () => {
  const quarter = new Quarter();
  const { sink } = quarter;
  let pair: Pair;
  let first: string;
  let last: string;
  let series: Series[];
  let away: { id: string; name: string; email: string };
  let emails: Map<string, string>;
  let before: Map<string, Cadence>;

  beforeAll(async () => {
    await quarter.start();
    const { laurel } = quarter;
    pair = new Pair(await asProgram(laurel, 'manager'), await asProgram(laurel, 'rep'));
    await quarter.staySignedIn();
    await lookAround();
    await live();
  }, 300_000);
  afterAll(() => quarter.stop());

  /** Who is there, and which Monday comes next. */
  async function lookAround(): Promise<void> {
    const { sql } = quarter.laurel;
    const [{ monday }] = (await sql<{ monday: string }>(
      `select (date_trunc('week', now() at time zone 'Europe/Berlin') + interval '7 days')::date::text as monday`,
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
  }

  async function live(): Promise<void> {
    await quarter.comeTo(first, 6);
    before = await cadences();
    await pair.begin(first);
    for (let n = 0; n < 7 * weeks; n++) {
      const day = dayAfter(first, n);
      if (n % 7 === 0) await quarter.comeTo(day, 6);
      if (n === 7 * leavesInWeek) await stay(day);
      if (n === 7 * returnsInWeek) await stay(null);
      if (n === 7 * rewordsInWeek) await reword();
      await quarter.comeTo(day, 17);
      await pair.meet(day);
    }
  }

  const stay = (leftOn: string | null) =>
    quarter.hr.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: { ...away, role: 'rep', leftOn },
    });

  const reword = () =>
    quarter.hr.ask(
      `mutation ($input: SurveyQuestionInput!) { saveSurveyQuestion(input: $input) { id } }`,
      {
        input: {
          key: reworded,
          kind: 'agreement',
          driver: 'tools',
          text: { en: 'My tools serve me well.', de: 'Meine Werkzeuge helfen mir.' },
        },
      },
    );

  async function cadences(): Promise<Map<string, Cadence>> {
    const { oneOnOneCadence } = await quarter.hr.ask<{
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
    const { surveys } = await quarter.hr.ask<{ surveys: Survey[] }>(
      `{ surveys { cadence waves { id status opensOn closesOn invited questions { id key number kind } } } }`,
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

  it('asks a question in its new words once it was reworded', async () => {
    const versions = (await wavesOf('weekly')).flatMap(({ questions }) =>
      questions.filter(({ key }) => key === reworded).map(({ number }) => number),
    );
    expect([...new Set(versions)]).toEqual([1, 2]);
    expect(versions).toEqual(versions.toSorted());
  });

  it('invites everybody once, reminds those who are missing, and has a result of who took part', async () => {
    const waves = [...(await wavesOf('weekly')), ...(await wavesOf('quarterly'))];
    const subjects = (part: string) => sink.taken.filter(({ subject }) => subject.includes(part));
    const invited = waves.reduce((sum, wave) => sum + wave.invited, 0);
    expect(subjects(': a minute for')).toHaveLength(invited);
    for (const { id, status, invited: all, closesOn } of waves) {
      if (status !== 'shared') continue;
      expect(subjects(`is open until ${closesOn}`).length).toBeGreaterThanOrEqual(all - takePart);
      const { surveyReport } = await quarter.hr.ask<{
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
