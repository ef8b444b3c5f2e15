import {
  kindOf,
  partKind,
  periodsAround,
  periodsInside,
  periodsWithin,
  standardCalendar,
} from '@laurel/shared/core';

/** One member's quotas as given, in minor units of one currency, by the name of the period. */
export type GivenQuotas = ReadonlyMap<string, bigint>;

/**
 * The quota of a period: the one given for it, else the sum of those given for its parts (quarters of a
 * year, months of a quarter). Nothing is divided downwards: a month has a quota only when one is given.
 */
export function quotaOf(
  period: string,
  given: GivenQuotas,
  calendar = standardCalendar,
): bigint | undefined {
  const own = given.get(period);
  if (own !== undefined) return own;
  const kind = partKind(kindOf(period));
  const parts = kind ? periodsWithin(period, kind, calendar) : [];
  const amounts = parts.flatMap((part) => quotaOf(part, given, calendar) ?? []);
  return amounts.length ? amounts.reduce((sum, amount) => sum + amount, 0n) : undefined;
}

/** Every period whose given quota has a say in the quota of this one. */
export const quotaSources = periodsInside;

/** Every period whose quota a given quota has a say in: its own and the longer ones around it. */
export const quotaReach = periodsAround;
