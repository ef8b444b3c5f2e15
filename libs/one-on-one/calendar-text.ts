import ICAL from 'ical.js';
import type { Day } from '@laurel/shared/core';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { numberFrom, occurrence, recurrenceRule } from './core/index.js';
import type { OneOnOne } from './one-on-one.entity.js';
import type { KnownMeeting } from './series-rows.js';

/** A series as a calendar shows it: when and with whom, and nothing of what is said. */
export type Shown = {
  readonly series: OneOnOne;
  readonly meetings: readonly KnownMeeting[];
  readonly title: string;
  readonly link: string;
};

/** How often programs that follow a calendar look at it again. */
const refresh = 'PT1H';

/** An iCalendar (RFC 5545) of some series, as of a moment. */
export function calendarText(name: string, all: readonly Shown[], stamp: Date): string {
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//Laurel//One-on-ones//EN');
  calendar.addPropertyWithValue('method', 'PUBLISH');
  calendar.addPropertyWithValue('x-wr-calname', name);
  calendar.addPropertyWithValue('x-published-ttl', refresh);
  const zones = new Map(all.map(({ series }) => [series.timeZone, zoneOf(series.timeZone)]));
  for (const zone of zones.values()) calendar.addSubcomponent(zone);
  for (const shown of all)
    for (const event of eventsOf(shown, nameOf(zones.get(shown.series.timeZone)!), stamp))
      calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** The rules by which the clocks of a zone go, so that no program has to know them. */
function zoneOf(timeZone: string): ICAL.Component {
  const [block] = tzlib_get_ical_block(timeZone);
  return new ICAL.Component(ICAL.parse(block!.trim()) as [string, unknown[], unknown[]]);
}

const nameOf = (zone: ICAL.Component) => String(zone.getFirstPropertyValue('tzid'));

/** The series as one event that recurs, without the meetings that are skipped, and each that was moved. */
function eventsOf(shown: Shown, zone: string, stamp: Date): ICAL.Component[] {
  const { series, meetings } = shown;
  const count = series.endedOn === null ? null : numberFrom(series, series.endedOn);
  if (count === 0) return [];
  const known = meetings.filter(({ number }) => count === null || number < count);
  const planned = (number: number) => timeOf(occurrence(series, number), series.time);
  const whole = event(shown, { zone, stamp, start: planned(0) });
  const rule = ICAL.Recur.fromString(recurrenceRule(series, count));
  whole.addPropertyWithValue('rrule', rule);
  for (const { number } of known.filter(({ status }) => status === 'skipped'))
    addTime(whole, 'exdate', planned(number), zone);
  const moved = known.filter(
    ({ status, day, time }) => status !== 'skipped' && (day !== null || time !== null),
  );
  return [
    whole,
    ...moved.map(({ number, day, time }) => {
      const start = timeOf(day ?? occurrence(series, number), time ?? series.time);
      const one = event(shown, { zone, stamp, start });
      addTime(one, 'recurrence-id', planned(number), zone);
      return one;
    }),
  ];
}

type When = { zone: string; stamp: Date; start: ICAL.Time };

function event({ series, title, link }: Shown, { zone, stamp, start }: When): ICAL.Component {
  const component = new ICAL.Component('vevent');
  component.addPropertyWithValue('uid', `one-on-one-${series.id}`);
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stamp, true));
  addTime(component, 'dtstart', start, zone);
  component.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(series.minutes * 60));
  component.addPropertyWithValue('summary', title);
  component.addPropertyWithValue('url', link);
  return component;
}

/** A time on the clocks of a zone. */
function addTime(component: ICAL.Component, name: string, time: ICAL.Time, zone: string): void {
  component.addPropertyWithValue(name, time).setParameter('tzid', zone);
}

function timeOf(day: Day, time: string): ICAL.Time {
  const [year, month, date] = day.split('-').map(Number);
  const [hour, minute] = time.split(':').map(Number);
  return ICAL.Time.fromData({ year, month, day: date, hour, minute, second: 0, isDate: false });
}
