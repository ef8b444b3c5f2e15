import type { Browser } from './client.js';
import type { Wave } from './survey-waves.js';

/** What somebody was told of a wave. */
export type Cell = {
  item: string;
  groupId: string;
  people: number;
  counts: number[];
  mean: number | null;
};
export type Comment = { groupId: string; text: string };
export type Link = { question: { id: string }; people: number };
export type Told = {
  readonly cells: readonly Cell[];
  readonly comments: readonly Comment[];
  readonly links: readonly Link[];
};

const cellFields = '{ item groupId people counts mean }';
const report = `{ wave { id status answered } cells ${cellFields} comments { groupId text }
  links { question { id } people } }`;
/** The server takes no more of one request. */
const fieldsAtOnce = 15;

type Report = Told & { wave: { id: string; status: string; answered: number | null } };

/** The reports of waves, as far as somebody may read them. */
export async function reports(browser: Browser, waves: readonly Wave[]): Promise<Report[]> {
  const fields = waves.map(({ id }, i) => `w${i}: surveyReport(waveId: "${id}") ${report}`);
  const { data } = await browser.send(`{ ${fields.join(' ')} }`);
  if (data) return Object.values(data) as Report[];
  // One that is refused takes the others with it.
  const alone = waves.length > 1 ? waves.map((wave) => reports(browser, [wave])) : [];
  return (await Promise.all(alone)).flat();
}

/** Figures over all waves of a survey, by wave: of each item and group. */
export async function trends(
  browser: Browser,
  { crowd: { surveyId } }: Wave,
  wanted: readonly { item: string; groupId: string }[],
): Promise<(Cell & { waveId: string })[]> {
  const found: (Cell & { waveId: string })[] = [];
  for (let start = 0; start < wanted.length; start += fieldsAtOnce) {
    const fields = wanted
      .slice(start, start + fieldsAtOnce)
      .map(
        ({ item, groupId }, i) =>
          `t${i}: surveyTrend(surveyId: "${surveyId}", item: "${item}", groupId: "${groupId}") { wave { id } cell ${cellFields} }`,
      );
    type Point = { wave: { id: string }; cell: Cell };
    const data = await browser.ask<Record<string, Point[]>>(`{ ${fields.join(' ')} }`);
    for (const points of Object.values(data))
      found.push(...points.map(({ wave, cell }) => ({ ...cell, waveId: wave.id })));
  }
  return found;
}

/**
 * Everything that waves of one survey tell to anybody: the first of them is asked for the trend of every figure, all
 * others for that of the score. The answer is by wave.
 */
export async function everythingTold(
  waves: readonly Wave[],
  browsers: readonly Browser[],
): Promise<Told[]> {
  const groups = [...new Set(waves.flatMap(({ groups: all }) => all.map(({ id }) => id)))];
  const questions = [...new Set(waves.flatMap((wave) => wave.questions.map(({ id }) => id)))];
  const pairs = (items: readonly string[]) =>
    items.flatMap((item) => groups.map((groupId) => ({ item, groupId })));
  const inEvery = [questions[0]!];
  const rest = [
    'participation',
    ...questions.slice(1),
    'driver:leadership',
    `link:${questions[1]}`,
  ];
  const asked = await Promise.all(
    browsers.map(async (browser, i) => ({
      reports: await reports(browser, waves),
      points: await trends(browser, waves[0]!, pairs(i === 0 ? [...inEvery, ...rest] : inEvery)),
    })),
  );
  return waves.map(({ id }) => {
    const here = asked.flatMap((one) => one.reports.filter(({ wave }) => wave.id === id));
    const points = asked.flatMap((one) => one.points.filter(({ waveId }) => waveId === id));
    return {
      cells: distinct([
        ...here.flatMap(({ cells }) => cells),
        ...points.map(({ waveId: _, ...cell }) => cell),
      ]),
      comments: distinct(here.flatMap(({ comments }) => comments)),
      links: distinct(here.flatMap(({ links }) => links)),
    };
  });
}

const distinct = <T>(list: readonly T[]): T[] => [
  ...new Map(list.map((each) => [JSON.stringify(each), each])).values(),
];
