import { type EarningProblem, type Partition, problemsOf } from '@laurel/commission/core';

/** The head of a statement; amounts in minor units of the currency. */
export type StatementFigures = {
  readonly currency: string;
  /** Direct credits, which count towards the quota; what managers get by roll-up is not in it. */
  readonly credited: bigint;
  readonly quota: bigint | null;
  readonly earned: bigint;
  readonly dealCount: number;
  readonly lineCount: number;
  readonly problems: readonly EarningProblem[];
};

/** What the lines of the partition sum to. */
export type LineTotal = { readonly earned: bigint; readonly lineCount: number };

/**
 * Puts a payee's period together. Credits in another currency are not counted: they stand among the problems.
 * Nothing is drafted for a payee with neither a credit nor a quota in the period.
 */
export function draftStatement(
  partition: Partition,
  { earned, lineCount }: LineTotal,
): StatementFigures | null {
  const { plan, quota, credits } = partition;
  if (!credits.length && !quota) return null;
  const direct = credits.filter(
    ({ kind, currency }) => kind === 'direct' && currency === plan.currency,
  );
  return {
    currency: plan.currency,
    credited: direct.reduce((sum, { amount }) => sum + amount, 0n),
    quota: quota?.currency === plan.currency ? quota.amount : null,
    earned,
    dealCount: direct.length,
    lineCount,
    problems: problemsOf(partition),
  };
}

/** The total that lines sum to. */
export const totalOf = (lines: readonly { readonly amount: bigint }[]): LineTotal => ({
  earned: lines.reduce((sum, { amount }) => sum + amount, 0n),
  lineCount: lines.length,
});
