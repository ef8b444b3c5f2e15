import { momentOf as momentAt, type Day } from '@laurel/shared/core';

/** The moment when it is this day and full hour in a time zone. */
export const momentOf = (day: Day, hour: number, timeZone: string): Date =>
  new Date(momentAt(day, `${String(hour).padStart(2, '0')}:00`, timeZone));
