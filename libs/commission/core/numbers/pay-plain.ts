import type { EarningHead } from '../head.js';
import type { EarningTerm, PackedLines } from '../pack.js';
import { type CreditColumns, type RolledUp, sumOf } from './columns.js';
import type { PlainKernel } from './kernel.js';
import { PlainLines } from './lines.js';

/** The credits of one payee's period, which fill their columns. */
export type PlainCredits = CreditColumns & {
  /** How many deals they are of. */
  readonly dealCount: number;
  readonly rolledUp: RolledUp;
};

type Figures<T> = { readonly [F in keyof T]: T[F] extends bigint ? number : T[F] };

/** What `pack` and `headOf` say of the lines, in plain numbers. */
export type PlainPay = Figures<Omit<EarningHead, 'quota'>> & {
  readonly quota: number | null;
} & Pick<PackedLines, 'terms' | 'term'> & {
    /** The place of each line's credit; null for what is paid for none. */
    readonly credit: readonly (number | null)[];
    readonly base: readonly number[];
    readonly amount: readonly number[];
    readonly creditedBefore: readonly (number | null)[];
  };

/** Pays a period with all that is stored of it, but the ids of credits. Null when plain numbers cannot. */
export function payPlain(
  kernel: PlainKernel,
  quota: number | null,
  credits: PlainCredits,
): PlainPay | null {
  const { amount, dealCount, rolledUp } = credits;
  const lines = new PlainLines();
  const partition = { from: 0, to: amount.length, quota, rolledUp };
  const earned = kernel.earned(credits, partition, lines);
  if (Number.isNaN(earned)) return null;
  const filled = (column: Int32Array | Float64Array) => [...column.subarray(0, lines.length)];
  return {
    currency: kernel.plan.currency,
    credited: sumOf(amount, 0, amount.length),
    quota,
    earned,
    dealCount,
    lineCount: lines.length,
    problems: [],
    ...termsOf(kernel, lines, quota),
    credit: filled(lines.credit).map((place) => (place < 0 ? null : place)),
    base: filled(lines.base),
    amount: filled(lines.amount),
    creditedBefore: filled(lines.creditedBefore).map((each) => (Number.isNaN(each) ? null : each)),
  };
}

/** The terms that the lines use, in the order of first use, and the place of each line's among them. */
function termsOf(kernel: PlainKernel, lines: PlainLines, quota: number | null) {
  const terms: EarningTerm[] = [];
  const places = new Map<number, number>();
  const term = [...lines.term.subarray(0, lines.length)].map((number, i) => {
    const known = places.get(number);
    if (known !== undefined) return known;
    places.set(number, terms.length);
    return terms.push(kernel.term(number, quota, lines.base[i]!)) - 1;
  });
  return { terms, term };
}
