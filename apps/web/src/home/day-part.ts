export type DayPart = 'morning' | 'day' | 'evening';

/** Which greeting fits the hour (0 to 23) on the reader's clock. */
export function dayPart(hour: number): DayPart {
  if (hour >= 4 && hour < 11) return 'morning';
  return hour >= 18 || hour < 4 ? 'evening' : 'day';
}
