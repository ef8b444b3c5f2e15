import { addDays, monthStart, type Day } from '@laurel/shared/core';

export const cadences = ['once', 'weekly', 'twoWeekly', 'monthly', 'quarterly'] as const;
export type Cadence = (typeof cadences)[number];

const days: Partial<Record<Cadence, number>> = { weekly: 7, twoWeekly: 14 };
const months: Partial<Record<Cadence, number>> = { monthly: 1, quarterly: 3 };

/** The day of the n-th wave, 0 the anchor: always counted from the anchor; undefined where there is none. */
export function occurrence(anchor: Day, cadence: Cadence, n: number): Day | undefined {
  if (n === 0) return anchor;
  if (cadence === 'once') return undefined;
  const step = days[cadence];
  return step ? addDays(anchor, step * n) : addMonths(anchor, months[cadence]! * n);
}

/** The first wave on or after a day, and its day; undefined when none comes. */
export function nextOccurrence(
  anchor: Day,
  cadence: Cadence,
  from: Day,
): { readonly n: number; readonly day: Day } | undefined {
  for (let n = 0; ; n++) {
    const day = occurrence(anchor, cadence, n);
    if (day === undefined) return undefined;
    if (day >= from) return { n, day };
  }
}

/** So many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(day: Day, count: number): Day {
  const last = addDays(monthStart(day, count + 1), -1);
  const wanted = `${last.slice(0, 8)}${day.slice(8)}`;
  return wanted < last ? wanted : last;
}
