import { type PickedIds, RowWriter, stableId } from '@laurel/shared';
import {
  correctionLine,
  headOf,
  headOfCorrections,
  outcomeOf,
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
  const outcome = partition && outcomeOf(partition);
  const lines = [...(outcome?.lines ?? []), ...corrections.map(correctionLine)];
  const head = partition ? headOf(partition, lines, outcome!.problems) : headOfCorrections(lines);
  const { planVersionId } = payer;
  const id = stableId(payeeId, period);
  return head && { id, payeeId, period, planVersionId, ...head, ...pack(lines) };
}

type Named = 'id' | 'payeeId' | 'period' | 'planVersionId' | 'creditId' | 'dealId' | 'exact';

/** A row whose figures may be plain numbers, and whose ids may be as they came. */
export type StorableRow = Omit<ComputedRow | (PlainPay & Pick<ComputedRow, Named>), Ids> & {
  readonly [I in Ids]: ComputedRow[I] | PickedIds;
};
type Ids = 'creditId' | 'dealId';

/** Columns of the table, and how each is written. */
const columns: Readonly<Record<string, (to: RowWriter, row: StorableRow) => void>> = {
  id: (to, { id }) => to.uuid(id),
  payee_id: (to, { payeeId }) => to.uuid(payeeId),
  period: (to, { period }) => to.text(period),
  plan_version_id: (to, { planVersionId }) => to.uuid(planVersionId),
  currency: (to, { currency }) => to.text(currency),
  credited: (to, { credited }) => to.int8(credited),
  quota: (to, { quota }) => to.int8(quota),
  earned: (to, { earned }) => to.int8(earned),
  deal_count: (to, { dealCount }) => to.int4(dealCount),
  line_count: (to, { lineCount }) => to.int4(lineCount),
  problems: (to, { problems }) => to.json(problems),
  terms: (to, { terms }) => to.json(terms),
  term: (to, { term }) => to.int4s(term),
  credit_id: (to, { creditId }) => to.uuids(creditId),
  deal_id: (to, { dealId }) => to.uuids(dealId),
  base: (to, { base }) => to.texts(base),
  exact: (to, { exact }) => to.texts(exact),
  amount: (to, { amount }) => to.int8s(amount),
  credited_before: (to, { creditedBefore }) => to.int8s(creditedBefore),
};

export const rowColumns: readonly string[] = Object.keys(columns);
const writers = Object.values(columns);

/** Bytes that are sent together. */
const blockSize = 1 << 18;

/** The rows as COPY takes them, with the fields of `rowColumns`. */
export async function* inBlocks(rows: AsyncIterable<StorableRow>): AsyncGenerator<Buffer> {
  const writer = new RowWriter();
  for await (const row of rows) {
    writer.row(writers.length);
    for (const write of writers) write(writer, row);
    if (writer.length >= blockSize) yield writer.take();
  }
  if (writer.length) yield writer.take();
}
