export type Rhythm = 'weekly' | 'twoWeekly' | 'monthly';

/** So many days later. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

/** The days of a series from one day to another, both in: counted anew here, to compare with. */
export function occurrences(anchor: string, rhythm: Rhythm, from: string, to: string): string[] {
  const days: string[] = [];
  for (let n = 0; ; n++) {
    const day = rhythm === 'monthly' ? monthsAfter(anchor, n) : dayAfter(anchor, n * steps[rhythm]);
    if (day > to) return days;
    if (day >= from) days.push(day);
  }
}

const steps = { weekly: 7, twoWeekly: 14 };

function monthsAfter(anchor: string, count: number): string {
  const [year, month, day] = anchor.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  const found = new Date(Date.UTC(year, month - 1 + count, Math.min(day, lastOfMonth)));
  return found.toISOString().slice(0, 10);
}
