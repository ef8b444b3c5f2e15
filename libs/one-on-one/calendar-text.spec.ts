import { addDays, momentOf, type Day } from '@laurel/shared/core';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText } from './calendar-text.js';
import { numberFrom, occurrence, rhythms } from './core/index.js';
import type { OneOnOne } from './one-on-one.entity.js';
import type { KnownMeeting } from './series-rows.js';

const series = (change: Partial<OneOnOne> = {}): OneOnOne =>
  Object.assign({} as OneOnOne, {
    id: '5f1c',
    rhythm: 'weekly',
    anchor: '2026-03-16',
    first: 0,
    past: [],
    time: '09:30',
    timeZone: 'Europe/Berlin',
    minutes: 30,
    endedOn: null,
    ...change,
  });
const stamp = new Date('2026-03-01T12:00:00Z');
const textOf = (of: OneOnOne, meetings: readonly KnownMeeting[] = []) =>
  calendarText(
    'One-on-ones',
    [{ series: of, meetings, title: 'One-on-one with Zoë; X, Y', link: 'https://x.example/1' }],
    stamp,
  );

/** The first moments of a calendar, as a program that reads it sees them. */
function momentsIn(text: string, most: number): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const [whole, ...moved] = calendar.getAllSubcomponents('vevent');
  if (!whole) return [];
  const event = new ICAL.Event(whole);
  for (const one of moved) event.relateException(one);
  const iterator = event.iterator();
  const moments: string[] = [];
  for (let at = iterator.next(); at && moments.length < most; at = iterator.next())
    moments.push(event.getOccurrenceDetails(at).startDate.toJSDate().toISOString());
  return moments;
}

const expected = ({ time, timeZone, ...of }: OneOnOne, numbers: readonly number[]): string[] =>
  numbers.map((number) => new Date(momentOf(occurrence(of, number), time, timeZone)).toISOString());
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('the calendar of a series', () => {
  it('keeps the time on the clocks when they change', () => {
    expect(momentsIn(textOf(series()), 3)).toEqual([
      '2026-03-16T08:30:00.000Z',
      '2026-03-23T08:30:00.000Z',
      '2026-03-30T07:30:00.000Z',
    ]);
  });

  it('holds exactly the meetings of the series, whatever its rhythm, zone and end', () => {
    const days = fc.integer({ min: 0, max: 2_000 }).map((n): Day => addDays('2024-01-01', n));
    const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC');
    fc.assert(
      fc.property(
        fc.constantFrom(...rhythms),
        days,
        zones,
        fc.option(fc.integer({ min: 0, max: 400 })),
        (rhythm, anchor, timeZone, lasts) => {
          const endedOn = lasts === null ? null : addDays(anchor, lasts);
          const of = series({ rhythm, anchor, timeZone, endedOn });
          const count = endedOn === null ? 30 : Math.min(30, numberFrom(of, endedOn));
          expect(momentsIn(textOf(of), 30)).toEqual(expected(of, upTo(count)));
        },
      ),
      {
        numRuns: 60,
        examples: [
          ['monthly', '2024-12-29', 'Europe/Berlin', null],
          ['monthly', '2025-05-30', 'Europe/Berlin', null],
          ['monthly', '2025-03-31', 'Europe/Berlin', null],
        ],
      },
    );
  });

  it('shows a meeting where it was moved to, and leaves out what is skipped', () => {
    const moved = { number: 1, status: 'planned', day: '2026-03-25', time: '16:00' } as const;
    const skipped = { number: 2, status: 'skipped', day: '2026-04-01', time: null } as const;
    const held = { number: 0, status: 'held', day: null, time: null } as const;
    expect(momentsIn(textOf(series(), [held, moved, skipped]), 3)).toEqual([
      '2026-03-16T08:30:00.000Z',
      '2026-03-25T15:00:00.000Z',
      '2026-04-06T07:30:00.000Z',
    ]);
  });

  it('holds a series that changed as one that ended and one that began, each on its own clock', () => {
    const { rhythm, anchor, time, timeZone, minutes } = series();
    const past = [{ first: 0, rhythm, anchor, time, timeZone, minutes }];
    const now = { first: 2, rhythm: 'monthly', anchor: '2026-04-15', minutes: 45 } as const;
    const of = series({ ...now, past, time: '14:00', timeZone: 'America/New_York' });
    const moved = { number: 3, status: 'planned', day: '2026-05-18', time: null } as const;
    const text = textOf(of, [moved]);
    const events = text.split('BEGIN:VEVENT').slice(1);
    expect(events).toHaveLength(3);
    expect(events[0]).toContain('DTSTART;TZID=Europe/Berlin:20260316T093000');
    expect(events[0]).toContain('RRULE:FREQ=WEEKLY;COUNT=2');
    expect(events[0]).toContain('DURATION:PT30M');
    expect(events[1]).toContain('UID:one-on-one-5f1c-2');
    expect(events[1]).toContain('DTSTART;TZID=America/New_York:20260415T140000');
    expect(events[1]).toContain('DURATION:PT45M');
    expect(events[2]).toContain('RECURRENCE-ID;TZID=America/New_York:20260515T140000');
    const ended = textOf({ ...of, endedOn: '2026-03-20' } as OneOnOne);
    expect(ended.split('BEGIN:VEVENT')).toHaveLength(2);
    expect(ended).toContain('COUNT=1');
  });

  it('is as RFC 5545 wants it: whole lines, escaped words, a zone for each time', () => {
    const text = textOf(series());
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text).toContain('SUMMARY:One-on-one with Zoë\\; X\\, Y');
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260316T093000');
    expect(text).toContain('DTSTAMP:20260301T120000Z');
    expect(text).toContain('BEGIN:VTIMEZONE');
  });
});
