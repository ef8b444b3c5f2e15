import type { Browser } from './client.js';
import { dayAfter } from './days.js';

type Text = { id: string; text: string };
export type MeetingRead = {
  privateNote: string;
  sharedNote: string;
  topics: (Text & { version: number })[];
  actions: (Text & { doneOn: string | null })[];
};

/** A topic as it is sent back with a change. */
export const asInput = ({ id, text, version }: Text & { version: number }) => ({
  id,
  text,
  version,
});

/** A Monday so many weeks from this one. */
export function monday(weeks: number): string {
  const now = new Date();
  now.setUTCDate(now.getUTCDate() - ((now.getUTCDay() + 6) % 7) + weeks * 7);
  return now.toISOString().slice(0, 10);
}

/** The days of a weekly series: three of them have been, whatever day it is, and the next is tomorrow. */
export const sinceThreeWeeks = (number: number): string =>
  dayAfter(new Date().toISOString().slice(0, 10), 7 * number - 20);

/** All that somebody is shown of a meeting. */
export async function readMeeting(
  browser: Browser,
  id: string,
  number: number,
): Promise<MeetingRead> {
  const { oneOnOneMeeting } = await browser.ask<{ oneOnOneMeeting: MeetingRead }>(
    `query ($id: ID!, $number: Int!) { oneOnOneMeeting(oneOnOneId: $id, number: $number) {
       day status skipNote sharedNote version privateNote
       topics { id text raised settled version author { id } }
       actions { id text raised doneOn owner { id } } } }`,
    { id, number },
  );
  return oneOnOneMeeting;
}

/** The id of whoever is signed in. */
export const viewerOf = async (browser: Browser): Promise<string> => {
  const { viewer } = await browser.ask<{ viewer: { member: { id: string } } }>(
    `{ viewer { member { id } } }`,
  );
  return viewer.member.id;
};

/** A day so many days from today in Berlin. */
export function day(offset: number): string {
  const at = new Date(Date.now() + offset * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(at);
}

/** Waits until it is so. */
export async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 200; !(await reached()); left--) {
    if (!left) throw new Error('Not reached in 10 s.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
