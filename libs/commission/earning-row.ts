import { stableId } from '@laurel/shared';
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
  return head && { id, payeeId, period, planVersionId, ...head, ...pack(lines, head.quota) };
}

type Named = 'id' | 'payeeId' | 'period' | 'planVersionId';

/** A row whose figures may be plain numbers. */
export type StorableRow = ComputedRow | (PlainPay & Pick<ComputedRow, Named>);
