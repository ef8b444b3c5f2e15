import { kindOf, lastDay, periodRange } from '@laurel/shared/core';
import { writeDay } from './format.js';

/** "March 2026", "Q1 2026", "1 – 15 March 2026", "P03 2026" or "2026". */
export const writePeriod = (name: string, language: string): string =>
  written(name, language, name.slice(0, 4), { month: 'long', year: 'numeric' });

/** "Mar 26", "Q1 26", "1 – 15 Mar 26" or "2026", for the axis of a chart. */
export const writePeriodShort = (name: string, language: string): string =>
  kindOf(name) === 'year'
    ? name
    : written(name, language, name.slice(2, 4), { month: 'short', year: '2-digit' });

function written(
  name: string,
  language: string,
  year: string,
  style: Intl.DateTimeFormatOptions,
): string {
  switch (kindOf(name)) {
    case 'year':
      return name;
    case 'month':
      return writeDay(`${name}-01`, language, style);
    case 'halfMonth':
      return halfMonth(name, language, style);
    default:
      return `${name.slice(5)} ${year}`;
  }
}

function halfMonth(name: string, language: string, style: Intl.DateTimeFormatOptions): string {
  const range = periodRange(name);
  const month = writeDay(range.from, language, style);
  const [first, last] = [range.from, lastDay(range)].map((day) => Number(day.slice(8)));
  return language.startsWith('de') ? `${first}.–${last}. ${month}` : `${first}–${last} ${month}`;
}
