/** Letters and digits only, without case and accents: `GTX Pro` and `gtx-pro` are the same word. */
export const plainWord = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

export type Candidate = { readonly id: string; readonly name: string };

const leastSimilarity = 0.6;

/** Finds the candidate most like a value, if any is like it at all; the first of equals. */
export function suggester<C extends Candidate>(
  candidates: readonly C[],
): (value: string) => C | undefined {
  const known = candidates.map((candidate) => ({ candidate, pairs: letterPairs(candidate.name) }));
  return (value) => {
    const pairs = letterPairs(value);
    let best: C | undefined;
    let bestScore = leastSimilarity;
    for (const one of known) {
      const score = overlap(pairs, one.pairs);
      if (score > bestScore || (score === bestScore && !best))
        [best, bestScore] = [one.candidate, score];
    }
    return best;
  };
}

/** Share of letter pairs two texts have in common: 1 for the same word, 0 for nothing alike. */
export const similarity = (one: string, other: string): number =>
  overlap(letterPairs(one), letterPairs(other));

function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of one) if (other.has(pair)) shared++;
  return (2 * shared) / (one.size + other.size);
}

/** Pairs of neighbours, the word's edges included, so that even one letter has pairs. */
function letterPairs(text: string): Set<string> {
  const word = `^${plainWord(text)}$`;
  return new Set(Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2)));
}
