import { answersIn, type Bands } from './score.js';

/** For 95 %. */
export const z95 = 1.959964;

export type Interval = { readonly low: number; readonly high: number };
type Spread = { readonly center: number; readonly error: number };

/** The variance of one vote, as a share: promoters + detractors − (promoters − detractors)². */
export const voteVariance = (promoters: number, detractors: number): number =>
  Math.max(0, promoters + detractors - (promoters - detractors) ** 2);

/** The score in points and its standard error; undefined when nobody answered. */
export const waldSpread = (bands: Bands): Spread | undefined => spread(bands, 0);

/** Wald's interval: without width when all agree, so it is for comparison only. */
export function waldInterval(bands: Bands, z = z95): Interval | undefined {
  const found = waldSpread(bands);
  return found && around(found, z);
}

/**
 * The interval that is shown: three more answers, three quarters of one promoter and one detractor
 * each; narrower when a good part of all that were asked has answered. In points, within ±100.
 */
export function adjustedInterval(bands: Bands, population?: number, z = z95): Interval | undefined {
  if (answersIn(bands) === 0) return undefined;
  const { center, error } = spread(bands, 0.75)!;
  const correction = population === undefined ? 1 : finiteCorrection(answersIn(bands), population);
  const { low, high } = around({ center, error: error * correction }, z);
  return { low: Math.max(-100, low), high: Math.min(100, high) };
}

/** √((N − n) ÷ (N − 1)): 0 when everybody answered. */
export const finiteCorrection = (answers: number, population: number): number =>
  answers >= population ? 0 : Math.sqrt((population - answers) / (population - 1));

/** A difference between two waves, in points, and whether it is more than noise. */
export type Change = {
  readonly difference: number;
  readonly z: number;
  readonly clear: boolean;
};

/** What changed between two independent waves; undefined when one of them has no answers. */
export function changeOf(before: Bands, after: Bands, critical = z95): Change | undefined {
  const [first, second] = [waldSpread(before), waldSpread(after)];
  return first && second && compared(first, second, critical);
}

export type Sample = { readonly mean: number; readonly variance: number; readonly count: number };

/** The same for means of any scale. */
export function changeOfMeans(before: Sample, after: Sample, critical = z95): Change | undefined {
  if (before.count === 0 || after.count === 0) return undefined;
  const asSpread = ({ mean, variance, count }: Sample): Spread => ({
    center: mean,
    error: Math.sqrt(variance / count),
  });
  return compared(asSpread(before), asSpread(after), critical);
}

function compared(first: Spread, second: Spread, critical: number): Change {
  const difference = second.center - first.center;
  const error = Math.hypot(first.error, second.error);
  const z = difference === 0 ? 0 : difference / error;
  return { difference, z, clear: Math.abs(z) >= critical };
}

function spread(bands: Bands, added: number): Spread | undefined {
  const answers = answersIn(bands) + 4 * added;
  if (answers === 0) return undefined;
  const promoters = (bands.promoters + added) / answers;
  const detractors = (bands.detractors + added) / answers;
  const error = 100 * Math.sqrt(voteVariance(promoters, detractors) / answers);
  return { center: 100 * (promoters - detractors), error };
}

const around = ({ center, error }: Spread, z: number): Interval => ({
  low: center - z * error,
  high: center + z * error,
});
