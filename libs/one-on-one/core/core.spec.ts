import { addDays, daysBetween, type Day } from '@laurel/shared/core';
import fc from 'fast-check';
import {
  agendaOf,
  cadenceOf,
  datedMeetings,
  meetingStatuses,
  moved,
  nextNumber,
  nextReminder,
  numberFrom,
  occurrence,
  reminderMoment,
  reminders,
  rhythms,
  type Meeting,
} from './index.js';

const days = fc.integer({ min: 0, max: 4_000 }).map((count): Day => addDays('2020-01-01', count));
const schedules = fc.record({ anchor: days, rhythm: fc.constantFrom(...rhythms) });
const numbers = fc.nat({ max: 200 });

describe('a schedule', () => {
  it('returns to the day it began on after a short month', () => {
    const monthly = { anchor: '2025-11-30', rhythm: 'monthly' } as const;
    expect([0, 1, 2, 3, 4].map((number) => occurrence(monthly, number))).toEqual([
      '2025-11-30',
      '2025-12-30',
      '2026-01-30',
      '2026-02-28',
      '2026-03-30',
    ]);
  });

  it('keeps its weekday, or its day of the month', () => {
    fc.assert(
      fc.property(schedules, numbers, (schedule, number) => {
        const day = occurrence(schedule, number);
        if (schedule.rhythm === 'monthly')
          return day.slice(8) === schedule.anchor.slice(8) || addDays(day, 1).endsWith('-01');
        return (
          daysBetween(schedule.anchor, day) === number * (schedule.rhythm === 'weekly' ? 7 : 14)
        );
      }),
    );
  });

  it('finds the first meeting on or after a day', () => {
    fc.assert(
      fc.property(schedules, days, (schedule, day) => {
        const number = numberFrom(schedule, day);
        return (
          occurrence(schedule, number) >= day &&
          (number === 0 || occurrence(schedule, number - 1) < day)
        );
      }),
    );
  });
});

const meetings = fc
  .uniqueArray(
    fc.record({
      number: fc.nat({ max: 30 }),
      status: fc.constantFrom(...meetingStatuses),
      day: fc.option(days),
    }),
    { selector: ({ number }) => number },
  )
  .map((all): Meeting[] => all);

describe('a schedule that changed', () => {
  /** A schedule and, after so many meetings, another one that begins so many days after the last of them. */
  const changed = fc
    .tuple(
      schedules,
      fc.nat({ max: 30 }),
      fc.integer({ min: 1, max: 40 }),
      fc.constantFrom(...rhythms),
    )
    .map(([before, first, pause, rhythm]) => {
      const anchor = addDays(occurrence(before, Math.max(0, first - 1)), pause);
      return {
        before,
        now: { anchor, rhythm, first, past: [{ ...before, first: 0 }].slice(0, first) },
      };
    });

  it('leaves what was where it was, and counts on from the new day', () => {
    fc.assert(
      fc.property(changed, numbers, ({ before, now }, number) => {
        const day = occurrence(now, number);
        const plain = { anchor: now.anchor, rhythm: now.rhythm };
        return number < now.first
          ? day === occurrence(before, number)
          : day === occurrence(plain, number - now.first);
      }),
    );
  });

  it('finds each meeting by its day', () => {
    fc.assert(
      fc.property(changed, numbers, ({ now }, number) => {
        const day = occurrence(now, number);
        return numberFrom(now, day) === number && numberFrom(now, addDays(day, 1)) === number + 1;
      }),
    );
  });
});

describe('the cadence of a series', () => {
  const weekly = { anchor: '2026-01-05', rhythm: 'weekly', endedOn: null } as const;
  const held = (number: number): Meeting => ({ number, status: 'held', day: null });
  const skipped = (number: number): Meeting => ({ number, status: 'skipped', day: null });

  it('counts what was kept, skipped and missed, and the streak since the last one missed', () => {
    const all = [held(0), held(2), skipped(3), held(4)];
    expect(cadenceOf(weekly, all, '2026-02-03')).toEqual({
      due: 4,
      kept: 3,
      skipped: 1,
      missed: 1,
      streak: 2,
    });
  });

  it('does not miss a meeting on its day, one that was moved ahead, or one after the end', () => {
    expect(cadenceOf(weekly, [], '2026-01-05').due).toBe(0);
    const moved: Meeting = { number: 0, status: 'planned', day: '2026-01-08' };
    expect(cadenceOf(weekly, [moved], '2026-01-07').missed).toBe(0);
    expect(cadenceOf(weekly, [moved], '2026-01-09').missed).toBe(1);
    expect(cadenceOf({ ...weekly, endedOn: '2026-01-12' }, [], '2026-06-01').due).toBe(1);
  });

  it('adds up, and a missed meeting that is kept after all never shortens the streak', () => {
    fc.assert(
      fc.property(schedules, meetings, days, (schedule, all, today) => {
        const series = { ...schedule, endedOn: null };
        const { due, kept, skipped: left, missed, streak } = cadenceOf(series, all, today);
        const better = all.map((meeting) => ({ ...meeting, status: 'held' as const }));
        return (
          due === kept + missed &&
          left === all.filter(({ status }) => status === 'skipped').length &&
          streak <= kept &&
          cadenceOf(series, better, today).streak >= streak
        );
      }),
    );
  });

  it('goes on with a meeting that is neither over nor held nor skipped', () => {
    fc.assert(
      fc.property(schedules, meetings, days, (schedule, all, today) => {
        const number = nextNumber({ ...schedule, endedOn: null }, all, today)!;
        const meeting = all.find((one) => one.number === number);
        const day = meeting?.day ?? occurrence(schedule, number);
        return day >= today && (meeting?.status ?? 'planned') === 'planned';
      }),
    );
  });
});

describe('the meetings of a series', () => {
  const ends = fc.option(days);

  it('are each there once, in order, up to the next one, and nothing known of them is lost', () => {
    fc.assert(
      fc.property(schedules, meetings, days, (schedule, all, today) => {
        const series = { ...schedule, endedOn: null };
        const dated = datedMeetings(series, all, today);
        const next = nextNumber(series, all, today)!;
        const numbers = dated.map(({ number }) => number);
        return (
          numbers.every((number, i) => i === 0 || number > numbers[i - 1]!) &&
          Array.from({ length: next + 1 }, (_, i) => i).every((i) => numbers.includes(i)) &&
          all.every((meeting) =>
            dated.some(
              ({ number, day, status }) =>
                number === meeting.number &&
                status === meeting.status &&
                day === (meeting.day ?? occurrence(schedule, number)),
            ),
          )
        );
      }),
    );
  });

  it('count as many that are due as their cadence does', () => {
    fc.assert(
      fc.property(schedules, meetings, ends, days, (schedule, all, endedOn, today) => {
        const series = { ...schedule, endedOn };
        const end = endedOn !== null && endedOn < today ? endedOn : today;
        const due = datedMeetings(series, all, today).filter(
          ({ status, day }) => status === 'held' || (status === 'planned' && day < end),
        );
        return due.length === cadenceOf(series, all, today).due;
      }),
    );
  });
});

describe('an agenda', () => {
  it('loses no topic when one is moved, and keeps the others in their order', () => {
    const lists = fc.uniqueArray(fc.nat(), { minLength: 1 });
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat({ max: 12 }), (list, which, place) => {
        const element = list[which % list.length]!;
        const result = moved(list, element, place);
        expect(result.filter((each) => each !== element)).toEqual(
          list.filter((each) => each !== element),
        );
        expect(result.indexOf(element)).toBe(Math.min(place, list.length - 1));
      }),
    );
  });

  it('carries an open topic over until it is settled, and loses none', () => {
    const topics = fc.array(
      fc
        .record({ raised: fc.nat({ max: 20 }), after: fc.option(fc.nat({ max: 20 })) })
        .map(({ raised, after }) => ({ raised, settled: after === null ? null : raised + after })),
    );
    fc.assert(
      fc.property(topics, (all) =>
        all.every((topic) => {
          const on = Array.from({ length: 50 }, (_, number) => number).filter((number) =>
            agendaOf(all, number).includes(topic),
          );
          const last = topic.settled ?? 49;
          return (
            on[0] === topic.raised && on.at(-1) === last && on.length === last - topic.raised + 1
          );
        }),
      ),
    );
  });
});

describe('a reminder', () => {
  it('comes the afternoon before, or in the morning and an hour before at the latest', () => {
    const at = (reminder: 'dayBefore' | 'morning', time: string) =>
      new Date(
        reminderMoment(reminder, { day: '2026-03-30', time }, 'Europe/Berlin')!,
      ).toISOString();
    expect(at('dayBefore', '09:30')).toBe('2026-03-29T14:00:00.000Z');
    expect(at('morning', '09:30')).toBe('2026-03-30T05:00:00.000Z');
    expect(at('morning', '06:15')).toBe('2026-03-30T03:15:00.000Z');
  });

  it('is of a planned meeting where it stands, before the end, and none before it is left out', () => {
    const timed = meetings.map((all) => all.map((meeting) => ({ ...meeting, time: null })));
    fc.assert(
      fc.property(
        schedules,
        timed,
        fc.option(days),
        fc.constantFrom(...reminders),
        days,
        (schedule, all, endedOn, reminder, day) => {
          const series = { ...schedule, endedOn, time: '09:30', timeZone: 'Europe/Berlin' };
          const after = Date.parse(`${day}T12:00:00Z`);
          const next = nextReminder(series, all, reminder, { from: 0, after });
          const last = next?.number ?? (reminder === 'none' ? 0 : numberFrom(series, endedOn!));
          const isDue = (number: number) => {
            const meeting = all.find((one) => one.number === number);
            const place = { day: meeting?.day ?? occurrence(schedule, number), time: series.time };
            const isPlanned = (meeting?.status ?? 'planned') === 'planned';
            return isPlanned && reminderMoment(reminder, place, series.timeZone)! > after;
          };
          const before = Array.from({ length: last }, (_, number) => number);
          return !before.some(isDue) && (next === null || isDue(next.number));
        },
      ),
    );
  });
});
