import { Rational } from '@laurel/shared/core';
import { compatible } from './compatible.js';
import { cellsOf, sizeOf, withAncestors, type Group, type Unit } from './cell.js';
import { linkOf, type Pair } from './driver.js';
import { isMeasured, scaleOf, type QuestionKind } from './scale.js';
import { compositeOf, meanOf } from './score.js';
import type { Sheet } from './sheet.js';
import { disclosed, isSafe, mergedInto, type Rules } from './suppression.js';

/** A figure that may be shown: `item` is a question's id, `participation`, `driver:…` or `link:…`. */
export type Figure = {
  readonly item: string;
  readonly groupId: string;
  readonly people: number;
  /** How often each step was given; of participation: invited, started, and of all: completed, answers. */
  readonly counts: number[];
  /** Exact mean of people, for a driver. */
  readonly mean: string | null;
  /** How a question goes with the score, where that is more than noise. */
  readonly correlation: string | null;
};
/** What a figure needs to know of a question. */
export type Asked = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly driver: string | null;
  readonly positive: boolean;
  readonly options: readonly unknown[];
};

/** Everything a wave is computed from; it is whole only in memory. */
export type WaveFacts = {
  readonly groups: readonly Group[];
  readonly questions: readonly Asked[];
  readonly invited: readonly Unit[];
  readonly sheets: readonly Sheet[];
  readonly threshold: number;
};

/** Every figure that the wave publishes, to whomever: what is not here is told to nobody. */
export function figuresOf(wave: WaveFacts, rules: Rules = {}): Figure[] {
  const members = membersOf(wave);
  const questions = wave.questions.flatMap((each) => questionFigures(wave, members, each, rules));
  return [
    ...participation(wave, members, rules),
    ...questions,
    ...compatible(wave, questions, [...driverFigures(wave, members, rules), ...links(wave)]),
  ];
}

/** The sheets of each group, everybody below it included. */
type Members = ReadonlyMap<string, readonly Sheet[]>;

function membersOf({ groups, sheets }: WaveFacts): Members {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const found = new Map<string, Sheet[]>(groups.map(({ id }) => [id, []]));
  for (const sheet of sheets)
    for (const id of withAncestors(sheet.groups, parents)) found.get(id)?.push(sheet);
  return found;
}

const figure = (item: string, groupId: string, people: number, more: Partial<Figure>): Figure => ({
  item,
  groupId,
  people,
  counts: [],
  mean: null,
  correlation: null,
  ...more,
});

export const answered = (sheet: Sheet, { id, kind }: Asked): boolean =>
  kind === 'text' ? id in sheet.comments : id in sheet.scores;

function participation(wave: WaveFacts, members: Members, rules: Rules): Figure[] {
  const { groups, sheets, invited, questions, threshold } = wave;
  const cells = cellsOf(groups, invited);
  const complete = (sheet: Sheet) => questions.every((question) => answered(sheet, question));
  return [...disclosed(groups, [sheets, invited], threshold, rules)].map((id) => {
    const here = members.get(id)!;
    const given = here.reduce(
      (sum, sheet) => sum + questions.filter((question) => answered(sheet, question)).length,
      0,
    );
    // Who left something out is told of no group but the whole.
    const detail = id === groups[0]?.id ? [here.filter(complete).length, given] : [];
    const counts = [sizeOf(cells, id), here.length, ...detail];
    return figure('participation', id, here.length, { counts });
  });
}

function questionFigures(
  { groups, sheets, invited, threshold }: WaveFacts,
  members: Members,
  question: Asked,
  rules: Rules,
): Figure[] {
  const scale = scaleOf(question.kind, question.options.length);
  if (!scale) return [];
  const units = sheets.filter((sheet) => answered(sheet, question));
  const shown = disclosed(groups, [units, sheets, invited], threshold, rules);
  return [...shown].map((id) => {
    const counts = Array.from({ length: scale.max - scale.min + 1 }, () => 0);
    for (const sheet of members.get(id)!)
      if (answered(sheet, question)) counts[sheet.scores[question.id]! - scale.min]! += 1;
    return figure(
      question.id,
      id,
      counts.reduce((sum, count) => sum + count, 0),
      { counts },
    );
  });
}

/** Answers of five-point questions, turned where agreeing speaks ill. */
const favour = (sheet: Sheet, { id, positive }: Asked): number | null => {
  const value = sheet.scores[id];
  return value === undefined ? null : positive ? value : 6 - value;
};

function driverFigures(wave: WaveFacts, members: Members, rules: Rules): Figure[] {
  const rated = wave.questions.filter(({ kind, driver }) => kind === 'agreement' && driver);
  const drivers = [...new Set(rated.map(({ driver }) => driver!))];
  return drivers.flatMap((driver) =>
    driverFigure(
      wave,
      members,
      driver,
      rated.filter((question) => question.driver === driver),
      rules,
    ),
  );
}

/**
 * The mean of people over a driver's questions. Compared with the figures of the questions it tells of those who left
 * one out: they have to be nobody or enough, in each group and beside it.
 */
function driverFigure(
  { groups, sheets, invited, threshold }: WaveFacts,
  members: Members,
  driver: string,
  questions: readonly Asked[],
  rules: Rules,
): Figure[] {
  const rated = sheets.filter((sheet) => questions.some((question) => answered(sheet, question)));
  const partly = questions.map((question) => rated.filter((sheet) => !answered(sheet, question)));
  const shown = disclosed(groups, [rated, sheets, invited], threshold, rules, partly);
  return [...shown].map((id) => {
    const people = members
      .get(id)!
      .filter((sheet) => questions.some((question) => answered(sheet, question)));
    const means = people.map((sheet) => compositeOf(questions.map((each) => favour(sheet, each)))!);
    return figure(`driver:${driver}`, id, people.length, { mean: meanOf(means)!.toText() });
  });
}

/** What goes with the score, for everybody together only, and where those who answered one of the two are nobody or enough. */
function links({ groups, questions, sheets, threshold }: WaveFacts): Figure[] {
  const score = questions.find(({ kind }) => kind === 'zeroToTen');
  if (!score) return [];
  return questions
    .filter(({ id, kind }) => id !== score.id && isMeasured(kind))
    .flatMap(({ id }) => {
      const has = (one: string) => sheets.filter(({ scores }) => one in scores);
      const both = has(id).filter(({ scores }) => score.id in scores);
      const alone = [id, score.id].map((one) => has(one).length - both.length);
      if (!alone.every((count) => isSafe(count, threshold))) return [];
      const pairs = both.map(({ scores }): Pair => [scores[id]!, scores[score.id]!]);
      const link = linkOf(pairs);
      if (!link) return [];
      return figure(`link:${id}`, groups[0]!.id, link.pairs, {
        correlation: String(link.correlation),
      });
    });
}

/**
 * The answers that may be kept singly: those of questions whose figure for everybody is published, as they say no
 * more than it does. Fewer would tell whoever reads the database what nobody is told.
 */
export function answersTold(
  { groups, sheets }: WaveFacts,
  figures: readonly Figure[],
): [questionId: string, value: number][] {
  const told = new Set(
    figures.filter(({ groupId }) => groupId === groups[0]?.id).map(({ item }) => item),
  );
  return sheets.flatMap(({ scores }) => Object.entries(scores).filter(([id]) => told.has(id)));
}

export type Remark = { questionId: string; groupId: string; text: string; mailbox: string | null };

/** Comments, each under the smallest team that has enough of them; none where even all are too few. */
export function remarksOf(
  { groups, questions, sheets, invited }: WaveFacts,
  threshold: number,
): Remark[] {
  const teams = groups.filter(({ dimension }) => dimension === 'all' || dimension === 'team');
  const names = new Set(teams.map(({ id }) => id));
  return questions
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ id }) => {
      const units = sheets.filter(({ comments }) => id in comments);
      const shown = disclosed(teams, [units, sheets, invited], threshold);
      return units.flatMap((sheet) => {
        const team = sheet.groups.find((group) => names.has(group)) ?? groups[0]!.id;
        const groupId = mergedInto(teams, team, shown);
        const mailbox = sheet.mailboxes[id] ?? null;
        return groupId ? [{ questionId: id, groupId, text: sheet.comments[id]!, mailbox }] : [];
      });
    });
}

/** A stored mean. */
export const readMean = (mean: string): number => {
  const { numerator, denominator } = Rational.parse(mean);
  return Number(numerator) / Number(denominator);
};
