import { daysBetween, type Day } from './day.js';

const minuteMs = 60_000;

/**
 * When it is this day and time ("09:30") in a time zone (IANA name), in milliseconds since 1970 in UTC;
 * a time that the clocks skip comes when they have.
 */
export function momentOf(day: Day, time: string, timeZone: string): number {
  const wanted = asIfUtc(day, time);
  const first = wanted - offsetAt(wanted, timeZone);
  return wanted - offsetAt(first, timeZone);
}

function asIfUtc(day: Day, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (daysBetween('1970-01-01', day) * 24 * 60 + hours * 60 + minutes) * minuteMs;
}

/** What the clocks of a zone show beyond UTC at a full minute, in milliseconds. */
function offsetAt(moment: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return asIfUtc(day, `${part('hour')}:${part('minute')}`) - moment;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one costs far more than reading it, and there are a few hundred zones at most. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  clocks.set(timeZone, clock);
  return clock;
}
