import type { Day } from '@laurel/shared/core';
import { addMonths } from './schedule.js';
import type { QuestionKind } from './scale.js';

/** Most questions of one pulse, unless the survey says less. */
export const mostQuestions = 10;
const restingWaves = 2;
const restingMonths = 3;

type Item = { readonly id: string; readonly kind: QuestionKind };
/** A wave that has been sent: its day and what it asked. */
export type Past = { readonly day: Day; readonly questionIds: readonly string[] };

/**
 * What the next wave asks, in the survey's order: those that rested longest come first; none that the last
 * two waves asked, but 0-10 every three months, and not more often.
 */
export function questionsOfWave(
  pool: readonly Item[],
  past: readonly Past[],
  day: Day,
  most: number,
): string[] {
  const waves = [...past].sort((a, b) => (a.day < b.day ? 1 : -1));
  const lastAsked = ({ id }: Item) =>
    waves.find((wave) => wave.questionIds.includes(id))?.day ?? '';
  const rested = pool.filter((item) => mayAsk(item, waves, pool, day));
  const chosen = [...rested]
    .sort((a, b) => (lastAsked(a) < lastAsked(b) ? -1 : lastAsked(a) > lastAsked(b) ? 1 : 0))
    .slice(0, Math.min(most, mostQuestions))
    .map(({ id }) => id);
  return pool.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
}

function mayAsk(item: Item, waves: readonly Past[], pool: readonly Item[], day: Day): boolean {
  if (item.kind !== 'zeroToTen')
    return !waves.slice(0, restingWaves).some(({ questionIds }) => questionIds.includes(item.id));
  // Its rest is counted in months alone: a quarterly survey asks it each time.
  const series = new Set(pool.filter(({ kind }) => kind === item.kind).map(({ id }) => id));
  const last = waves.find(({ questionIds }) => questionIds.some((id) => series.has(id)));
  return !last || addMonths(last.day, restingMonths) <= day;
}
