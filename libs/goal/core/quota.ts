import { kindOf, periodOf, periodRange, periodsWithin } from '@laurel/shared/core';

/** One member's quotas as given, in minor units of one currency, by the name of the period. */
export type GivenQuotas = ReadonlyMap<string, bigint>;

/**
 * The quota of a period: the one given for it, else the sum of those given for its parts (quarters of a
 * year, months of a quarter). Nothing is divided downwards: a month has a quota only when one is given.
 */
export function quotaOf(
  period: string,
  given: GivenQuotas,
  fiscalYearStartMonth = 1,
): bigint | undefined {
  const own = given.get(period);
  if (own !== undefined) return own;
  const parts = partsOf(period, fiscalYearStartMonth).flatMap(
    (part) => quotaOf(part, given, fiscalYearStartMonth) ?? [],
  );
  return parts.length ? parts.reduce((sum, part) => sum + part, 0n) : undefined;
}

/** Every period whose given quota has a say in the quota of this one. */
export const quotaSources = (period: string, fiscalYearStartMonth = 1): string[] => [
  period,
  ...partsOf(period, fiscalYearStartMonth).flatMap((part) =>
    quotaSources(part, fiscalYearStartMonth),
  ),
];

/** Every period whose quota a given quota has a say in: its own and the longer ones around it. */
export function quotaReach(period: string, fiscalYearStartMonth = 1): string[] {
  const { from } = periodRange(period, fiscalYearStartMonth);
  const longer = { month: ['quarter', 'year'], quarter: ['year'], year: [] } as const;
  const around = longer[kindOf(period)].map((kind) => periodOf(from, kind, fiscalYearStartMonth));
  return [period, ...around];
}

function partsOf(period: string, fiscalYearStartMonth: number): string[] {
  const kind = kindOf(period);
  if (kind === 'month') return [];
  return periodsWithin(period, kind === 'year' ? 'quarter' : 'month', fiscalYearStartMonth);
}
