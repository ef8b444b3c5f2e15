import { createHash, createHmac } from 'node:crypto';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, addTeam, found, join, place } from '../harness/organization.js';
import { answer, openWave, secret, waveClosed } from '../harness/survey.js';
import {
  bestGuess,
  correlation,
  derivedFrom,
  fewestAlike,
  inCommon,
  ordersOf,
  steal,
  type StolenRow,
} from '../harness/theft.js';

const key = 'a key that no database and no backup of it holds';
const size = 200;
const threshold = 5;
/** Of two hundred in an order drawn by lot: five times what they usually go with it. */
const noMoreThanChance = 0.35;
/** Around those at which rows are written again. */
const moments = [1, 4, 5, 6, 9, 10, 11, 14, 15, 16, 19, 20, 21, 25, 26];
const answerTables = [
  'survey_answer',
  'survey_comment',
  'survey_reply',
  'survey_result',
  'survey_sheet',
];

/** Two hundred people answer one after the other; each answer is higher than the last. */
describe('a stolen database', () => {
  let laurel: Laurel;
  let hr: Browser;
  let waveId: string;
  let people: string[];
  let questions: Record<string, string>;
  const secrets = Array.from({ length: size }, secret);
  const open: StolenRow[] = [];
  const fewest: { answered: number; tickets: number; sheets: number }[] = [];

  beforeAll(async () => {
    laurel = await startLaurel({ SURVEY_KEY: key });
    const admin = await found(laurel, 'Alder', 'ada@alder.example');
    const team = await addTeam(admin, 'North');
    const ids = await addPeople(
      admin,
      Array.from({ length: size }, (_, i) => ({ name: `Person ${i}`, role: 'rep', hr: i === 0 })),
    );
    people = Object.values(ids);
    await place(admin, team, people);
    hr = await join(laurel, admin, people[0]!);
    const { surveyQuestions } = await hr.ask<{ surveyQuestions: { id: string; key: string }[] }>(
      `{ surveyQuestions { id key } }`,
    );
    questions = Object.fromEntries(surveyQuestions.map((question) => [question.key, question.id]));
    const questionIds = ['enps', 'team.trust', 'voice.change'].map((name) => questions[name]);
    const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
      `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
      { input: { name: 'Pulse', cadence: 'once', anchor: '2024-01-01', questionIds } },
    );
    waveId = await openWave(laurel, hr, saveSurvey.id);
    for (let i = 0; i < size; i++) {
      await hand(i);
      if (moments.includes(i + 1)) fewest.push(await sizes(i + 1));
    }
    open.push(...(await steal(laurel)));
  }, 120_000);
  afterAll(() => laurel?.stop());

  /** By the link of a mail, in nobody's session. */
  const hand = async (i: number) => {
    const ticket = createHmac('sha256', key).update(`ticket ${waveId} ${people[i]}`).digest('hex');
    const answers = [
      { question: questions.enps, value: Math.floor((i * 11) / size) },
      { question: questions['team.trust'], value: 1 + Math.floor((i * 5) / size) },
      { question: questions['voice.change'], text: `words of number ${i}`, mailbox: secret() },
    ];
    const refused = await answer(laurel.browser(), { ticket, secret: secrets[i], answers });
    if (refused) throw new Error(refused);
  };
  const sizes = async (answered: number) => {
    const [row] = await laurel.sql<{ tickets: number; sheets: number }>(
      `select (select min(alike) from (select count(*)::int as alike from survey_ticket
                 where receipt is not null group by xmin::text) spent) as tickets,
         (select min(alike) from (select count(*)::int as alike from survey_sheet group by xmin::text) given) as sheets`,
    );
    return { answered, ...row! };
  };
  const of = (rows: readonly StolenRow[], ...tables: string[]) =>
    rows.filter(({ table }) => tables.includes(table));
  const spent = () => of(open, 'survey_ticket').filter(({ values }) => values.receipt);
  const numberOfSheet = new Map(
    secrets.map((one, i) => [createHash('sha256').update(`sheet ${one}`).digest('hex'), i]),
  );

  it('tells each ticket and sheet from no fewer than the threshold, at any moment', () => {
    const wanted = ({ answered }: { answered: number }) => Math.min(answered, threshold);
    expect(fewest.filter((one) => one.tickets < wanted(one) || one.sheets < wanted(one))).toEqual(
      [],
    );
    expect(spent()).toHaveLength(size);
    expect(fewestAlike(spent())).toBeGreaterThanOrEqual(threshold);
    expect(fewestAlike(of(open, 'survey_sheet'))).toBeGreaterThanOrEqual(threshold);
  });

  it('lays people and answers side by side in no order, while the wave runs', async () => {
    const chunks = await laurel.sql<{ key: string }>(
      `select encode(key, 'hex') as key from survey_sheet
       join lateral (select sealed) as given on true order by pg_column_toast_chunk_id(survey_sheet.sealed)`,
    );
    const sheets = of(open, 'survey_sheet');
    for (const sheet of sheets)
      sheet.values.chunk = String(
        chunks.findIndex(({ key: own }) => own === sheet.values.key),
      ).padStart(4, '0');
    const isRight = (ticket: StolenRow, sheet: StolenRow) =>
      people[numberOfSheet.get(sheet.values.key!)!] === ticket.values.member_id;
    expect(sheets.every(({ values }) => numberOfSheet.has(values.key!))).toBe(true);
    expect(bestGuess(spent(), sheets, isRight).right).toBeLessThan(size / threshold);
  });

  it('has nothing in common between them, and nothing that one is made of', () => {
    const sheets = of(open, 'survey_sheet');
    const organizationId = sheets[0]!.values.organization_id!;
    const rest = open.filter(({ table }) => table !== 'survey_sheet');
    expect(inCommon(sheets, rest)).toEqual(new Set([organizationId, waveId]));
    const keys = new Set(numberOfSheet.keys());
    const made = spent().flatMap((ticket) =>
      [...derivedFrom(ticket, key)].filter((value) => keys.has(value)),
    );
    expect(made).toEqual([]);
    expect(JSON.stringify(open)).not.toContain('words of number');
  });

  it('knows of no time, day or device of an answer', async () => {
    const columns = await laurel.sql<{ column: string }>(
      `select table_name || '.' || column_name as column from information_schema.columns
       where table_name = any ($1) and data_type ~ 'time|date|inet|serial|bigint'`,
      [[...answerTables, 'survey_ticket']],
    );
    expect(columns.map(({ column }) => column)).toEqual(['survey_reply.written_on']);
  });

  it('has nobody left once the wave has closed, and answers in no order', async () => {
    await hr.ask(`mutation ($id: ID!) { closeSurveyWave(id: $id) { id } }`, { id: waveId });
    await waveClosed(hr, waveId);
    const closed = await steal(laurel);
    expect(of(closed, 'survey_ticket', 'survey_sheet')).toEqual([]);
    const given = (name: string) =>
      of(closed, 'survey_answer').filter(({ values }) => values.question_id === questions[name]);
    const lists = [given('enps'), given('team.trust'), of(closed, 'survey_comment')];
    for (const list of lists) expect(list).toHaveLength(size);
    const number = ({ values }: StolenRow) =>
      Number(values.value ?? values.text!.replace(/\D+/, ''));
    const inOrder = lists.map((list) =>
      ordersOf(list)
        .filter(([by]) => !['value', 'text'].includes(by))
        .map(([, rows]) => rows.map(number)),
    );
    for (const order of inOrder.flat())
      expect(Math.abs(correlation(order))).toBeLessThan(noMoreThanChance);
    const [scores, trust] = inOrder;
    for (const [i, order] of scores!.entries()) {
      const beside = order.map((score, at) => ({ score, trust: trust![i]![at]! }));
      const sorted = beside.sort((one, other) => one.score - other.score);
      const goes = correlation(sorted.map((pair) => pair.trust));
      expect(Math.abs(goes)).toBeLessThan(noMoreThanChance);
    }
  });

  it('keeps nothing in common of people and answers afterwards', async () => {
    const closed = await steal(laurel);
    const answers = of(closed, ...answerTables);
    const questionsAndWaves = of(
      closed,
      'survey_question',
      'survey_wave',
      'survey',
      'organization',
      'team',
    );
    const rest = closed.filter(
      (row) => !answers.includes(row) && !questionsAndWaves.includes(row) && row.table !== 'outbox',
    );
    expect(rest.length).toBeGreaterThan(3 * size);
    const known = new Set(questionsAndWaves.flatMap(({ values }) => Object.values(values)));
    expect([...inCommon(answers, rest)].filter((value) => !known.has(value))).toEqual([]);
    const names = new Set(people);
    expect(
      answers.filter((row) => Object.values(row.values).some((value) => names.has(value))),
    ).toEqual([]);
  });
});
