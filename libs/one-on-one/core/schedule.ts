import { addDays, daysBetween, monthStart, type Day } from '@laurel/shared/core';

export const rhythms = ['weekly', 'twoWeekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** When a series meets: its first day, and how often. */
export type Schedule = { readonly anchor: Day; readonly rhythm: Rhythm };

/**
 * The day of the meeting with a number, from 0. Periods are always added to the anchor: after a short
 * month a series returns to the day it began on.
 */
export function occurrence({ anchor, rhythm }: Schedule, number: number): Day {
  if (rhythm === 'monthly') return inMonth(anchor, number);
  return addDays(anchor, number * (rhythm === 'weekly' ? 7 : 14));
}

/** The same day of another month, or that month's last one. */
function inMonth(anchor: Day, months: number): Day {
  const first = monthStart(anchor, months);
  const last = daysBetween(first, monthStart(anchor, months + 1)) - 1;
  return addDays(first, Math.min(Number(anchor.slice(8)) - 1, last));
}

/** The number of the first meeting on or after a day. */
export function numberFrom(schedule: Schedule, day: Day): number {
  let number = Math.max(
    0,
    Math.floor(daysBetween(schedule.anchor, day) / longest[schedule.rhythm]),
  );
  while (occurrence(schedule, number) < day) number++;
  return number;
}

const longest: Readonly<Record<Rhythm, number>> = { weekly: 7, twoWeekly: 14, monthly: 31 };

/** Is this a time of day such as 09:30? */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/**
 * The schedule as an iCalendar recurrence rule (RFC 5545); the last days of a month become its last day
 * where it is shorter. `count` is how many meetings there are in all, null without an end.
 */
export function recurrenceRule({ anchor, rhythm }: Schedule, count: number | null): string {
  const end = count === null ? '' : `;COUNT=${count}`;
  if (rhythm !== 'monthly') return `FREQ=WEEKLY;INTERVAL=${rhythm === 'weekly' ? 1 : 2}${end}`;
  const day = Number(anchor.slice(8));
  if (day <= 28) return `FREQ=MONTHLY;BYMONTHDAY=${day}${end}`;
  const days = [28, 29, 30, 31].filter((each) => each <= day);
  return `FREQ=MONTHLY;BYMONTHDAY=${days.join(',')};BYSETPOS=-1${end}`;
}
