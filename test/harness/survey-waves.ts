import { randomBytes } from 'node:crypto';
import type { Group, Sheet } from '@laurel/survey/core';
import type { Laurel } from './laurel.js';
import type { Random } from './random.js';
import { answer, eventually, secret } from './survey.js';
import { surveyKey, ticketOf, type Crowd, type Question } from './survey-crowd.js';

/** A wave as the attacker knows it: everybody who was asked with all groups around them, and what they handed in. */
export type Wave = {
  readonly id: string;
  readonly crowd: Crowd;
  readonly groups: readonly Group[];
  readonly questions: readonly Question[];
  readonly asked: readonly Asked[];
  readonly sheets: ReadonlyMap<string, Sheet>;
};
export type Asked = {
  readonly id: string;
  readonly own: readonly string[];
  readonly groups: ReadonlySet<string>;
};

/** Sends the next wave of every survey at once; those before are put far enough into the past. */
export async function sendWaves(
  laurel: Laurel,
  crowds: readonly Crowd[],
): Promise<Omit<Wave, 'sheets'>[]> {
  await laurel.sql(`alter table survey_wave disable trigger user`);
  await laurel.sql(`update survey_wave set opens_on = opens_on - 100, closes_on = closes_on - 100`);
  await laurel.sql(`alter table survey_wave enable trigger user`);
  await laurel.sql(
    `update outbox set due_at = now() - interval '1 hour',
       data = jsonb_set(data, '{day}', to_jsonb(current_date::text)) where job = 'survey.launch'`,
  );
  type Row = Pick<Wave, 'id' | 'groups'> & {
    surveyId: string;
    questionIds: string[];
    asked: { id: string; own: string[] }[];
  };
  const rows = await eventually(async () => {
    const sent = await laurel.sql<Row>(
      `select wave.id, survey_id as "surveyId", wave.groups, question_ids as "questionIds",
         jsonb_agg(jsonb_build_object('id', member_id, 'own', ticket.groups) order by member_id) as asked
       from survey_wave wave join survey_ticket ticket on wave_id = wave.id
       where status = 'open' group by wave.organization_id, wave.id`,
    );
    return sent.length === crowds.length ? sent : undefined;
  });
  return crowds.map((crowd) => {
    const row = rows.find(({ surveyId }) => surveyId === crowd.surveyId)!;
    const questions = crowd.questions.filter(({ id }) => row.questionIds.includes(id));
    const parents = new Map(row.groups.map(({ id, parent }) => [id, parent]));
    const asked = row.asked.map((one) => ({ ...one, groups: around(one.own, parents) }));
    return { id: row.id, crowd, groups: row.groups, questions, asked };
  });
}

function around(own: readonly string[], parents: ReadonlyMap<string, string | null>) {
  const found = new Set<string>();
  for (const start of own)
    for (let id: string | null | undefined = start; id; id = parents.get(id)) found.add(id);
  return found;
}

/** What somebody answers: how they are shows in all of it, so that answers go with the score. */
export function sheetOf(
  { crowd: { zeal }, questions }: Omit<Wave, 'sheets'>,
  { id, own }: Asked,
  random: Random,
): Sheet | undefined {
  if (random.below(100) >= zeal.sheets) return undefined;
  const mood = random.below(11);
  const scores: Record<string, number> = {};
  const comments: Record<string, string> = {};
  for (const question of questions) {
    if (random.below(100) >= zeal.answers) continue;
    if (question.kind === 'zeroToTen') scores[question.id] = mood;
    else if (question.kind === 'oneToTen') scores[question.id] = Math.max(1, mood);
    else if (question.kind === 'agreement')
      scores[question.id] = 1 + Math.floor((mood + random.below(4)) / 3);
    else if (random.below(2)) comments[question.id] = `words of ${id}`;
  }
  if (!Object.keys({ ...scores, ...comments }).length) return undefined;
  return { groups: own as string[], scores, comments, mailboxes: {} };
}

/** By the links of mails. */
export async function handIn(laurel: Laurel, wave: Wave): Promise<void> {
  for (const [memberId, { scores, comments }] of wave.sheets) {
    const answers = [
      ...Object.entries(scores).map(([question, value]) => ({ question, value })),
      ...Object.entries(comments).map(([question, text]) => ({ question, text })),
    ];
    const ticket = ticketOf(wave.id, memberId);
    const refused = await answer(laurel.browser(), { ticket, secret: secret(), answers });
    if (refused) throw new Error(refused);
  }
}

/** The same for thousands: sheets and tickets as the server leaves them. */
export async function putDown(laurel: Laurel, waves: readonly Wave[]): Promise<void> {
  process.env.SURVEY_KEY = surveyKey;
  const { seal } = await import('../../libs/survey/seal.js');
  const sheets = waves.flatMap((wave) =>
    [...wave.sheets].map(([memberId, sheet]) => ({ wave, memberId, sheet })),
  );
  await laurel.sql(
    `insert into survey_sheet (organization_id, wave_id, key, sealed)
     select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[])`,
    [
      sheets.map(({ wave }) => wave.crowd.organizationId),
      sheets.map(({ wave }) => wave.id),
      sheets.map(() => randomBytes(32)),
      sheets.map(({ wave, sheet }) => seal(wave.id, sheet)),
    ],
  );
  await laurel.sql(
    `update survey_ticket set receipt = sha256(gen_random_uuid()::text::bytea)
     from unnest($1::uuid[], $2::uuid[]) as given (wave, member) where wave_id = wave and member_id = member`,
    [sheets.map(({ wave }) => wave.id), sheets.map(({ memberId }) => memberId)],
  );
}

/** Closes all waves before their day, and shares them with those who were asked. */
export async function closeWaves(laurel: Laurel, waves: readonly Wave[]): Promise<void> {
  const tell = (mutation: string) =>
    Promise.all(
      waves.map(({ id, crowd: { hr } }) =>
        hr.ask(`mutation ($id: ID!) { ${mutation}(id: $id) { id } }`, { id }),
      ),
    );
  await tell('closeSurveyWave');
  await eventually(async () => {
    const open = await laurel.sql(`select from survey_wave where status = 'open'`);
    return open.length === 0 || undefined;
  });
  await tell('shareSurveyWave');
}
