import ICAL from 'ical.js';
import type { Day } from '@laurel/shared/core';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { numberFrom, occurrence, recurrence } from './core/index.js';
import type { OneOnOne, PastRhythm } from './one-on-one.entity.js';
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
  const plans = all.flatMap((shown) => plansOf(shown.series).map((plan) => ({ shown, plan })));
  const zones = new Map(plans.map(({ plan: { timeZone } }) => [timeZone, zoneOf(timeZone)]));
  for (const zone of zones.values()) calendar.addSubcomponent(zone);
  for (const { shown, plan } of plans)
    for (const event of eventsOf(shown, plan, nameOf(zones.get(plan.timeZone)!), stamp))
      calendar.addSubcomponent(event);
  return `${calendar.toString()}\r\n`;
}

/** The rules by which the clocks of a zone go, so that no program has to know them. */
function zoneOf(timeZone: string): ICAL.Component {
  const [block] = tzlib_get_ical_block(timeZone);
  return new ICAL.Component(ICAL.parse(block!.trim()) as [string, unknown[], unknown[]]);
}

const nameOf = (zone: ICAL.Component) => String(zone.getFirstPropertyValue('tzid'));

type Plan = Omit<PastRhythm, 'first'> & { readonly from: number; readonly to: number | null };

/** The stretches of a series, each up to the next one or the end. */
function plansOf(series: OneOnOne): Plan[] {
  const end = series.endedOn === null ? null : numberFrom(series, series.endedOn);
  const { past, first } = series;
  return [...past, series].map(({ rhythm, anchor, time, timeZone, minutes, first: from }, i) => {
    const to = i < past.length ? (past[i + 1]?.first ?? first) : null;
    return {
      rhythm,
      anchor,
      time,
      timeZone,
      minutes,
      from,
      to: end === null ? to : Math.min(end, to ?? end),
    };
  });
}

/** Each stretch as one event that recurs, without the meetings that are skipped, and each that was moved. */
function eventsOf(shown: Shown, plan: Plan, zone: string, stamp: Date): ICAL.Component[] {
  const { series, meetings } = shown;
  const { from, to } = plan;
  if (to !== null && to <= from) return [];
  const known = meetings.filter(({ number }) => number >= from && (to === null || number < to));
  const planned = (number: number) => timeOf(occurrence(series, number), plan.time);
  const when = { plan, zone, stamp };
  const whole = event(shown, { ...when, start: planned(from) });
  const { rule, also } = recurrence(plan, to === null ? null : to - from);
  whole.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule));
  for (const day of also) addTime(whole, 'rdate', timeOf(day, plan.time), zone);
  for (const { number } of known.filter(({ status }) => status === 'skipped'))
    addTime(whole, 'exdate', planned(number), zone);
  const moved = known.filter(
    ({ status, day, time }) => status !== 'skipped' && (day !== null || time !== null),
  );
  return [
    whole,
    ...moved.map(({ number, day, time }) => {
      const start = timeOf(day ?? occurrence(series, number), time ?? plan.time);
      const one = event(shown, { ...when, start });
      addTime(one, 'recurrence-id', planned(number), zone);
      return one;
    }),
  ];
}

type When = { plan: Plan; zone: string; stamp: Date; start: ICAL.Time };

function event({ series, title, link }: Shown, { plan, zone, stamp, start }: When): ICAL.Component {
  const component = new ICAL.Component('vevent');
  const part = plan.from ? `-${plan.from}` : '';
  component.addPropertyWithValue('uid', `one-on-one-${series.id}${part}`);
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(stamp, true));
  addTime(component, 'dtstart', start, zone);
  component.addPropertyWithValue('duration', ICAL.Duration.fromSeconds(plan.minutes * 60));
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
