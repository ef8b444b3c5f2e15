import { addDays, daysBetween, monthStart, type Day } from '@laurel/shared/core';

export const rhythms = ['weekly', 'twoWeekly', 'monthly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** How two people met for a while: from the meeting with the number `first` on, which was on the anchor. */
export type Stretch = { readonly first: number; readonly anchor: Day; readonly rhythm: Rhythm };

/** When a series meets: as a stretch, and the stretches before it, the oldest first. */
export type Schedule = Omit<Stretch, 'first'> & {
  readonly first?: number;
  readonly past?: readonly Stretch[];
};

/** How the two meet, or met, when it is the turn of the meeting with a number. */
export const stretchOf = <S extends Schedule>(
  series: S,
  number: number,
): S | NonNullable<S['past']>[number] =>
  number < (series.first ?? 0)
    ? (series.past?.findLast(({ first }) => first <= number) ?? series)
    : series;

/**
 * The day of the meeting with a number, from 0. Periods are always added to the anchor: after a short
 * month a series returns to the day it began on.
 */
export function occurrence(schedule: Schedule, number: number): Day {
  const { anchor, rhythm, first = 0 } = stretchOf(schedule, number);
  if (rhythm === 'monthly') return inMonth(anchor, number - first);
  return addDays(anchor, (number - first) * (rhythm === 'weekly' ? 7 : 14));
}

/** The same day of another month, or that month's last one. */
function inMonth(anchor: Day, months: number): Day {
  const first = monthStart(anchor, months);
  const last = daysBetween(first, monthStart(anchor, months + 1)) - 1;
  return addDays(first, Math.min(Number(anchor.slice(8)) - 1, last));
}

/** The number of the first meeting on or after a day. */
export function numberFrom(schedule: Schedule, day: Day): number {
  const stretches = [...(schedule.past ?? []), schedule];
  for (const [i, stretch] of stretches.entries()) {
    const number = (stretch.first ?? 0) + meetingsBefore(stretch, day);
    const next = stretches[i + 1];
    if (!next || number < next.first!) return number;
  }
  throw new Error('A schedule has a stretch.');
}

/** How many meetings of a stretch, if it had no end, come before a day. */
function meetingsBefore({ anchor, rhythm }: Schedule, day: Day): number {
  let count = Math.max(0, Math.floor(daysBetween(anchor, day) / longest[rhythm]));
  while (occurrence({ anchor, rhythm }, count) < day) count++;
  return count;
}

const longest: Readonly<Record<Rhythm, number>> = { weekly: 7, twoWeekly: 14, monthly: 31 };

/** Is this a time of day such as 09:30? */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Februaries that are looked ahead to where a series has no end, in months. */
const lookAhead = 240;

/**
 * A stretch as an iCalendar recurrence rule (RFC 5545) and the days that stand beside it: the end of a February that
 * is too short. Rules that choose among days are not read alike by all programs. `count` is how many meetings
 * there are in all, null without an end.
 */
export function recurrence(
  stretch: Omit<Stretch, 'first'>,
  count: number | null,
): { readonly rule: string; readonly also: readonly Day[] } {
  const { anchor, rhythm } = stretch;
  const day = Number(anchor.slice(8));
  const end = (less: number) => (count === null ? '' : `;COUNT=${count - less}`);
  if (rhythm !== 'monthly')
    return { rule: `FREQ=WEEKLY;INTERVAL=${rhythm === 'weekly' ? 1 : 2}${end(0)}`, also: [] };
  if (day === 31) return { rule: `FREQ=MONTHLY;BYMONTHDAY=-1${end(0)}`, also: [] };
  const also = Array.from({ length: count ?? lookAhead }, (_, n) => inMonth(anchor, n)).filter(
    (each) => Number(each.slice(8)) !== day,
  );
  return { rule: `FREQ=MONTHLY;BYMONTHDAY=${day}${end(also.length)}`, also };
}
