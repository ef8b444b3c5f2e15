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

/**
 * Pays a period with all that is stored of it, but the ids of credits. Null when plain numbers cannot. The lines given
 * lend their room.
 */
export function payPlain(
  kernel: PlainKernel,
  quota: number | null,
  credits: PlainCredits,
  lines = new PlainLines(),
): PlainPay | null {
  const { amount, dealCount, rolledUp } = credits;
  lines.clear();
  const partition = { from: 0, to: amount.length, quota, rolledUp };
  const earned = kernel.earned(credits, partition, lines);
  if (Number.isNaN(earned)) return null;
  return {
    currency: kernel.plan.currency,
    credited: sumOf(amount, 0, amount.length),
    quota,
    earned,
    dealCount,
    lineCount: lines.length,
    problems: [],
    ...termsOf(kernel, lines, quota),
    credit: filled(lines.credit, lines.length, (place) => (place < 0 ? null : place)),
    base: filled(lines.base, lines.length, (base) => base),
    amount: filled(lines.amount, lines.length, (amount) => amount),
    creditedBefore: filled(lines.creditedBefore, lines.length, (before) =>
      Number.isNaN(before) ? null : before,
    ),
  };
}

/** The filled part of a column, as it is stored. */
const filled = <T>(
  column: Int32Array | Float64Array,
  length: number,
  stored: (value: number) => T,
): T[] => Array.from({ length }, (_, i) => stored(column[i]!));

/** The terms that the lines use, in the order of first use, and the place of each line's among them. */
function termsOf(kernel: PlainKernel, lines: PlainLines, quota: number | null) {
  const terms: EarningTerm[] = [];
  const places = new Map<number, number>();
  const term: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    const number = lines.term[i]!;
    let place = places.get(number);
    if (place === undefined) {
      place = terms.push(kernel.term(number, quota, lines.base[i]!)) - 1;
      places.set(number, place);
    }
    term.push(place);
  }
  return { terms, term };
}
