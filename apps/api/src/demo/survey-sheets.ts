import { scaleOf, type Driver, type QuestionKind, type Sheet } from '@laurel/survey/core';
import { randomFrom, type Random } from './random.js';
import { comments, driverMoods, teamMoods } from './survey-words.js';

type Asked = {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly driver: string | null;
  readonly positive: boolean;
};
type Person = {
  readonly team: string | undefined;
  readonly turn: number;
  /** How many of those who take part have answered yet, 1 being all. */
  readonly progress: number;
  readonly seed: number;
};
export type Filled = Pick<Sheet, 'scores' | 'comments'>;

const takePart = 0.92;
const usualMood = 0.66;
const betterEachTime = 0.01;

/** What somebody answers in a wave, the same for the same seed; nothing where they do not take part. */
export function filledSheet(
  asked: readonly Asked[],
  { team = '', turn, progress, seed }: Person,
): Filled | undefined {
  const random = randomFrom(1_000 * turn + seed);
  if (!random.chance(takePart * progress)) return undefined;
  const mood = usualMood + betterEachTime * turn + (teamMoods[team] ?? 0) + random.around(0.45) - 1;
  const scored = asked.filter(({ kind }) => kind !== 'text');
  const free = asked.filter(({ kind }) => kind === 'text');
  const text = comments[seed];
  return {
    scores: Object.fromEntries(
      scored.map((question) => [question.id, step(question, mood, random)]),
    ),
    comments: text ? Object.fromEntries(free.map(({ id }) => [id, text])) : {},
  };
}

function step({ kind, driver, positive }: Asked, mood: number, random: Random): number {
  const { min, max } = scaleOf(kind)!;
  const feeling = mood + (driverMoods[driver as Driver] ?? 0) + random.around(0.3) - 1;
  const part = Math.max(0, Math.min(1, positive ? feeling : 1 - feeling));
  return min + Math.round((max - min) * part);
}
