import { createHash } from 'node:crypto';
import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';
import { answer, dueWave, openWave, waveClosed } from './survey.js';

/** Secrets of a cast's surveys, such as its people would hold. */
export const ticketOf = (mark: string) => `${mark} ticket`;
export const mailboxOf = (mark: string) => hash(`${mark} mailbox`);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

type Id = { id: string };

/** A survey with one wave that is closed, one that is open, and a draft; the answer is their ids. */
export async function addSurvey(
  laurel: Laurel,
  hr: Browser,
  mark: string,
  ownerId: string,
): Promise<Record<string, string>> {
  const { surveyQuestions: bank } = await hr.ask<{ surveyQuestions: (Id & { key: string })[] }>(
    `{ surveyQuestions { id key } }`,
  );
  const ids = (keys: string[]) =>
    keys.map((key) => bank.find((question) => question.key === key)!.id);
  const asked = ids(['enps', 'team.trust', 'voice.change']);
  const save = async (name: string) => {
    const input = {
      name: `${mark} ${name}`,
      cadence: 'weekly',
      anchor: '2024-01-01',
      questionIds: [...asked, ...ids(['tools.enough'])],
      questionCount: 3,
      scoreThreshold: 3,
      commentThreshold: 6,
      audience: { roles: ['rep', 'manager', 'finance', 'admin'] },
    };
    const { saveSurvey } = await hr.ask<{ saveSurvey: Id }>(
      `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
      { input },
    );
    return saveSurvey.id;
  };
  const survey = await save('pulse');
  const wave = await openWave(laurel, hr, survey);
  await answerAll(laurel, mark, wave, asked);
  await hr.ask(`mutation ($id: ID!) { closeSurveyWave(id: $id) { id } }`, { id: wave });
  await waveClosed(hr, wave);
  await hr.ask(`mutation ($id: ID!) { shareSurveyWave(id: $id, heard: "${mark} heard") { id } }`, {
    id: wave,
  });
  await laurel.sql(
    `insert into mail_failure (organization_id, about, address, reason)
     select organization_id, id, $1, '550 no such mailbox' from survey_wave where id = $2`,
    [`${mark}@nowhere.example`, wave],
  );
  const followed = await follow(hr, mark, wave, ownerId);
  await laurel.sql(`alter table survey_wave disable trigger user`);
  await laurel.sql(
    `update survey_wave set opens_on = opens_on - 7, closes_on = closes_on - 7 where id = $1`,
    [wave],
  );
  await laurel.sql(`alter table survey_wave enable trigger user`);
  const running = await dueWave(laurel, hr, survey);
  await giveTickets(laurel, mark, running);
  return {
    survey,
    draftSurvey: await save('draft'),
    wave,
    runningWave: running,
    question: asked[0]!,
    runningQuestion: ids(['tools.enough'])[0]!,
    ...followed,
  };
}

/** Tickets whose secrets the test knows. */
const giveTickets = (laurel: Laurel, mark: string, wave: string) =>
  laurel.sql<{ token: string }>(
    `update survey_ticket set token_hash = sha256(convert_to($1 || numbered.n, 'UTF8'))
     from (select id, case row_number() over (order by id) when 1 then '' else ' ' || row_number() over (order by id) end as n
           from survey_ticket where wave_id = $2) numbered
     where numbered.id = survey_ticket.id returning $1 || numbered.n as token`,
    [ticketOf(mark), wave],
  );

async function answerAll(laurel: Laurel, mark: string, wave: string, asked: string[]) {
  const tickets = await giveTickets(laurel, mark, wave);
  const [score, trust, words] = asked;
  for (const [i, { token }] of tickets.entries()) {
    const refused = await answer(laurel.browser(), {
      ticket: token,
      secret: hash(`${mark} draft ${i}`),
      answers: [
        { question: score, value: i },
        { question: trust, value: (i % 5) + 1 },
        {
          question: words,
          text: `${mark} words ${i}`,
          mailbox: mailboxOf(i ? `${mark} ${i}` : mark),
        },
      ],
    });
    if (refused) throw new Error(refused);
  }
}

async function follow(hr: Browser, mark: string, waveId: string, ownerId: string) {
  const input = { waveId, groupId: 'all', text: `${mark} action`, ownerId, dueOn: '2027-01-01' };
  const { saveSurveyAction: action } = await hr.ask<{ saveSurveyAction: Id }>(
    `mutation ($input: SurveyActionInput!) { saveSurveyAction(input: $input) { id } }`,
    { input },
  );
  const { surveyReport } = await hr.ask<{ surveyReport: { comments: (Id & { text: string })[] } }>(
    `query ($waveId: ID!) { surveyReport(waveId: $waveId) { comments { id text } } }`,
    { waveId },
  );
  const comment = surveyReport.comments.find(({ text }) => text === `${mark} words 0`)!.id;
  await hr.ask(
    `mutation ($id: ID!) { replyToSurveyComment(commentId: $id, text: "${mark} reply") { id } }`,
    { id: comment },
  );
  return { comment, surveyAction: action.id };
}
