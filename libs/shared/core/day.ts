/** A calendar day as text, "2026-03-31": it sorts, and no time zone can move it. */
export type Day = string;

/** Days from `from` (in) to `to` (out); an open end is null. */
export type DayRange = { readonly from: Day; readonly to: Day };

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is this a day that exists in the calendar (years 1 to 9999)? */
export function isDay(text: string): boolean {
  const [, year, month, day] = (pattern.exec(text) ?? []).map(Number);
  if (!year || !month || !day || month > 12) return false;
  return day <= daysInMonth(year, month);
}

/** The day so many days later; a negative count goes back. Throws RangeError for what is not a day. */
export const addDays = (day: Day, count: number): Day => fromNumber(toNumber(day) + count);

/** How many days `to` is after `from`: 1 from the 1st to the 2nd. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekday = (day: Day): number => ((((toNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The first day of the month so many months after the day's own. */
export function monthStart(day: Day, offset = 0): Day {
  const { year, month } = parts(day);
  const months = year * 12 + month - 1 + offset;
  return written(Math.floor(months / 12), (months % 12) + 1, 1);
}

/** The calendar month of a day: first day in, first day of the next month out. */
export const monthOf = (day: Day): DayRange => ({ from: monthStart(day), to: monthStart(day, 1) });

/** Is the day inside [from, to)? A missing end never ends. */
export const contains = (range: { from: Day; to?: Day | null }, day: Day): boolean =>
  range.from <= day && (range.to == null || day < range.to);

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

function parts(day: Day): { year: number; month: number; day: number } {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a calendar day such as 2026-03-31.`);
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { year, month, day: date };
}

const written = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Days since 1970-01-01. The year starts in March here, so that the leap day comes last. */
function toNumber(text: Day): number {
  const { year, month, day } = parts(text);
  const y = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromNumber(number: number): Day {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((monthFromMarch + 2) % 12) + 1;
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  return written(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
