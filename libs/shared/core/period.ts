import { addDays, contains, type Day, type DayRange, isDay, monthStart } from './day.js';

export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const patterns: Readonly<Record<PeriodKind, RegExp>> = {
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  year: /^\d{4}$/,
};

const monthsIn: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, year: 12 };

export const isPeriod = (name: string): boolean =>
  periodKinds.some((kind) => patterns[kind].test(name));

/** month of "2017-03", quarter of "2017-Q1", year of "2017". Throws RangeError for anything else. */
export function kindOf(name: string): PeriodKind {
  const kind = periodKinds.find((each) => patterns[each].test(name));
  if (!kind) throw new RangeError(`"${name}" is not a period such as 2026-03, 2026-Q1 or 2026.`);
  return kind;
}

/**
 * The period of this kind that holds the day. A fiscal year is named by the calendar year it ends in,
 * and its quarters after it; months keep their calendar names.
 */
export function periodOf(day: Day, kind: PeriodKind, fiscalYearStartMonth = 1): string {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a calendar day such as 2026-03-31.`);
  if (kind === 'month') return day.slice(0, 7);
  const monthsIntoYear = (Number(day.slice(5, 7)) - fiscalYearStartMonth + 12) % 12;
  const year = monthStart(day, 11 - monthsIntoYear).slice(0, 4);
  return kind === 'year' ? year : `${year}-Q${Math.floor(monthsIntoYear / 3) + 1}`;
}

/** First day in, first day out. */
export function periodRange(name: string, fiscalYearStartMonth = 1): DayRange {
  const kind = kindOf(name);
  const from = firstDay(name, kind, fiscalYearStartMonth);
  return { from, to: monthStart(from, monthsIn[kind]) };
}

export const previousPeriod = (name: string): string => shifted(name, -1);

export const nextPeriod = (name: string): string => shifted(name, 1);

/** The periods of a smaller kind in one period, in order: the months or quarters of a year or quarter. */
export function periodsWithin(name: string, kind: PeriodKind, fiscalYearStartMonth = 1): string[] {
  const { from, to } = periodRange(name, fiscalYearStartMonth);
  return periodsBetween({ from, to }, kind, fiscalYearStartMonth);
}

/** Every period of the kind that shares a day with the range, in order. */
export function periodsBetween(
  range: DayRange,
  kind: PeriodKind,
  fiscalYearStartMonth = 1,
): string[] {
  const names: string[] = [];
  for (let day = range.from; contains(range, day);) {
    const name = periodOf(day, kind, fiscalYearStartMonth);
    names.push(name);
    day = periodRange(name, fiscalYearStartMonth).to;
  }
  return names;
}

/** The last day inside a range. */
export const lastDay = ({ to }: DayRange): Day => addDays(to, -1);

function firstDay(name: string, kind: PeriodKind, fiscalYearStartMonth: number): Day {
  if (kind === 'month') return `${name}-01`;
  const quarter = kind === 'quarter' ? Number(name.slice(6)) : 1;
  const yearsBack = fiscalYearStartMonth === 1 ? 0 : -12;
  return monthStart(
    `${name.slice(0, 4)}-01-01`,
    yearsBack + fiscalYearStartMonth - 1 + 3 * (quarter - 1),
  );
}

/** Names count on by themselves: no fiscal year start is needed to know what follows "2017-Q4". */
function shifted(name: string, by: 1 | -1): string {
  const kind = kindOf(name);
  const year = Number(name.slice(0, 4));
  if (kind === 'month') return monthStart(`${name}-01`, by).slice(0, 7);
  if (kind === 'year') return String(year + by).padStart(4, '0');
  const quarters = year * 4 + Number(name.slice(6)) - 1 + by;
  return `${String(Math.floor(quarters / 4)).padStart(4, '0')}-Q${(quarters % 4) + 1}`;
}
