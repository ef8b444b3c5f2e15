import type { EarningHead } from '../head.js';
import { idSize, LineWriter } from '../line-bytes.js';
import type { PackedLines } from '../pack.js';
import { type CreditColumns, type PlainPartition, sumOf } from './columns.js';
import type { PlainKernel } from './kernel.js';
import { PlainLines } from './lines.js';

/** Credits in columns, of which it is known which they are. */
export type PlainCredits = CreditColumns & {
  /** The ids of credit and deal, sixteen bytes each. */
  readonly ids: Uint8Array;
};

type Figures<T> = { readonly [F in keyof T]: T[F] extends bigint ? number : T[F] };

/** What `pack` and `headOf` say of the lines, in plain numbers. */
export type PlainPay = Figures<Omit<EarningHead, 'quota'>> & {
  readonly quota: number | null;
} & PackedLines;

/** Room that many payees' lines are made in, one after the other. */
export class PlainRoom {
  readonly lines = new PlainLines();
  readonly bytes = new LineWriter();
}

/** Pays a period with all that is stored of it. Null when plain numbers cannot. */
export function payPlain(
  kernel: PlainKernel,
  credits: PlainCredits,
  partition: PlainPartition,
  room = new PlainRoom(),
): PlainPay | null {
  const { lines } = room;
  lines.clear();
  const earned = kernel.earned(credits, partition, lines);
  if (Number.isNaN(earned)) return null;
  const { from, to, quota } = partition;
  return {
    currency: kernel.plan.currency,
    credited: sumOf(credits.amount, from, to),
    quota,
    earned,
    dealCount: dealCountOf(credits, from, to),
    lineCount: lines.length,
    problems: [],
    ...packed(kernel, credits, room),
  };
}

function packed(kernel: PlainKernel, { ids }: PlainCredits, room: PlainRoom): PackedLines {
  const { lines, bytes } = room;
  const { terms, places } = kernel.termsOf(lines);
  for (let i = 0; i < lines.length; i++) {
    const credit = lines.credit[i]!;
    bytes.add(
      places[i]!,
      credit < 0 ? null : ids,
      credit * 2 * idSize,
      lines.base[i]!,
      lines.amount[i]!,
      lines.creditedBefore[i]!,
    );
  }
  return { terms, lines: bytes.take(), fractions: null };
}

/** Credits of one deal stand side by side. */
function dealCountOf({ ids }: PlainCredits, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (i === from || isOtherDeal(ids, i)) count++;
  return count;
}

function isOtherDeal(ids: Uint8Array, credit: number): boolean {
  const deal = (2 * credit + 1) * idSize;
  for (let i = deal; i < deal + idSize; i++) if (ids[i] !== ids[i - 2 * idSize]) return true;
  return false;
}
