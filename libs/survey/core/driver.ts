import { z95 } from './interval.js';

/** Fewer pairs than this say nothing about what goes with what. */
const fewestPairs = 30;

export type Pair = readonly [answer: number, score: number];
export type Link = { readonly correlation: number; readonly pairs: number };

/** How answers to a question go with the score; undefined when that is no more than noise, by Fisher's z. */
export function linkOf(pairs: readonly Pair[], critical = z95): Link | undefined {
  if (pairs.length < fewestPairs) return undefined;
  const correlation = pearson(pairs);
  if (correlation === undefined) return undefined;
  const bounded = Math.max(-0.999_999, Math.min(0.999_999, correlation));
  if (Math.abs(Math.atanh(bounded)) * Math.sqrt(pairs.length - 3) < critical) return undefined;
  return { correlation: Number(correlation.toPrecision(2)), pairs: pairs.length };
}

function pearson(pairs: readonly Pair[]): number | undefined {
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [x, y] = [mean(0), mean(1)];
  const sum = (of: (pair: Pair) => number) => pairs.reduce((total, pair) => total + of(pair), 0);
  const [xx, yy] = [sum((pair) => (pair[0] - x) ** 2), sum((pair) => (pair[1] - y) ** 2)];
  if (xx === 0 || yy === 0) return undefined;
  return sum((pair) => (pair[0] - x) * (pair[1] - y)) / Math.sqrt(xx * yy);
}
