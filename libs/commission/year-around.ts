import {
  type Calendar,
  type Day,
  type DayRange,
  kindOf,
  periodOf,
  periodRange,
  periodsBetween,
} from '@laurel/shared/core';

/** The year that a period belongs to, and where the period stands in it. */
export type YearAround = {
  readonly name: string;
  readonly yearRange: DayRange;
  /** How many periods of its kind come before it in the year. */
  readonly place: number;
  /** How many periods lie between the one of a day and this one; null without a day. */
  readonly tenureSince: (day: Day | null) => number | null;
};

/** The fiscal year of a period, or the retail year of a retail period. */
export function yearAround(period: string, calendar: Calendar): YearAround {
  const kind = kindOf(period);
  const { from } = periodRange(period, calendar);
  const name = periodOf(from, kind.startsWith('retail') ? 'retailYear' : 'year', calendar);
  const yearRange = periodRange(name, calendar);
  const between = (day: Day) => periodsBetween({ from: day, to: from }, kind, calendar).length;
  return {
    name,
    yearRange,
    place: between(yearRange.from),
    tenureSince: (day) => (day === null ? null : between(day)),
  };
}
