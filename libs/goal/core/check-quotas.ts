import { isPeriod } from '@laurel/shared/core';

export type QuotaEntry = {
  readonly memberId: string;
  readonly period: string;
  readonly amount: bigint;
};

/** A quota to give, or to take away: then it has no amount. */
export type QuotaDraft = Omit<QuotaEntry, 'amount'> & { readonly amount: bigint | null };

/** What is wrong with one entry; rows count from 1. */
export type QuotaProblem = {
  readonly row: number;
  readonly field: keyof QuotaEntry;
  readonly reason: string;
};

/** Everything wrong with a list of quotas, given the members there are: empty when it can be saved. */
export function checkQuotas(
  entries: readonly QuotaDraft[],
  members: ReadonlySet<string>,
): QuotaProblem[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const key = `${entry.memberId}|${entry.period}`;
    const [field, reason] = problemOf(entry, members, seen.has(key)) ?? [];
    seen.add(key);
    return field && reason ? [{ row: index + 1, field, reason }] : [];
  });
}

function problemOf(
  { memberId, period, amount }: QuotaDraft,
  members: ReadonlySet<string>,
  repeated: boolean,
): [field: keyof QuotaEntry, reason: string] | undefined {
  if (!members.has(memberId)) return ['memberId', 'No member of this organisation has this id.'];
  if (!isPeriod(period))
    return ['period', `"${period}" is not a period such as 2026-03, 2026-Q1 or 2026.`];
  if (amount !== null && amount < 0n) return ['amount', 'The amount cannot be negative.'];
  if (repeated)
    return ['period', 'This member has another amount for the same period in this list.'];
  return undefined;
}
