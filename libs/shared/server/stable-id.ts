import { hash } from 'node:crypto';

/**
 * The id of a row that follows from others: the same facts always give the same id, in whatever order
 * or however often they are worked through.
 */
export function stableId(...facts: readonly (string | number)[]): string {
  const bytes = hash('sha256', facts.join('|'), 'buffer').subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
