/** How a question can be answered. 0-10 and 1-10 are two series that never mix. */
export const questionKinds = ['zeroToTen', 'oneToTen', 'agreement', 'choice', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** From the lowest to the highest answer; promoters and passives begin at their bounds. */
export type Scale = {
  readonly min: number;
  readonly max: number;
  readonly promotersFrom: number | null;
  readonly passivesFrom: number | null;
};

const scales: Readonly<Record<Exclude<QuestionKind, 'choice' | 'text'>, Scale>> = {
  zeroToTen: { min: 0, max: 10, promotersFrom: 9, passivesFrom: 7 },
  oneToTen: { min: 1, max: 10, promotersFrom: 9, passivesFrom: 7 },
  agreement: { min: 1, max: 5, promotersFrom: null, passivesFrom: null },
};

/** The scale that is stored with each answer; null for text. A choice counts its options from 0. */
export function scaleOf(kind: QuestionKind, options = 0): Scale | null {
  if (kind === 'text') return null;
  if (kind !== 'choice') return scales[kind];
  return { min: 0, max: options - 1, promotersFrom: null, passivesFrom: null };
}

/** Is this a whole step of the scale? */
export const isOnScale = ({ min, max }: Scale, value: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

/** Do answers in steps of this kind have a mean? Choices have an order only by accident. */
export const isMeasured = (kind: QuestionKind): boolean => kind !== 'choice' && kind !== 'text';
