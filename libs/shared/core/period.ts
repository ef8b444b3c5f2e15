import {
  type Calendar,
  firstOfJanuary,
  fiscalYearOf,
  fiscalYearStart,
  retailYearOf,
  retailYearStart,
  standardCalendar,
  weeksBefore,
} from './calendar.js';
import {
  addDays,
  contains,
  type Day,
  type DayRange,
  daysBetween,
  isDay,
  monthStart,
} from './day.js';

const numbered = (count: number, suffix: (number: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, i) => suffix(i + 1));
const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** What follows the year in the names of each kind's periods, in the order of the year. */
const suffixes = {
  halfMonth: numbered(24, (n) => `-${twoDigits(Math.ceil(n / 2))}-H${2 - (n % 2)}`),
  month: numbered(12, (n) => `-${twoDigits(n)}`),
  quarter: numbered(4, (n) => `-Q${n}`),
  year: [''],
  retailMonth: numbered(12, (n) => `-P${twoDigits(n)}`),
  retailQuarter: numbered(4, (n) => `-PQ${n}`),
  retailYear: ['-PY'],
} as const;

export type PeriodKind = keyof typeof suffixes;
export const periodKinds = Object.keys(suffixes) as [PeriodKind, ...PeriodKind[]];

/** Where a period stands: the so-manieth of its kind in its year, from 0. */
type Place = { readonly kind: PeriodKind; readonly year: number; readonly index: number };

const placeOf = new Map<string, Omit<Place, 'year'>>(
  periodKinds.flatMap((kind) => suffixes[kind].map((suffix, index) => [suffix, { kind, index }])),
);

function read(name: string): Place | undefined {
  const place = /^\d{4}/.test(name) ? placeOf.get(name.slice(4)) : undefined;
  return place && { ...place, year: Number(name.slice(0, 4)) };
}

const written = ({ kind, year, index }: Place): string =>
  `${String(year).padStart(4, '0')}${suffixes[kind][index]}`;

export const isPeriod = (name: string): boolean => read(name) !== undefined;

function place(name: string): Place {
  const found = read(name);
  if (!found) throw new RangeError(`"${name}" is not a period such as 2026-03, 2026-Q1 or 2026.`);
  return found;
}

/** month of "2017-03", quarter of "2017-Q1", halfMonth of "2017-03-H2". Throws RangeError for anything else. */
export const kindOf = (name: string): PeriodKind => place(name).kind;

/**
 * The one period of this kind that holds the day. A fiscal year is named by the calendar year it ends
 * in, and its quarters after it; months and half-months keep their calendar names. Retail periods are
 * whole weeks, and their year is named like the fiscal year it starts with.
 */
export function periodOf(day: Day, kind: PeriodKind, calendar = standardCalendar): string {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a calendar day such as 2026-03-31.`);
  return written(
    kind.startsWith('retail') ? retailPlace(day, kind, calendar) : monthPlace(day, kind, calendar),
  );
}

function monthPlace(day: Day, kind: PeriodKind, calendar: Calendar): Place {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7)) - 1;
  if (kind === 'month') return { kind, year, index: month };
  if (kind === 'halfMonth') return { kind, year, index: 2 * month + (day.slice(8) > '15' ? 1 : 0) };
  const monthsIntoYear = (month + 13 - calendar.fiscalYearStartMonth) % 12;
  const index = kind === 'quarter' ? Math.floor(monthsIntoYear / 3) : 0;
  return { kind, year: fiscalYearOf(day, calendar), index };
}

function retailPlace(day: Day, kind: PeriodKind, calendar: Calendar): Place {
  const year = retailYearOf(day, calendar);
  const week = Math.floor(daysBetween(retailYearStart(year, calendar), day) / 7);
  const month = weeksBefore(calendar).findLastIndex((weeks) => weeks <= week);
  return { kind, year, index: Math.floor((month * suffixes[kind].length) / 12) };
}

/** First day in, first day out. */
export function periodRange(name: string, calendar = standardCalendar): DayRange {
  const known = ranges.get(calendar) ?? new Map<string, DayRange>();
  ranges.set(calendar, known);
  const range = known.get(name) ?? rangeOf(name, calendar);
  if (known.size < rangesAtMost) known.set(name, range);
  return range;
}

/** Ranges of a calendar that were asked for before. */
const ranges = new WeakMap<Calendar, Map<string, DayRange>>();
const rangesAtMost = 1_000;

function rangeOf(name: string, calendar: Calendar): DayRange {
  const here = place(name);
  return { from: firstDay(here, calendar), to: firstDay(moved(here, 1), calendar) };
}

function firstDay({ kind, year, index }: Place, calendar: Calendar): Day {
  const month = (index * 12) / suffixes[kind].length;
  if (kind.startsWith('retail'))
    return addDays(retailYearStart(year, calendar), 7 * weeksBefore(calendar)[month]!);
  if (kind === 'quarter' || kind === 'year')
    return monthStart(fiscalYearStart(year, calendar), month);
  const start = monthStart(firstOfJanuary(year), Math.floor(month));
  return index % 2 && kind === 'halfMonth' ? addDays(start, 15) : start;
}

/** Names count on by themselves: no calendar is needed to know what follows "2017-Q4". */
function moved({ kind, year, index }: Place, by: number): Place {
  const perYear = suffixes[kind].length;
  const count = year * perYear + index + by;
  return { kind, year: Math.floor(count / perYear), index: count % perYear };
}

export const previousPeriod = (name: string): string => written(moved(place(name), -1));

export const nextPeriod = (name: string): string => written(moved(place(name), 1));

/** How many periods the second is after the first, below 0 when it is before it; undefined for two kinds. */
export function periodsLater(first: string, second: string): number | undefined {
  const [a, b] = [place(first), place(second)];
  if (a.kind !== b.kind) return undefined;
  return (b.year - a.year) * suffixes[a.kind].length + b.index - a.index;
}

/** The periods of a shorter kind in one period, in order: the months or quarters of a year or quarter. */
export const periodsWithin = (
  name: string,
  kind: PeriodKind,
  calendar = standardCalendar,
): string[] => periodsBetween(periodRange(name, calendar), kind, calendar);

/** Every period of the kind that shares a day with the range, in order. */
export function periodsBetween(
  range: DayRange,
  kind: PeriodKind,
  calendar = standardCalendar,
): string[] {
  const names: string[] = [];
  for (let day = range.from; contains(range, day);) {
    const name = periodOf(day, kind, calendar);
    names.push(name);
    day = periodRange(name, calendar).to;
  }
  return names;
}

/** The last day inside a range. */
export const lastDay = ({ to }: DayRange): Day => addDays(to, -1);
