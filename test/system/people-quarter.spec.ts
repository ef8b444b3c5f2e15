import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found } from '../harness/organization.js';
import { answer, secret } from '../harness/survey.js';
import { surveyKey, ticketOf } from '../harness/survey-crowd.js';

type Question = { id: string; kind: string };
type Wave = { id: string; status: string; opensOn: string; questions: Question[] };
type Job = { id: string; job: string; waveId: string | null; surveyId: string | null };

const weeks = 13;
const dayMs = 86_400_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The worker does what is planned, each piece when its turn comes; only the waiting in between is left out. */
describe('a quarter of weekly pulses and a quarterly eNPS', () => {
  let laurel: Laurel;
  let hr: Browser;
  let people: string[];
  let anchor: string;
  const surveys: Record<string, string> = {};

  beforeAll(async () => {
    laurel = await startLaurel({ SURVEY_KEY: surveyKey, RECONCILE_MS: '40' });
    hr = await found(laurel, 'Alder', 'ada@alder.example');
    const { viewer } = await hr.ask<{ viewer: { member: { id: string } } }>(
      `{ viewer { member { id } } }`,
    );
    await hr.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: {
        id: viewer.member.id,
        name: 'Ada',
        email: 'ada@alder.example',
        role: 'admin',
        hr: true,
      },
    });
    const reps = Array.from({ length: 6 }, (_, i) => ({
      name: `Person ${i}`,
      role: 'rep' as const,
    }));
    people = Object.values(await addPeople(hr, reps));
    anchor = dayOf(Date.now() + 3 * dayMs);
    for (const template of ['pulse', 'enps']) surveys[template] = await start(template);
    for (let turn = 0; turn < 100; turn++)
      if ((await next()) === 'survey.close' && (await isOver())) break;
  }, 300_000);
  afterAll(() => laurel?.stop());

  async function start(key: string): Promise<string> {
    const { surveyTemplates, surveyQuestions } = await hr.ask<{
      surveyTemplates: {
        key: string;
        cadence: string;
        questions: string[];
        questionCount: number;
      }[];
      surveyQuestions: { id: string; key: string }[];
    }>(`{ surveyTemplates { key cadence questions questionCount } surveyQuestions { id key } }`);
    const { cadence, questions, questionCount } = surveyTemplates.find((each) => each.key === key)!;
    const questionIds = questions.map((name) => surveyQuestions.find((q) => q.key === name)!.id);
    const input = { name: key, cadence, anchor, questionIds, questionCount };
    const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
      `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
      { input },
    );
    await hr.ask(`mutation ($id: ID!) { startSurvey(id: $id) { id } }`, { id: saveSurvey.id });
    return saveSurvey.id;
  }

  const wavesOf = async (key: string): Promise<Wave[]> => {
    const { survey } = await hr.ask<{ survey: { waves: Wave[] } }>(
      `query ($id: ID!) { survey(id: $id) { waves { id status opensOn questions { id kind } } } }`,
      { id: surveys[key] },
    );
    return survey.waves.toReversed();
  };
  const isOver = async () => {
    const over = async (key: string, count: number) =>
      (await wavesOf(key)).filter(({ status }) => status === 'shared').length >= count;
    return (await over('pulse', weeks)) && over('enps', 2);
  };

  /** What is due first comes now; afterwards people answer what was sent, and what was closed is shared. */
  async function next(): Promise<string> {
    const [due] = await laurel.sql<Job>(
      `update outbox set due_at = now() - interval '1 second'
       where id = (select id from outbox where job like 'survey.%' order by due_at limit 1)
       returning id, job, data ->> 'waveId' as "waveId", data ->> 'surveyId' as "surveyId"`,
    );
    while ((await laurel.sql(`select from outbox where id = $1`, [due!.id])).length)
      await new Promise((resolve) => setTimeout(resolve, 60));
    if (due!.job === 'survey.close')
      await hr.ask(`mutation ($id: ID!) { shareSurveyWave(id: $id, heard: "Heard") { id } }`, {
        id: due!.waveId,
      });
    if (due!.job === 'survey.launch')
      for (const [key, id] of Object.entries(surveys))
        if (id === due!.surveyId)
          for (const wave of await wavesOf(key)) if (wave.status === 'open') await answerAll(wave);
    return due!.job;
  }

  async function answerAll({ id, questions }: Wave): Promise<void> {
    const answers = questions.map(({ id: question, kind }, i) =>
      kind === 'text' ? { question, text: 'Less noise' } : { question, value: 1 + ((i + 3) % 5) },
    );
    for (const memberId of people)
      await answer(laurel.browser(), { ticket: ticketOf(id, memberId), secret: secret(), answers });
  }

  it('sends every pulse on its day, counted from the anchor', async () => {
    const days = (await wavesOf('pulse')).slice(0, weeks).map(({ opensOn }) => opensOn);
    const wanted = Array.from({ length: weeks }, (_, n) =>
      dayOf(Date.parse(anchor) + 7 * n * dayMs),
    );
    expect(days).toEqual(wanted);
  });

  it('asks nothing again within two waves, and the eNPS once a quarter', async () => {
    const asked = (await wavesOf('pulse')).map(({ questions }) => questions.map(({ id }) => id));
    for (const [i, ids] of asked.entries()) {
      expect(ids).toHaveLength(3);
      const before = new Set(asked.slice(Math.max(0, i - 2), i).flat());
      expect(ids.filter((id) => before.has(id))).toEqual([]);
    }
    const quarters = await wavesOf('enps');
    expect(quarters).toHaveLength(2);
    for (const { questions } of quarters) expect(questions[0]!.kind).toBe('zeroToTen');
    const apart = Date.parse(quarters[1]!.opensOn) - Date.parse(quarters[0]!.opensOn);
    expect(apart / dayMs).toBeGreaterThanOrEqual(89);
  });

  it('has a result of each, and nobody who was asked is left', async () => {
    const trend = async (key: string) => {
      const { surveyTrend } = await hr.ask<{ surveyTrend: { cell: { people: number } }[] }>(
        `query ($id: ID!) { surveyTrend(surveyId: $id, item: "participation", groupId: "all") { cell { people } } }`,
        { id: surveys[key] },
      );
      return surveyTrend.map(({ cell }) => cell.people);
    };
    expect((await trend('pulse')).slice(0, weeks)).toEqual(Array(weeks).fill(people.length));
    expect(await trend('enps')).toEqual([people.length, people.length]);
    const left = await laurel.sql(
      `select from survey_ticket join survey_wave wave on wave.id = wave_id where wave.status <> 'open'`,
    );
    expect(left).toEqual([]);
  });
});
