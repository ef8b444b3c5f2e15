import { contains, type Day } from '@laurel/shared/core';

type Dated = { readonly person: string; readonly day: Day };

/** One vote each: the latest answer of everybody inside [from, to). */
export function latestInWindow<A extends Dated>(
  answers: readonly A[],
  window: { readonly from: Day; readonly to?: Day | null },
): A[] {
  const latest = new Map<string, A>();
  for (const answer of answers) {
    if (!contains(window, answer.day)) continue;
    const known = latest.get(answer.person);
    if (!known || known.day <= answer.day) latest.set(answer.person, answer);
  }
  return [...latest.values()];
}

/** May a rolling figure be shown anew? Only after so many answers have entered or left that nobody's is told. */
export const mayMove = (changed: number, threshold: number): boolean => changed >= threshold;

/** A running count as it may be shown: it moves in whole batches of the threshold. */
export const inBatches = (count: number, threshold: number): number => count - (count % threshold);
