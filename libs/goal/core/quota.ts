import {
  type Calendar,
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
  return quotasOf(period, calendar)(given);
}

/** The same for one member after the other: of which parts a period consists is worked out once. */
export function quotasOf(
  period: string,
  calendar: Calendar,
): (given: GivenQuotas) => bigint | undefined {
  const quotasOfParts = lazily(() =>
    partsOf(period, calendar).map((part) => quotasOf(part, calendar)),
  );
  return (given) => {
    const own = given.get(period);
    if (own !== undefined) return own;
    const amounts = quotasOfParts().flatMap((quotaOfPart) => quotaOfPart(given) ?? []);
    return amounts.length ? amounts.reduce((sum, amount) => sum + amount, 0n) : undefined;
  };
}

function partsOf(period: string, calendar: Calendar): string[] {
  const kind = partKind(kindOf(period));
  return kind ? periodsWithin(period, kind, calendar) : [];
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Every period whose given quota has a say in the quota of this one. */
export const quotaSources = periodsInside;

/** Every period whose quota a given quota has a say in: its own and the longer ones around it. */
export const quotaReach = periodsAround;
