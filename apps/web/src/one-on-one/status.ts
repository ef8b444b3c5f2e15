import type { MeetingDate } from './one-on-one.js';

/** What became of a meeting: one that was planned and whose day is over was missed. */
export type Outcome = 'planned' | 'held' | 'skipped' | 'missed';

export const outcomeOf = (
  { status, day }: Pick<MeetingDate, 'status' | 'day'>,
  today: string,
): Outcome => (status === 'planned' && day < today ? 'missed' : status);

export const outcomeColours: Readonly<Record<Outcome, string>> = {
  planned: 'gray',
  held: 'laurel',
  skipped: 'gold',
  missed: 'red',
};
