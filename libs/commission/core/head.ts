import { type EarningProblem, problemsOf } from './earn.js';
import type { EarningLine } from './line.js';
import type { Partition } from './partition.js';

/** What the lines of one payee's period come to: the head of the statement. Minor units of the currency. */
export type EarningHead = {
  readonly currency: string;
  /** What counts towards the quota: all but what managers get by roll-up. */
  readonly credited: bigint;
  readonly quota: bigint | null;
  readonly earned: bigint;
  readonly dealCount: number;
  readonly lineCount: number;
  readonly problems: readonly EarningProblem[];
};

/**
 * Sums up a payee's period. Credits in another currency are not counted: they stand among the problems.
 * Null for a payee with neither a credit nor a quota nor a line in the period.
 */
export function headOf(
  partition: Partition,
  lines: readonly EarningLine[],
  problems = problemsOf(partition),
): EarningHead | null {
  const { plan, quota, credits } = partition;
  if (!credits.length && !quota && !lines.length) return null;
  const own = credits.filter(
    ({ kind, currency }) => kind !== 'rollUp' && currency === plan.currency,
  );
  return {
    currency: plan.currency,
    credited: own.reduce((sum, { amount }) => sum + amount, 0n),
    quota: quota?.currency === plan.currency ? quota.amount : null,
    earned: earnedBy(lines),
    dealCount: new Set(own.map(({ dealId }) => dealId)).size,
    lineCount: lines.length,
    problems,
  };
}

/** A period in which a payee has no plan any more, but corrections of earlier ones. */
export const headOfCorrections = (lines: readonly EarningLine[]): EarningHead => ({
  currency: lines[0]!.currency,
  credited: 0n,
  quota: null,
  earned: earnedBy(lines),
  dealCount: 0,
  lineCount: lines.length,
  problems: [],
});

/** What lines pay together. */
export const earnedBy = (lines: readonly Pick<EarningLine, 'amount'>[]): bigint =>
  lines.reduce((sum, { amount }) => sum + amount, 0n);
