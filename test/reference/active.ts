import type { Days, Facts } from './facts.js';
import { Fraction, one } from './fraction.js';

/** The part of a range in which the payee was active: day by day, counting the days that matter. */
export function activePart(range: Days, active: Facts['active'], by: string): Fraction {
  if (!active) return one;
  const days = daysOf(range).filter((day) => counts(day, by));
  const worked = days.filter((day) => day >= active.from && (!active.to || day < active.to));
  return days.length === 0 ? one : Fraction.of(worked.length, days.length);
}

function daysOf({ from, to }: Days): string[] {
  const days: string[] = [];
  for (
    let day = new Date(`${from}T00:00:00Z`);
    text(day) < to;
    day.setUTCDate(day.getUTCDate() + 1)
  )
    days.push(text(day));
  return days;
}

const text = (day: Date) => day.toISOString().slice(0, 10);

function counts(day: string, by: string): boolean {
  if (by === 'calendar') return true;
  if (by === 'months') return day.endsWith('-15');
  return ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}
