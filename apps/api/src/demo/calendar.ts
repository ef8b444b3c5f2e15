import {
  addDays,
  daysBetween,
  monthStart,
  periodOf,
  periodRange,
  periodsBetween,
  weekday,
  type Day,
} from '@laurel/shared/core';

/** A month and the days of it on which deals are signed. */
export type Month = { readonly from: Day; readonly workdays: readonly Day[] };

/** The two years before the current quarter, and the quarter so far. */
export type Window = {
  readonly from: Day;
  readonly today: Day;
  readonly quarters: readonly string[];
  /** Goes on after today: what is open ends then. */
  readonly months: readonly Month[];
};

const horizonMonths = 5;

export function windowUpTo(today: Day): Window {
  const from = monthStart(periodRange(periodOf(today, 'quarter')).from, -24);
  const quarters = periodsBetween({ from, to: addDays(today, 1) }, 'quarter');
  const months = periodsBetween({ from, to: monthStart(today, horizonMonths) }, 'month');
  return { from, today, quarters, months: months.map(monthCalled) };
}

function monthCalled(name: string): Month {
  const { from, to } = periodRange(name);
  const days = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i));
  return { from, workdays: days.filter(isWorkday) };
}

/** How much is closed in a month, January to December, against an average one. */
const season = [0.82, 0.9, 1.16, 0.92, 0.96, 1.18, 0.84, 0.72, 1.14, 0.98, 1.08, 1.3];

const growthPerMonth = 0.01;

/** How much is closed around a day, against an average month of the window's beginning. */
export const demandOn = (day: Day, { from }: Window): number =>
  season[monthNumber(day) - 1]! * (1 + growthPerMonth * monthsBetween(from, day));

const monthNumber = (day: Day): number => Number(day.slice(5, 7));

const monthsBetween = (from: Day, to: Day): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + monthNumber(to) - monthNumber(from);

/** Quarters fill up towards their end. */
export const endsQuarter = (day: Day): boolean => monthNumber(day) % 3 === 0;

const holidays = ['01-01', '05-01', '12-24', '12-25', '12-26', '12-31'];

const isWorkday = (day: Day): boolean => weekday(day) <= 5 && !holidays.includes(day.slice(5));

/** The day itself, or the last workday before it. */
export const workdayBefore = (day: Day): Day =>
  isWorkday(day) ? day : workdayBefore(addDays(day, -1));
