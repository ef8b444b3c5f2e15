import type { Browser } from './client.js';

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
