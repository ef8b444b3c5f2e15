import { figuresOf, type Rules } from '@laurel/survey/core';
import { getNamedType, isObjectType, type GraphQLOutputType } from 'graphql';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { Random, seededRandom } from '../harness/random.js';
import { committedSchema, rootFields } from '../harness/schema.js';
import { crowd, somePeople, surveyKey, type Crowd } from '../harness/survey-crowd.js';
import { addPeople, stir } from '../harness/survey-people.js';
import { untrue, victims } from '../harness/survey-sums.js';
import { everythingTold, reports, type Told } from '../harness/survey-told.js';
import {
  closeWaves,
  handIn,
  putDown,
  sendWaves,
  sheetOf,
  type Wave,
} from '../harness/survey-waves.js';

const threshold = 5;
const organizations = 20;
const wavesEach = 3;

describe('everything that all roles together can ask', () => {
  let laurel: Laurel;
  let crowds: Crowd[];
  /** By organisation, its waves in order. */
  let waves: Wave[][];
  let told: Told[][];
  /** As they were told when the first wave had just closed. */
  let toldFirst: Told[];
  const whileOpen: { figures: number; answered: number | null }[] = [];

  beforeAll(async () => {
    laurel = await startLaurel({ SURVEY_KEY: surveyKey });
    const random = seededRandom();
    const sizes = [30, 400];
    while (sizes.length < organizations) sizes.push(30 + random.below(random.below(370) + 1));
    const seed = random.below(2 ** 31);
    crowds = await Promise.all(
      sizes.map((size, i) => crowd(laurel, i, size, new Random(seed + i))),
    );
    waves = crowds.map(() => []);
    for (let number = 0; number < wavesEach; number++) {
      if (number) await Promise.all(crowds.map((one) => people(one, random)));
      const sent = (await sendWaves(laurel, crowds)).map((wave) => answered(wave, random));
      // One organisation answers by its links, and the others at once.
      if (number === 0) await handIn(laurel, sent[0]!);
      await putDown(laurel, number === 0 ? sent.slice(1) : sent);
      if (number === 0) await lookWhileOpen(sent);
      await closeWaves(laurel, sent);
      sent.forEach((wave, i) => waves[i]!.push(wave));
      if (number === 0) toldFirst = await inTurn(sent, (wave) => ofReports(wave));
    }
    told = await all();
  }, 480_000);
  afterAll(() => laurel?.stop());

  const browsersOf = ({ hr, admin, others }: Crowd): Browser[] => [hr, admin, ...others];
  const all = () => inTurn(waves, (those) => everythingTold(those, browsersOf(those[0]!.crowd)));
  const ofReports = async (wave: Wave): Promise<Told> => {
    const [report] = await reports(wave.crowd.hr, [wave]);
    return report!;
  };
  const everyWave = <T>(look: (wave: Wave, told: Told) => T[]): T[] =>
    waves.flatMap((those, i) => those.flatMap((wave, n) => look(wave, told[i]![n]!)));

  /** A few come, a few go, a few change their team: fewer than the threshold of each. */
  async function people(one: Crowd, random: Random): Promise<void> {
    const few = 1 + random.below(threshold - 1);
    const joiners = somePeople(few, one.teams, random);
    await stir(laurel, one.organizationId, { teams: one.teams, staying: one.readers, few });
    await addPeople(laurel, one.organizationId, joiners);
  }

  async function lookWhileOpen(sent: readonly Wave[]): Promise<void> {
    for (const wave of sent)
      for (const browser of browsersOf(wave.crowd))
        for (const { cells, comments, links, wave: now } of await reports(browser, [wave]))
          whileOpen.push({
            figures: cells.length + comments.length + links.length,
            answered: now.answered,
          });
  }

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

  it('is nothing while a wave runs, but how many have answered in batches of the threshold', () => {
    expect(whileOpen.length).toBeGreaterThan(2 * organizations);
    expect(whileOpen.filter(({ figures }) => figures > 0)).toEqual([]);
    const counts = whileOpen.flatMap(({ answered }) => (answered === null ? [] : [answered]));
    expect(counts.length).toBeGreaterThanOrEqual(organizations);
    expect(counts.filter((count) => count % threshold !== 0)).toEqual([]);
  });

  it('is what those answered who stood in a group when the wave was sent, and more than one group of it', () => {
    expect(everyWave(untrue)).toEqual([]);
    const groups = everyWave((_, { cells }) => [new Set(cells.map(({ groupId }) => groupId)).size]);
    expect(groups.filter((count) => count > 2).length).toBeGreaterThan(2 * organizations);
    expect(everyWave((_, { links }) => [...links]).length).toBeGreaterThan(0);
    const means = everyWave((_, { cells }) => cells.filter(({ item }) => item.includes(':')));
    expect(means.length).toBeGreaterThan(organizations);
    expect(new Set(waves.map(([, , last]) => last!.asked.length)).size).toBeGreaterThan(1);
  });

  it('tells of no set of people below the threshold by any linear algebra', () => {
    expect(everyWave(victims)).toEqual([]);
  });

  it('says the same of a wave after people have come, gone and changed their team', () => {
    const sorted = ({ cells, comments, links }: Told) =>
      [...cells, ...comments, ...links].map((each) => JSON.stringify(each)).sort();
    for (const [i, first] of toldFirst.entries())
      expect(sorted(told[i]![0]!)).toEqual(sorted(first));
  });

  it('stands in files, too, and nothing else does', async () => {
    const [wave] = waves[1]!;
    for (const browser of [wave!.crowd.hr, wave!.crowd.others.at(-1)!]) {
      const response = await browser.fetch(`/exports/survey.csv?wave=${wave!.id}`);
      const rows = (await response.text()).trim().split('\n').slice(1);
      const [report] = await reports(browser, [wave!]);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.map((row) => Number(row.split(',')[4]))).toEqual(
        report!.cells.map(({ people: count }) => count),
      );
    }
    for (const [stranger, status] of [
      [wave!.crowd.admin, 404],
      [laurel.browser(), 401],
    ] as const)
      expect((await stranger.fetch(`/exports/survey.csv?wave=${wave!.id}`)).status).toBe(status);
  });

  it('leaves in the audit trail that sheets came in, and neither whose nor what was in them', async () => {
    const { admin } = crowds[0]!;
    type Entry = { action: string; actor: object | null; objectIds: string[]; counts: object };
    const { auditEntries } = await admin.ask<{ auditEntries: { rows: Entry[]; total: number } }>(
      `{ auditEntries(page: { first: 200 }) { total rows { action actor { id } objectIds before after counts } } }`,
    );
    expect(auditEntries.rows).toHaveLength(auditEntries.total);
    const sheets = auditEntries.rows.filter(({ action }) => action === 'answerSurvey');
    expect(sheets).toHaveLength(waves[0]![0]!.sheets.size);
    for (const sheet of sheets)
      expect(sheet).toMatchObject({ actor: null, objectIds: [], before: null, after: null });
    const kinds = auditEntries.rows.flatMap(({ counts }) => Object.keys(counts));
    const telling = /^survey_(ticket|sheet|answer|comment|result|reply)$/;
    expect(kinds.filter((kind) => telling.test(kind))).toEqual([]);
    expect(kinds).toContain('survey_wave');
    expect(JSON.stringify(auditEntries)).not.toContain('words of');
  });

  it('shows comments of groups only in which at least ten wrote one', () => {
    const counts = everyWave((_, { comments }) =>
      [...new Set(comments.map(({ groupId }) => groupId))].map(
        (groupId) => comments.filter((each) => each.groupId === groupId).length,
      ),
    );
    expect(counts.length).toBeGreaterThan(organizations / 2);
    expect(counts.filter((count) => count < 2 * threshold)).toEqual([]);
  });

  const without: [string, Rules, number][] = [
    ['the rule of the remainder', { remainder: false, overlap: false }, threshold],
    ['any threshold', {}, 1],
  ];
  it.each(without)('would find people without %s', async (_, rules, least) => {
    const found: number[] = [];
    for (const [i, [wave]] of waves.slice(0, 8).entries()) {
      await publish(laurel, wave!, rules, least);
      const [more] = await reports(wave!.crowd.hr, [wave!]);
      expect(more!.cells.length).toBeGreaterThanOrEqual(told[i]![0]!.cells.length);
      found.push(victims(wave!, more!).length);
    }
    expect(found.filter((count) => count > 0).length).toBeGreaterThan(4);
  });
});

const answered = (wave: Omit<Wave, 'sheets'>, random: Random): Wave => ({
  ...wave,
  sheets: new Map(
    wave.asked.flatMap((one) => {
      const sheet = sheetOf(wave, one, random);
      return sheet ? [[one.id, sheet] as const] : [];
    }),
  ),
});

/** One after the other: each asks for all its readers at once. */
async function inTurn<T, R>(list: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const found: R[] = [];
  for (const each of list) found.push(await work(each));
  return found;
}

/** What a wave would publish that knows other rules, beside what it did. */
async function publish(laurel: Laurel, wave: Wave, rules: Rules, least: number): Promise<void> {
  const facts = {
    groups: wave.groups,
    questions: wave.questions.map(({ id, kind, key }) => ({
      id,
      kind: kind as 'agreement',
      driver: key.split('.')[0]!,
      positive: true,
      options: [],
    })),
    invited: wave.asked.map(({ own }) => ({ groups: own })),
    sheets: [...wave.sheets.values()],
    threshold: least,
  };
  const figures = figuresOf(facts, rules).filter(({ correlation }) => correlation === null);
  await laurel.sql(
    `insert into survey_result (organization_id, wave_id, item, group_id, people, counts, mean)
     select $1, $2, item, "groupId", people, counts, mean
     from jsonb_to_recordset($3::jsonb) as figure (item text, "groupId" text, people int, counts int[], mean text)
     on conflict do nothing`,
    [wave.crowd.organizationId, wave.id, JSON.stringify(figures)],
  );
}
