import { randomBytes } from 'node:crypto';
import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';

export type Form = {
  waveId: string;
  name: string;
  answered: boolean;
  questions: { id: string; kind: string }[];
};

/** All that a wave tells. */
export const reportQuery = `query ($id: ID!) { surveyReport(waveId: $id) {
  wave { status heard answered invited } groups { id name } mine { groupId into }
  cells { item groupId people counts score low high mean rate shares change clear driver }
  comments { id text groupId takesReplies replies } actions { id text groupId doneOn owner { name } }
  links { correlation } } }`;
export type Report = {
  wave: { status: string; heard: string | null; answered: number | null; invited: number };
  groups: { id: string }[];
  mine: { groupId: string; into: string | null }[];
  cells: { item: string; groupId: string; people: number; score: number | null; low: number }[];
  comments: {
    id: string;
    text: string;
    groupId: string;
    takesReplies: boolean;
    replies: string[];
  }[];
  actions: { id: string; text: string }[];
};

/** What a device draws for a draft or a mailbox. */
export const secret = (): string => randomBytes(32).toString('hex');

/** Sends a sheet; the answer is the code of the refusal, undefined when it was taken. */
export const answer = (browser: Browser, input: object): Promise<string | undefined> =>
  browser.refusal(`mutation ($input: AnswerSurveyInput!) { answerSurvey(input: $input) }`, {
    input,
  });

/** Starts a survey and has its first wave sent now; the answer is the wave. */
export async function openWave(laurel: Laurel, by: Browser, surveyId: string): Promise<string> {
  await by.ask(`mutation ($id: ID!) { startSurvey(id: $id) { id status } }`, { id: surveyId });
  return dueWave(laurel, by, surveyId);
}

/** Brings the next wave forward to today: its day and hour come at once. */
export async function dueWave(laurel: Laurel, by: Browser, surveyId: string): Promise<string> {
  await laurel.sql(
    `update outbox set due_at = now() - interval '1 hour',
       data = jsonb_set(data, '{day}', to_jsonb(current_date::text))
     where job = 'survey.launch' and data ->> 'surveyId' = $1`,
    [surveyId],
  );
  return eventually(async () => {
    const { survey } = await by.ask<{ survey: { waves: { id: string; status: string }[] } }>(
      `query ($id: ID!) { survey(id: $id) { waves { id status } } }`,
      { id: surveyId },
    );
    return survey.waves.find(({ status }) => status === 'open')?.id;
  });
}

export async function waveClosed(by: Browser, waveId: string): Promise<void> {
  await eventually(async () => {
    const { surveyReport } = await by.ask<{ surveyReport: { wave: { status: string } } }>(
      `query ($id: ID!) { surveyReport(waveId: $id) { wave { status } } }`,
      { id: waveId },
    );
    return surveyReport.wave.status !== 'open' || undefined;
  });
}

export async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not happen.');
}
