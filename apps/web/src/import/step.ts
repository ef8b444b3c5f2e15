import type { ImportStatus } from './import-fields.js';

export const steps = ['columns', 'values', 'check', 'result'] as const;
export type Step = (typeof steps)[number];

/** Where an import stands in the wizard, from what the worker says and how far the reader has gone. */
export function stepOf(status: ImportStatus, unknownCount: number, wanted: Step | null): Step {
  if (status === 'uploaded' || status === 'read') return 'columns';
  if (status !== 'checking' && status !== 'checked') return 'result';
  if (wanted === 'columns' && status === 'checked') return 'columns';
  if (wanted === 'check' || unknownCount === 0) return 'check';
  return 'values';
}
