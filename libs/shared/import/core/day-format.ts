import { isDay } from '../../core/day.js';
import { Fault } from './fault.js';
import { bestFormats, type FormatGuess } from './format-guess.js';

export const dayFormats = ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'] as const;
export type DayFormat = (typeof dayFormats)[number];

/** Spreadsheets and databases like to add a midnight that means nothing. */
const midnight = String.raw`(?:[T ]00:00(?::00(?:\.0+)?)?)?$`;
const shape = (days: string) => new RegExp(`^${days}${midnight}`);

const shapes: Record<DayFormat, RegExp> = {
  'YYYY-MM-DD': shape(String.raw`(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})`),
  'DD.MM.YYYY': shape(String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})`),
  'DD/MM/YYYY': shape(String.raw`(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})`),
  'MM/DD/YYYY': shape(String.raw`(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})`),
};

/** Which ways of writing days fit a column; 03/04/2026 alone fits two and is ambiguous. */
export const guessDayFormat = (values: readonly string[]): FormatGuess<DayFormat> =>
  bestFormats(dayFormats, values, dayIn);

/** The day as YYYY-MM-DD, or why the text is none. */
export function readDay(text: string, format: DayFormat): string | Fault {
  return dayIn(text, format) ?? new Fault('NOT_A_DAY', `“${text}” is not a day written ${format}.`);
}

function dayIn(text: string, format: DayFormat): string | undefined {
  const { year = '', month = '', day = '' } = shapes[format].exec(text.trim())?.groups ?? {};
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year >= '1900' && year < '2200' && isDay(written) ? written : undefined;
}
