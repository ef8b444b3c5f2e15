import { whole } from '@laurel/shared/core';
import { z } from 'zod';
import { earningLine, type EarningLine } from './line.js';
import type { Partition } from './partition.js';
import { named, share } from './words.js';

const levels = { error: 'Expected a whole number of levels from 1 to 20.' };

/** A share of what the payee's teams were credited. */
export const overrideSchema = z.strictObject({
  kind: z.literal('override'),
  ...named,
  rate: share('rate', '0.01'),
  /** How far down: 1 is the payee's own team, 2 also the teams below it. */
  levels: z.int(levels).min(1, levels).max(20, levels).default(1),
});
export type Override = z.infer<typeof overrideSchema>;

/** One line for the whole period. */
export function earnOverride(
  { name, rate, levels }: Override,
  { plan, credits }: Partition,
): EarningLine[] {
  const rolledUp = credits.filter(({ kind, level }) => kind === 'rollUp' && level <= levels);
  const base = rolledUp.reduce((sum, { amount }) => sum + amount, 0n);
  return base === 0n
    ? []
    : [earningLine(plan, { component: name, kind: 'override', base: whole(base), rate })];
}
