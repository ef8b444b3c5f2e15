import { groupBy } from '@laurel/shared/core';
import { getNamedType, isObjectType, type GraphQLOutputType } from 'graphql';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { solvable } from '../harness/linear-algebra.js';
import { join } from '../harness/organization.js';
import { committedSchema, rootFields } from '../harness/schema.js';
import { crowd, surveyKey, type Crowd, type Member } from '../harness/survey-crowd.js';

const threshold = 5;

type Cell = { item: string; groupId: string; people: number; counts: number[] };
type Told = { cells: Cell[]; comments: { groupId: string; text: string }[] };
/** What a list of people sums to is known. */
type Known = { item: string; who: string; groupId: string; set: Member[]; told: number };

const reportQuery = `query ($id: ID!) { surveyReport(waveId: $id) {
  cells { item groupId people counts } comments { groupId text } } }`;

/** Asks for the figure of every item and group, a request for every few. */
async function trends(browser: Browser, { surveyId }: Crowd, wanted: Cell[]): Promise<Cell[]> {
  const found: Cell[] = [];
  for (let start = 0; start < wanted.length; start += 10) {
    const fields = wanted
      .slice(start, start + 10)
      .map(
        ({ item, groupId }, i) =>
          `t${i}: surveyTrend(surveyId: "${surveyId}", item: "${item}", groupId: "${groupId}") { cell { item groupId people counts } }`,
      );
    const data = await browser.ask<Record<string, { cell: Cell }[]>>(`{ ${fields.join(' ')} }`);
    found.push(...Object.values(data).flatMap((points) => points.map(({ cell }) => cell)));
  }
  return found;
}

/** Everything that a wave tells to anybody: all roles put together what they see. */
async function everythingTold(one: Crowd, browsers: readonly Browser[]): Promise<Told> {
  const told: Told = { cells: [], comments: [] };
  const groups = [...new Set(one.members.flatMap((member) => [...member.groups]))];
  const items = ['participation', 'driver:team', ...one.questions];
  const wanted = items.flatMap((item) =>
    groups.map((groupId) => ({ item, groupId, people: 0, counts: [] })),
  );
  for (const browser of browsers) {
    const { data } = await browser.send(reportQuery, { id: one.waveId });
    const report = data?.surveyReport as Told | undefined;
    told.cells.push(...(report?.cells ?? []), ...(await trends(browser, one, wanted)));
    told.comments.push(...(report?.comments ?? []));
  }
  const distinct = new Map(told.cells.map((cell) => [`${cell.item} ${cell.groupId}`, cell]));
  return { cells: [...distinct.values()], comments: told.comments };
}

/** The sums that follow: of those who answered, and of those who were asked. */
function knownFrom({ cells }: Told, { members, questions }: Crowd): Known[] {
  const answered = (item: string) => (member: Member) =>
    item === 'participation'
      ? Object.keys(member.answers).length > 0
      : (item.startsWith('driver:') ? questions[1]! : item) in member.answers;
  return cells.flatMap(({ item, groupId, people, counts }) => {
    const within = members.filter(({ groups }) => groups.has(groupId));
    const asked = { item, who: 'asked', groupId, set: within };
    return [
      { item, who: 'answered', groupId, set: within.filter(answered(item)), told: people },
      { ...asked, told: item === 'participation' ? counts[0]! : within.length },
    ];
  });
}

/** People of whom fewer than the threshold can be worked out; they are told apart by no known group. */
function victims(known: readonly Known[]): string[][] {
  const kinds = groupBy(known, ({ item, who }) => `${item} ${who}`);
  return [...kinds].flatMap(([kind, sums]) => {
    const cells = new Map<string, Member[]>();
    for (const member of new Set(sums.flatMap(({ set }) => set))) {
      const key = sums.map(({ set }) => (set.includes(member) ? 1 : 0)).join('');
      cells.set(key, [...(cells.get(key) ?? []), member]);
    }
    const keys = [...cells.keys()];
    const rows = sums.map(
      (_, i) => new Set(keys.flatMap((key, cell) => (key[i] === '1' ? [cell] : []))),
    );
    const sizes = [...cells.values()].map((people) => people.length);
    return solvable(rows, sizes, threshold).map((set) => [kind, ...set.map(String)]);
  });
}

describe('everything that all roles together can ask', () => {
  let laurel: Laurel;
  const crowds: Crowd[] = [];
  const told: Told[] = [];

  beforeAll(async () => {
    laurel = await startLaurel({ SURVEY_KEY: surveyKey });
    for (const size of [30, 40, 70]) {
      const one = await crowd(laurel, size);
      const lead = one.members.find(({ role }) => role === 'manager')!;
      const browsers = [one.hr, one.admin, await join(laurel, one.admin, lead.id)];
      for (const role of ['rep', 'finance']) {
        const member = one.members.findLast((each) => each.role === role);
        if (member) browsers.push(await join(laurel, one.admin, member.id));
      }
      crowds.push(one);
      told.push(await everythingTold(one, browsers));
    }
  }, 180_000);
  afterAll(() => laurel?.stop());

  it('comes from fields that this test looks at', () => {
    const schema = committedSchema();
    const figures = new Set(['SurveyCell', 'SurveyComment', 'SurveyLink', 'SurveyResult']);
    const reaches = (type: GraphQLOutputType, seen = new Set<string>()): boolean => {
      const named = getNamedType(type);
      if (figures.has(named.name)) return true;
      if (!isObjectType(named) || seen.has(named.name)) return false;
      seen.add(named.name);
      return Object.values(named.getFields()).some((field) => reaches(field.type, seen));
    };
    const telling = rootFields(schema).filter(({ field }) => reaches(field.type));
    expect(telling.map(({ coordinate }) => coordinate).sort()).toEqual([
      'Mutation.replyToSurveyComment',
      'Query.surveyReport',
      'Query.surveyTrend',
    ]);
  });

  it('is what was answered, and more than one group of it', () => {
    for (const [i, one] of crowds.entries()) {
      const known = knownFrom(told[i]!, one);
      expect(known.filter(({ set, told: sum }) => set.length !== sum)).toEqual([]);
      expect(new Set(known.map(({ groupId }) => groupId)).size).toBeGreaterThan(2);
    }
  });

  it('tells of no set of people below the threshold by any linear algebra', () => {
    for (const [i, one] of crowds.entries()) expect(victims(knownFrom(told[i]!, one))).toEqual([]);
  });

  it('stands in files, too, and nothing else does', async () => {
    const [one] = crowds;
    const rep = one!.members.findLast(({ role }) => role === 'rep')!;
    for (const browser of [one!.hr, await join(laurel, one!.admin, rep.id)]) {
      const response = await browser.fetch(`/exports/survey.csv?wave=${one!.waveId}`);
      const rows = (await response.text()).trim().split('\n').slice(1);
      const { data } = await browser.send(reportQuery, { id: one!.waveId });
      const { cells } = data!.surveyReport as Told;
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map((row) => Number(row.split(',')[4]))).toEqual(
        cells.map(({ people }) => people),
      );
    }
    for (const [stranger, status] of [
      [one!.admin, 404],
      [laurel.browser(), 401],
    ] as const)
      expect((await stranger.fetch(`/exports/survey.csv?wave=${one!.waveId}`)).status).toBe(status);
  });

  it('shows comments of groups only in which at least ten wrote one', () => {
    for (const [i] of crowds.entries()) {
      const groups = new Set(told[i]!.comments.map(({ groupId }) => groupId));
      for (const groupId of groups) {
        const here = new Set(
          told[i]!.comments.filter((each) => each.groupId === groupId).map(({ text }) => text),
        );
        expect(here.size).toBeGreaterThanOrEqual(2 * threshold);
      }
    }
  });

  it('finds victims where figures are published by the size of their group alone', async () => {
    const found: string[][] = [];
    for (const [i, one] of crowds.entries()) {
      await publishBySize(laurel, one);
      const more = await everythingTold(one, [one.hr]);
      expect(more.cells.length).toBeGreaterThan(told[i]!.cells.length);
      found.push(...victims(knownFrom(more, one)));
    }
    expect(found.length).toBeGreaterThan(0);
  });
});

/** What a product would publish that knows a threshold, and neither remainder nor overlap. */
async function publishBySize(laurel: Laurel, one: Crowd): Promise<void> {
  const groups = [...new Set(one.members.flatMap((member) => [...member.groups]))];
  for (const groupId of groups) {
    const within = one.members.filter((member) => member.groups.has(groupId));
    for (const item of ['participation', one.questions[0]!]) {
      const people = within.filter(({ answers }) =>
        item === 'participation' ? Object.keys(answers).length : item in answers,
      ).length;
      if (people < threshold) continue;
      const counts =
        item === 'participation' ? [within.length, people] : [people, ...Array(10).fill(0)];
      await laurel.sql(
        `insert into survey_result (organization_id, wave_id, item, group_id, people, counts)
         select organization_id, id, $2, $3, $4, $5 from survey_wave where id = $1 on conflict do nothing`,
        [one.waveId, item, groupId, people, counts],
      );
    }
  }
}
