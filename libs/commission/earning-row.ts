import { arrayCell, type Cell, stableId } from '@laurel/shared';
import {
  correctionLine,
  earn,
  headOf,
  headOfCorrections,
  pack,
  type PlainPay,
  type PostedCorrection,
} from './core/index.js';
import type { EarningRow } from './earning-row.entity.js';
import type { LoadedPartition } from './partition.service.js';

export type PartitionKey = { payeeId: string; period: string };

/** What of a row follows from its partition. */
export type ComputedRow = Omit<EarningRow, 'organizationId' | 'revision'>;

/** A correction and whose it is. */
export type PostedLine = PostedCorrection & { readonly payeeId: string };

/** What the plan pays, then what is posted for earlier periods. Null when there is nothing to say. */
export function earningRow(
  { payeeId, period }: PartitionKey,
  partition: LoadedPartition | null,
  corrections: readonly PostedLine[],
): ComputedRow | null {
  const payer = partition ?? corrections[0];
  if (!payer) return null;
  const lines = [...(partition ? earn(partition) : []), ...corrections.map(correctionLine)];
  const head = partition ? headOf(partition, lines) : headOfCorrections(lines);
  const { planVersionId } = payer;
  const id = stableId(payeeId, period);
  return head && { id, payeeId, period, planVersionId, ...head, ...pack(lines) };
}

type Named = 'id' | 'payeeId' | 'period' | 'planVersionId' | 'creditId' | 'dealId' | 'exact';

/** A row whose figures may be plain numbers. */
export type StorableRow = ComputedRow | (PlainPay & Pick<ComputedRow, Named>);

/** Columns of the table, each as its text. */
const columns: Readonly<Record<string, (row: StorableRow) => Cell>> = {
  id: ({ id }) => id,
  payee_id: ({ payeeId }) => payeeId,
  period: ({ period }) => period,
  plan_version_id: ({ planVersionId }) => planVersionId,
  currency: ({ currency }) => currency,
  credited: ({ credited }) => credited.toString(),
  quota: ({ quota }) => quota?.toString() ?? null,
  earned: ({ earned }) => earned.toString(),
  deal_count: ({ dealCount }) => dealCount.toString(),
  line_count: ({ lineCount }) => lineCount.toString(),
  problems: ({ problems }) => JSON.stringify(problems),
  terms: ({ terms }) => JSON.stringify(terms),
  term: ({ term }) => arrayCell(term),
  credit_id: ({ creditId }) => arrayCell(creditId),
  deal_id: ({ dealId }) => arrayCell(dealId),
  base: ({ base }) => arrayCell(base),
  exact: ({ exact }) => arrayCell(exact),
  amount: ({ amount }) => arrayCell(amount),
  credited_before: ({ creditedBefore }) => arrayCell(creditedBefore),
};

export const rowColumns: readonly string[] = Object.keys(columns);

/** The cells of a row, in the order of `rowColumns`. */
export const rowCells = (row: StorableRow): Cell[] =>
  Object.values(columns).map((cell) => cell(row));
