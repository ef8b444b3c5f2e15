import type { Day } from '@laurel/shared/core';
import { numberFrom, occurrence, type Schedule } from './schedule.js';

export const meetingStatuses = ['planned', 'held', 'skipped'] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** What is written down of a meeting; `day` is where it was moved to. */
export type Meeting = {
  readonly number: number;
  readonly status: MeetingStatus;
  readonly day: Day | null;
};

/** What became of the meetings of a series. */
export type Cadence = {
  /** Those that were to take place: kept or missed. What was skipped with a reason was called off in time. */
  readonly due: number;
  readonly kept: number;
  readonly skipped: number;
  readonly missed: number;
  /** Meetings kept since the last one missed; one that was skipped neither adds nor breaks. */
  readonly streak: number;
};

type Series = Schedule & { readonly endedOn: Day | null };

/** Counts the meetings of a series before `today`, and any that was held or skipped ahead of its day. */
export function cadenceOf(series: Series, meetings: readonly Meeting[], today: Day): Cadence {
  const statuses = pastStatuses(series, meetings, today);
  const count = (wanted: MeetingStatus) => statuses.filter((status) => status === wanted).length;
  const [kept, missed] = [count('held'), count('planned')];
  return {
    due: kept + missed,
    kept,
    skipped: count('skipped'),
    missed,
    streak: statuses.slice(statuses.lastIndexOf('planned') + 1).filter((s) => s === 'held').length,
  };
}

function pastStatuses(series: Series, meetings: readonly Meeting[], today: Day): MeetingStatus[] {
  const known = new Map(meetings.map((meeting) => [meeting.number, meeting]));
  const end = lastDay(series, today);
  const last = Math.max(numberFrom(series, end), ...meetings.map(({ number }) => number + 1));
  const statuses: MeetingStatus[] = [];
  for (let number = 0; number < last; number++) {
    const { status, day } = known.get(number) ?? { status: 'planned' as const, day: null };
    if (status !== 'planned' || (day ?? occurrence(series, number)) < end) statuses.push(status);
  }
  return statuses;
}

/** The meeting to prepare for: the first that is neither over nor held nor skipped. */
export function nextNumber(
  series: Series,
  meetings: readonly Meeting[],
  today: Day,
): number | null {
  const known = new Map(meetings.map((meeting) => [meeting.number, meeting]));
  const waiting = meetings.filter(
    ({ status, day }) => status === 'planned' && day !== null && day >= today,
  );
  let number = Math.min(numberFrom(series, today), ...waiting.map((meeting) => meeting.number));
  while (isOver(known.get(number), today)) number++;
  const day = known.get(number)?.day ?? occurrence(series, number);
  return isBefore(day, series.endedOn) ? number : null;
}

/** The first meeting that a new rhythm can be for: all before it are over, held or skipped. */
export function firstToCome(series: Series, meetings: readonly Meeting[], today: Day): number {
  const known = new Map(meetings.map((meeting) => [meeting.number, meeting]));
  let number = numberFrom(series, today);
  while (isOver(known.get(number), today)) number++;
  return number;
}

/** A meeting as it stands: moved days are in, and nothing was left out. */
export type Dated = { readonly number: number; readonly day: Day; readonly status: MeetingStatus };

/** Every meeting of a series that is over, up to the one to prepare for, and later ones of which something is known. */
export function datedMeetings(series: Series, meetings: readonly Meeting[], today: Day): Dated[] {
  const known = new Map(meetings.map((meeting) => [meeting.number, meeting]));
  const next = nextNumber(series, meetings, today) ?? -1;
  const past = numberFrom(series, lastDay(series, today));
  const all = Array.from({ length: Math.max(past, next + 1) }, (_, number) => number);
  return [...new Set([...all, ...known.keys()])]
    .sort((a, b) => a - b)
    .map((number) => {
      const { status, day } = known.get(number) ?? { status: 'planned' as const, day: null };
      return { number, status, day: day ?? occurrence(series, number) };
    })
    .filter(({ status, day }) => status !== 'planned' || isBefore(day, series.endedOn));
}

const isBefore = (day: Day, end: Day | null): boolean => end === null || day < end;

/** Up to when meetings were to take place: today, or the end before it. */
const lastDay = ({ endedOn }: Series, today: Day): Day =>
  endedOn !== null && endedOn < today ? endedOn : today;

const isOver = (meeting: Meeting | undefined, today: Day): boolean =>
  meeting !== undefined &&
  (meeting.status !== 'planned' || (meeting.day !== null && meeting.day < today));
