import { Rational } from '@laurel/shared/core';
import type { EarningLine } from './line.js';

/** What a line does not share with others; everything else about it is its term. */
type Own = 'creditId' | 'dealId' | 'base' | 'exact' | 'amount' | 'creditedBefore';

/**
 * What lines have in common: component, tier, rate and all that a plan says about them, so that it is kept
 * once for all of them.
 */
export type EarningTerm = Omit<EarningLine, Own | 'quota'> & { readonly quota: string | null };

/**
 * Lines as one row keeps them: the distinct terms, and one array for each figure of their own. `exact` is empty
 * where it is base × rate × multiplier.
 */
export type PackedLines = { readonly terms: EarningTerm[]; readonly term: number[] } & {
  readonly [F in Exclude<Own, 'exact'>]: EarningLine[F][];
} & { readonly exact: (string | null)[] };

/** Lines in their order, ready for one row. */
export function pack(lines: readonly EarningLine[]): PackedLines {
  const numbers = new Map<string, number>();
  const terms: EarningTerm[] = [];
  const term = lines.map((line) => {
    const own = termOf(line);
    const key = JSON.stringify(own);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, terms.length);
    return terms.push(own) - 1;
  });
  return {
    terms,
    term,
    creditId: lines.map(({ creditId }) => creditId),
    dealId: lines.map(({ dealId }) => dealId),
    base: lines.map(({ base }) => base),
    exact: lines.map((line) => (line.exact === productOf(line) ? null : line.exact)),
    amount: lines.map(({ amount }) => amount),
    creditedBefore: lines.map(({ creditedBefore }) => creditedBefore),
  };
}

/** The very lines that were packed. */
export function unpack(packed: PackedLines): EarningLine[] {
  return packed.term.map((number, i) => {
    const { quota, ...term } = packed.terms[number]!;
    const line = {
      ...term,
      quota: quota === null ? null : BigInt(quota),
      creditId: packed.creditId[i]!,
      dealId: packed.dealId[i]!,
      base: packed.base[i]!,
      amount: packed.amount[i]!,
      creditedBefore: packed.creditedBefore[i]!,
    };
    return { ...line, exact: packed.exact[i] ?? productOf(line)! };
  });
}

function termOf(line: EarningLine): EarningTerm {
  const {
    creditId: _c,
    dealId: _d,
    base: _b,
    exact: _e,
    amount: _a,
    creditedBefore: _f,
    ...rest
  } = line;
  return { ...rest, quota: line.quota?.toString() ?? null };
}

type Factors = Pick<EarningLine, 'base' | 'rate' | 'multiplier'>;

/** Base × rate × multiplier; null where a fraction is in it that no decimal can tell. */
function productOf({ base, rate, multiplier }: Factors): string | null {
  const factors = [base, rate, multiplier];
  if (factors.some(isFraction)) return null;
  const product = factors
    .map(Rational.parse)
    .reduce((a, b) => a.multiply(b))
    .toText();
  return isFraction(product) ? null : product;
}

const isFraction = (text: string): boolean => text.includes('/');
