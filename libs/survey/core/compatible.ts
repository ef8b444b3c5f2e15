import { groupBy } from '@laurel/shared/core';
import { withAncestors } from './cell.js';
import type { Asked, Figure, WaveFacts } from './figures.js';
import type { Sheet } from './sheet.js';
import { isSolvable } from './solvable.js';

/** Divides by how many questions somebody answered, up to ten, without a rest. */
const whole = 2_520;

/** How much somebody's answer to a question counts in a figure. */
type Weigh = (sheet: Sheet, question: Asked) => number;

/**
 * Of the figures that combine answers (means of drivers, what goes with the score) those that tell of no few people
 * beside the figures of the questions: the ones preferred least are left out first. A correlation is taken for as much
 * as the sums of both its questions.
 */
export function compatible(
  wave: WaveFacts,
  told: readonly Figure[],
  combined: readonly Figure[],
): Figure[] {
  const weights = weightsOf(wave);
  const tells = (questions: readonly Asked[], figures: readonly Figure[]) => {
    const ids = new Set(questions.map(({ id }) => id));
    const own = told.filter(({ item }) => ids.has(item));
    return tellsOfFew(wave, questions, [...own, ...figures].map(weights));
  };
  const blockOf = (driver: string | null) =>
    wave.questions.filter(({ kind, driver: own }) => kind === 'agreement' && own === driver);
  const kept: Figure[] = [];
  const drivers = groupBy(
    combined.filter(({ item }) => item.startsWith('driver:')),
    ({ item }) => item,
  );
  for (const [item, figures] of drivers) {
    const block = blockOf(item.slice('driver:'.length));
    while (block.length > 1 && figures.length && tells(block, figures)) figures.pop();
    kept.push(...figures);
  }
  const score = wave.questions.find(({ kind }) => kind === 'zeroToTen')!;
  for (const link of combined.filter(({ item }) => item.startsWith('link:'))) {
    const question = wave.questions.find(({ id }) => link.item === `link:${id}`)!;
    const block = question.kind === 'agreement' ? blockOf(question.driver) : [question];
    const beside = [...kept, link];
    const within = (items: readonly Asked[]) =>
      beside.filter(({ item }) =>
        items.some(({ id, driver }) => item === `link:${id}` || item === `driver:${driver}`),
      );
    const ofScore = beside.filter(({ item }) => item.startsWith('link:'));
    if (!tells(block, within(block)) && !tells([score], ofScore)) kept.push(link);
  }
  return kept;
}

function weightsOf({ groups, questions }: WaveFacts): (figure: Figure) => Weigh {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const around = new Map<string, Set<string>>();
  const within = (sheet: Sheet, groupId: string) => {
    const key = sheet.groups.join('|');
    if (!around.has(key)) around.set(key, withAncestors(sheet.groups, parents));
    return around.get(key)!.has(groupId);
  };
  const score = questions.find(({ kind }) => kind === 'zeroToTen');
  return ({ item, groupId }) => {
    const [kind, name = ''] = item.split(':');
    if (kind === 'link') return ({ scores }) => (name in scores && score!.id in scores ? whole : 0);
    const driven = questions.filter((each) => each.kind === 'agreement' && each.driver === name);
    return (sheet, { id }) => {
      if (!within(sheet, groupId)) return 0;
      if (kind !== 'driver') return id === item ? whole : 0;
      return whole / driven.filter((each) => each.id in sheet.scores).length;
    };
  };
}

/** Can something about a few be worked out from these sums of answers to these questions? */
function tellsOfFew(
  { sheets, threshold }: WaveFacts,
  questions: readonly Asked[],
  sums: readonly Weigh[],
): boolean {
  const unknowns = questions.flatMap((question) =>
    sheets.filter(({ scores }) => question.id in scores).map((sheet) => ({ sheet, question })),
  );
  const rows = sums.map((weigh) => unknowns.map(({ sheet, question }) => weigh(sheet, question)));
  return isSolvable(
    rows,
    unknowns.map(() => 1),
    threshold,
  );
}
