import {
  addDays,
  type Day,
  type DayRange,
  daysBetween,
  monthStart,
  Rational,
  weekday,
} from '@laurel/shared/core';

export const prorations = ['calendar', 'working', 'months'] as const;
/** What a part of a period is counted in: its days, its days from Monday to Friday, or its months. */
export type Proration = (typeof prorations)[number];

/** The days somebody is active: first day in, last day out; an open end is null. */
export type ActiveDays = { readonly from: Day | null; readonly to: Day | null };

/**
 * How much of a period somebody who joins, leaves or moves is active in it, exactly: active ÷ all calendar days,
 * days from Monday to Friday, or months. A month counts for whoever is active on its 15th. A period without such days or
 * months counts whole.
 */
export function activePart(period: DayRange, active: ActiveDays, by: Proration): Rational {
  const all = countOf(period, by);
  return all === 0n ? Rational.one : Rational.of(countOf(shared(period, active), by), all);
}

/** The days of the one that are also in the other; none when they do not meet. */
function shared({ from, to }: DayRange, active: ActiveDays): DayRange {
  const first = active.from !== null && active.from > from ? active.from : from;
  const end = active.to !== null && active.to < to ? active.to : to;
  return { from: first, to: end < first ? first : end };
}

function countOf(range: DayRange, by: Proration): bigint {
  switch (by) {
    case 'calendar':
      return BigInt(daysBetween(range.from, range.to));
    case 'working':
      return BigInt(workingDays(range));
    case 'months':
      return BigInt(fifteenths(range));
  }
}

/** Whole weeks have five; of the days left over each is looked at. */
function workingDays({ from, to }: DayRange): number {
  const days = daysBetween(from, to);
  const weeks = Math.floor(days / 7);
  const first = weekday(from);
  const rest = Array.from({ length: days % 7 }, (_, i) => ((first + i - 1) % 7) + 1);
  return weeks * 5 + rest.filter((day) => day <= 5).length;
}

function fifteenths({ from, to }: DayRange): number {
  let count = 0;
  for (let month = monthStart(from); month < to; month = monthStart(month, 1)) {
    const fifteenth = addDays(month, 14);
    if (from <= fifteenth && fifteenth < to) count++;
  }
  return count;
}
