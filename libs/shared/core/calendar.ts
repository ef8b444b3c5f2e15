import { addDays, type Day, monthStart, weekday } from './day.js';

/** How many weeks the three months of a retail quarter have. */
export const retailPatterns = ['4-4-5', '4-5-4', '5-4-4'] as const;
export type RetailPattern = (typeof retailPatterns)[number];

/** The weekdays on which a retail week may start, by their ISO number. */
export const weekStarts = { monday: 1, saturday: 6, sunday: 7 } as const;
export type WeekStart = keyof typeof weekStarts;

/** How an organisation cuts its years into periods. */
export type Calendar = {
  /** 1 (January) to 12. */
  readonly fiscalYearStartMonth: number;
  readonly retailPattern: RetailPattern;
  readonly weekStart: WeekStart;
};

export const standardCalendar: Calendar = {
  fiscalYearStartMonth: 1,
  retailPattern: '4-4-5',
  weekStart: 'monday',
};

/** A fiscal year is named by the calendar year it ends in. */
export function fiscalYearOf(day: Day, { fiscalYearStartMonth }: Calendar): number {
  const monthsIntoYear = (Number(day.slice(5, 7)) - fiscalYearStartMonth + 12) % 12;
  return Number(monthStart(day, 11 - monthsIntoYear).slice(0, 4));
}

export function fiscalYearStart(year: number, { fiscalYearStartMonth }: Calendar): Day {
  const yearsBack = fiscalYearStartMonth === 1 ? 0 : -12;
  return monthStart(firstOfJanuary(year), yearsBack + fiscalYearStartMonth - 1);
}

/** Retail years are whole weeks: they start with the week that starts nearest to the fiscal year. */
export function retailYearStart(year: number, calendar: Calendar): Day {
  const start = fiscalYearStart(year, calendar);
  const daysIntoWeek = (weekday(start) - weekStarts[calendar.weekStart] + 7) % 7;
  return addDays(start, daysIntoWeek <= 3 ? -daysIntoWeek : 7 - daysIntoWeek);
}

export function retailYearOf(day: Day, calendar: Calendar): number {
  const near = fiscalYearOf(day, calendar);
  if (day < retailYearStart(near, calendar)) return near - 1;
  return day < retailYearStart(near + 1, calendar) ? near : near + 1;
}

/** Weeks before each of the twelve months of a retail year; a 53rd week belongs to the last month. */
export function weeksBefore({ retailPattern }: Calendar): readonly number[] {
  const [first = 0, second = 0] = retailPattern.split('-').map(Number);
  return [0, 13, 26, 39].flatMap((weeks) => [weeks, weeks + first, weeks + first + second]);
}

export const firstOfJanuary = (year: number): Day => `${String(year).padStart(4, '0')}-01-01`;
