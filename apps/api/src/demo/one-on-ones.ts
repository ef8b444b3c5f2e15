import { occurrence, numberFrom, rhythms, type Rhythm } from '@laurel/one-on-one/core';
import { addDays, weekday, type Day } from '@laurel/shared/core';
import { randomFrom, type Random } from './random.js';
import type { Seat } from './seats.js';
import { comingTopics, skipReasons, talks } from './talks.js';

type Talk = (typeof talks)[number];
export type DemoMeeting = {
  readonly number: number;
  readonly day: Day;
  readonly status: 'planned' | 'held' | 'skipped';
  readonly skipNote: string | null;
  readonly talk: Talk | null;
};
export type DemoSeries = {
  readonly lead: Seat;
  readonly member: Seat;
  readonly rhythm: Rhythm;
  readonly anchor: Day;
  readonly time: string;
  /** Those that are over, and the next one. */
  readonly meetings: readonly DemoMeeting[];
  readonly coming: readonly string[];
};

const weeksBack = 16;
const mostReports = 6;

/** Leads and the people of their teams, who have met for some months; most meetings took place. */
export function oneOnOnesIn(
  today: Day,
  seats: readonly Seat[],
  first: (seat: Seat) => boolean,
  seed: number,
): DemoSeries[] {
  const random = randomFrom(seed);
  return seats.flatMap((lead) => {
    const team = placeOn(today, lead, 'manager');
    const reports = seats.filter((seat) => team && placeOn(today, seat, 'member') === team);
    return reports
      .sort((a, b) => Number(first(b)) - Number(first(a)))
      .slice(0, mostReports)
      .map((member, i) => seriesOf({ lead, member, today, i }, random));
  });
}

const placeOn = (day: Day, { places }: Seat, position: 'member' | 'manager') =>
  places.find((place) => place.position === position && (place.to === null || place.to > day))
    ?.team;

type Pair = { lead: Seat; member: Seat; today: Day; i: number };

function seriesOf({ lead, member, today, i }: Pair, random: Random): DemoSeries {
  const rhythm = rhythms[i % rhythms.length]!;
  const anchor = workday(addDays(today, i - 7 * weeksBack));
  const schedule = { anchor, rhythm };
  const next = numberFrom(schedule, today);
  const meetings = Array.from({ length: next }, (_, number) =>
    meetingOf(
      { number, day: occurrence(schedule, number), talk: talks[(number + i) % talks.length]! },
      random,
    ),
  );
  const time = `${String(9 + (i % 4)).padStart(2, '0')}:${i % 2 ? '30' : '00'}`;
  return { lead, member, ...schedule, time, meetings, coming: [comingTopics[i % 3]!] };
}

/** The day itself, or the Monday after it. */
const workday = (day: Day): Day => (weekday(day) <= 5 ? day : addDays(day, 8 - weekday(day)));

function meetingOf(
  { talk, ...meeting }: { number: number; day: Day; talk: Talk },
  random: Random,
): DemoMeeting {
  const share = random.share();
  if (share < 0.1)
    return { ...meeting, status: 'skipped', skipNote: random.pick(skipReasons), talk: null };
  if (share < 0.18) return { ...meeting, status: 'planned', skipNote: null, talk: null };
  return { ...meeting, status: 'held', skipNote: null, talk };
}
