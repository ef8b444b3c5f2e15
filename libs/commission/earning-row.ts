import { arrayCell, type Cell, stableId } from '@laurel/shared';
import { earn, headOf, pack, type PlainPay } from './core/index.js';
import type { EarningRow } from './earning-row.entity.js';
import type { LoadedPartition } from './partition.service.js';

export type PartitionKey = { payeeId: string; period: string };

/** What of a row follows from its partition. */
export type ComputedRow = Omit<EarningRow, 'organizationId' | 'revision'>;

/** Null when there is nothing to say about the payee's period. */
export function earningRow(
  { payeeId, period }: PartitionKey,
  partition: LoadedPartition,
): ComputedRow | null {
  const lines = earn(partition);
  const head = headOf(partition, lines);
  const { planVersionId } = partition;
  const id = stableId(payeeId, period);
  return head && { id, payeeId, period, planVersionId, ...head, ...pack(lines) };
}

/** A row whose figures may be plain numbers. */
export type StorableRow =
  ComputedRow | (PlainPay & Pick<ComputedRow, 'id' | 'payeeId' | 'period' | 'planVersionId'>);

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
