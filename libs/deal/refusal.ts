import { Problem } from '@laurel/shared';
import type { PlacedFault } from './core/index.js';

/** Refuses a batch: `extensions.rows` names every fault by its position. */
export function refusal(code: string, faults: readonly PlacedFault[]): Problem {
  const rows = faults.map(({ row, field, fault }) => ({
    row,
    field,
    code: fault.code,
    reason: fault.reason,
  }));
  const [first] = rows;
  const more = rows.length > 1 ? ` And ${rows.length - 1} more; nothing was saved.` : '';
  return new Problem(code, `${first!.reason}${more}`, { field: first!.field, rows });
}
