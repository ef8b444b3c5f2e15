import { addDays, momentOf, type Day } from '@laurel/shared/core';
import { occurrence, stretchOf, type Schedule, type Stretch } from './schedule.js';
import type { Meeting } from './cadence.js';

export const reminders = ['dayBefore', 'morning', 'none'] as const;
/** When somebody wants to be reminded of a meeting. */
export type Reminder = (typeof reminders)[number];

const hourMs = 3_600_000;

type Place = { readonly day: Day; readonly time: string };

/**
 * When to remind of a meeting, in milliseconds since 1970: at four in the afternoon before, or at seven in
 * the morning but an hour before it at the latest; null when not at all.
 */
export function reminderMoment(
  reminder: Reminder,
  { day, time }: Place,
  timeZone: string,
): number | null {
  if (reminder === 'none') return null;
  if (reminder === 'dayBefore') return momentOf(addDays(day, -1), '16:00', timeZone);
  return Math.min(momentOf(day, '07:00', timeZone), momentOf(day, time, timeZone) - hourMs);
}

type Timed = Meeting & { readonly time: string | null };
type Clock = { readonly time: string; readonly timeZone: string };
type Series = Schedule &
  Clock & { readonly endedOn: Day | null; readonly past?: readonly (Stretch & Clock)[] };
export type DueReminder = Place & { readonly number: number; readonly at: number };

/** The first reminder after a moment, of the meetings from a number on; null when the series ends before. */
export function nextReminder(
  series: Series,
  meetings: readonly Timed[],
  reminder: Reminder,
  { from, after }: { readonly from: number; readonly after: number },
): DueReminder | null {
  const known = new Map(meetings.map((meeting) => [meeting.number, meeting]));
  if (reminder === 'none') return null;
  for (let number = from; ; number++) {
    const planned = occurrence(series, number);
    if (series.endedOn !== null && planned >= series.endedOn) return null;
    const meeting = known.get(number);
    const { time, timeZone } = stretchOf(series, number);
    const place = { day: meeting?.day ?? planned, time: meeting?.time ?? time };
    const at = reminderMoment(reminder, place, timeZone)!;
    const isPlanned = (meeting?.status ?? 'planned') === 'planned';
    if (isPlanned && at > after) return { ...place, number, at };
  }
}
