import type { EarningHead } from '../head.js';
import type { PackedLines } from '../pack.js';
import { CreditColumns, type PlainPartition } from './columns.js';
import type { PlainKernel } from './kernel.js';
import { PlainLines } from './lines.js';

/** The credits of one payee's period in columns, with their ids beside; what is rolled up only as a sum for each level. */
export class PlainCredits extends CreditColumns {
  readonly id: string[] = [];
  readonly dealId: string[] = [];
  readonly rolledUp: { level: number; amount: number }[] = [];

  addCredit(id: string, dealId: string, product: string | null, amount: number): void {
    this.id.push(id);
    this.dealId.push(dealId);
    this.add(product, amount);
  }
}

type Figures<T> = { readonly [F in keyof T]: T[F] extends bigint ? number : T[F] };

/** What `pack` and `headOf` say of the lines, in plain numbers. */
export type PlainPay = Figures<Omit<EarningHead, 'quota'>> & {
  readonly quota: number | null;
} & Pick<PackedLines, 'terms' | 'term' | 'creditId' | 'dealId' | 'exact'> & {
    base: number[];
    amount: number[];
    creditedBefore: (number | null)[];
  };

/** Pays a period with all that is stored of it. Null when plain numbers cannot. */
export function payPlain(
  kernel: PlainKernel,
  quota: number | null,
  credits: PlainCredits,
): PlainPay | null {
  const { length, dealId, rolledUp } = credits;
  const partition: PlainPartition = { from: 0, to: length, quota, rolledUp };
  const lines = new PlainLines();
  const earned = kernel.earned(credits, partition, lines);
  if (Number.isNaN(earned)) return null;
  return {
    currency: kernel.plan.currency,
    credited: credits.sum(0, length),
    quota,
    earned,
    dealCount: dealId.filter((id, i) => id !== dealId[i - 1]).length,
    problems: [],
    ...linesOf(lines, credits),
  };
}

function linesOf(lines: PlainLines, { id, dealId }: PlainCredits) {
  const filled = <C extends Int32Array | Float64Array>(column: C) => [
    ...column.subarray(0, lines.length),
  ];
  const credit = filled(lines.credit);
  return {
    lineCount: lines.length,
    terms: lines.terms,
    term: filled(lines.term),
    creditId: credit.map((place) => id[place] ?? null),
    dealId: credit.map((place) => dealId[place] ?? null),
    base: filled(lines.base),
    exact: credit.map(() => null),
    amount: filled(lines.amount),
    creditedBefore: filled(lines.creditedBefore).map((each) => (Number.isNaN(each) ? null : each)),
  };
}
