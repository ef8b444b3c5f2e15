import { groupBy } from '@laurel/shared/core';
import { solvable, type Sum } from './linear-algebra.js';
import type { Cell, Comment, Told } from './survey-told.js';
import type { Asked, Wave } from './survey-waves.js';

/** What a figure says: a sum of unknowns; the same system holds all about the same unknowns. */
type Known = { readonly system: string; readonly sum: Sum };

const sumOf = (unknowns: readonly string[]): Sum => new Map(unknowns.map((each) => [each, 1]));

/** Sets of fewer than the threshold of whom something follows from what a wave tells, by what it is about. */
export function victims(wave: Wave, told: Told, threshold = 5): string[][] {
  const systems = groupBy(knownFrom(wave, told), ({ system }) => system);
  return [...systems].flatMap(([system, known]) =>
    solvable(
      known.map(({ sum }) => sum),
      threshold,
    ).map((set) => [system, ...set]),
  );
}

/** Figures that are not of the people who stood in the group when the wave was sent. */
export function untrue(wave: Wave, { cells, links, comments }: Told): unknown[] {
  const facts = factsOf(wave);
  return [
    ...cells.filter((cell) => {
      const within = facts.within(cell.groupId);
      const given = within.filter(facts.gave(cell.item));
      const invited = cell.item === 'participation' ? cell.counts[0] : within.length;
      return given.length !== cell.people || within.length !== invited;
    }),
    ...links.filter(({ question, people }) => facts.pairs(question.id).length !== people),
    ...comments.filter(({ groupId, text }) => {
      const author = text.split(' ').at(-1)!;
      return !facts.within(groupId).some(({ id }) => id === author);
    }),
  ];
}

function factsOf({ asked, sheets, questions }: Wave) {
  const score = questions.find(({ kind }) => kind === 'zeroToTen');
  const has = (id: string, question: string) => {
    const sheet = sheets.get(id);
    return sheet !== undefined && (question in sheet.scores || question in sheet.comments);
  };
  /** Questions of a driver's name. */
  const rated = (item: string) =>
    questions
      .filter(({ kind, key }) => kind === 'agreement' && key.startsWith(`${item.slice(7)}.`))
      .map(({ id }) => id);
  return {
    score,
    has,
    rated,
    within: (groupId: string) => asked.filter(({ groups }) => groups.has(groupId)),
    gave:
      (item: string) =>
      ({ id }: Asked): boolean =>
        item === 'participation'
          ? sheets.has(id)
          : item.startsWith('driver:')
            ? rated(item).some((question) => has(id, question))
            : has(id, item),
    pairs: (question: string) =>
      asked.filter(({ id }) => score && has(id, score.id) && has(id, question)),
  };
}

function knownFrom(wave: Wave, { cells, comments, links }: Told): Known[] {
  const facts = factsOf(wave);
  // Questions of one driver are worked out together with its mean.
  const systemOf = (question: string) =>
    `answers to ${wave.questions.find(({ id }) => id === question)!.key.split('.')[0]}`;
  const said = (question: string, people: readonly Asked[]): Known => ({
    system: systemOf(question),
    sum: sumOf(people.map(({ id }) => `${question} ${id}`)),
  });
  const ofCell = ({ item, groupId }: Cell): Known[] => {
    const within = facts.within(groupId);
    const given = within.filter(facts.gave(item));
    const who = { system: `who gave ${item}`, sum: sumOf(within.map(({ id }) => id)) };
    if (item === 'participation') return [who];
    if (!item.startsWith('driver:')) return [who, said(item, given)];
    return [who, { system: systemOf(facts.rated(item)[0]!), sum: meanOf(given, facts, item) }];
  };
  return [
    ...cells.flatMap(ofCell),
    // Taken for as much as sums of both questions, which is more than a correlation tells.
    ...links.flatMap(({ question }) => [
      said(question.id, facts.pairs(question.id)),
      said(facts.score!.id, facts.pairs(question.id)),
    ]),
    ...commentsOf(wave, comments),
  ];
}

/** Twice the mean of a driver of two questions: an answer alone counts twice. */
function meanOf(people: readonly Asked[], facts: ReturnType<typeof factsOf>, item: string): Sum {
  return new Map(
    people.flatMap(({ id }) => {
      const answered = facts.rated(item).filter((question) => facts.has(id, question));
      return answered.map((question) => [`${question} ${id}`, 2 / answered.length] as const);
    }),
  );
}

/** Comments stand under one group only: whoever is in no smaller one that has some wrote them. */
function commentsOf({ asked, groups }: Wave, comments: readonly Comment[]): Known[] {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const shown = new Set(comments.map(({ groupId }) => groupId));
  const placeOf = ({ own }: Asked) => {
    for (let at: string | null | undefined = own[0]; at; at = parents.get(at))
      if (shown.has(at)) return at;
    return undefined;
  };
  return [...shown].map((groupId) => ({
    system: 'who commented',
    sum: sumOf(asked.filter((one) => placeOf(one) === groupId).map(({ id }) => id)),
  }));
}
