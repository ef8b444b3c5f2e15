import { createHmac } from 'node:crypto';
import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';
import { addTeam, each, found, join, place } from './organization.js';
import { Random } from './random.js';
import { answer, openWave, secret, waveClosed } from './survey.js';

/** Seals and tickets of surveys that a test looks behind. */
export const surveyKey = 'a key that no database and no backup of it holds';

/** The secret in the link that somebody is mailed. */
export const ticketOf = (waveId: string, memberId: string): string =>
  createHmac('sha256', surveyKey).update(`ticket ${waveId} ${memberId}`).digest('hex');

/** Somebody as the attacker knows them: every group that holds them, and what they answered by question. */
export type Member = {
  readonly id: string;
  readonly role: 'rep' | 'manager' | 'finance';
  readonly groups: ReadonlySet<string>;
  readonly answers: Record<string, number | string>;
};
export type Crowd = {
  readonly members: readonly Member[];
  readonly admin: Browser;
  readonly hr: Browser;
  readonly questions: readonly string[];
  readonly waveId: string;
  readonly surveyId: string;
};

const regions = ['north', 'south', 'east'];
const hires: Record<string, string> = { longer: '2010-01-01', firstYear: monthAgo() };

/** An organisation of two levels of teams of any size, with roles, regions and tenures across them, and one closed wave. */
export async function crowd(laurel: Laurel, size: number): Promise<Crowd> {
  const random = new Random(size);
  const admin = await found(laurel, `Crowd ${size}`, `ada@crowd${size}.example`);
  const places = await teams(admin, random);
  const people = Array.from({ length: size }, (_, i) => ({
    name: `Person ${i}`,
    email: `person${i}@crowd${size}.example`,
    role: random.below(8) ? ('rep' as const) : random.pick(['rep', 'manager', 'finance'] as const),
    region: random.pick(regions),
    hiredOn: hires[random.below(4) ? 'longer' : 'firstYear'],
    hr: i === 0,
  }));
  const added = await each(admin, 'saveMember', 'MemberInput', people);
  const at = people.map(() => places[random.below(random.below(places.length) + 1)]!);
  for (const { id } of places)
    await place(
      admin,
      id,
      added.filter((_, i) => at[i]!.id === id).map((one) => one.id),
    );
  const members = people.map(({ role, region, hiredOn }, i) => ({
    id: added[i]!.id,
    role,
    groups: new Set([
      'all',
      `team:${at[i]!.id}`,
      ...(at[i]!.parent ? [`team:${at[i]!.parent}`] : []),
      `role:${role}`,
      `region:${region}`,
      `tenure:${hiredOn === hires.longer ? 'longer' : 'firstYear'}`,
    ]),
    answers: {},
  }));
  const hr = await join(laurel, admin, members[0]!.id);
  return { members, admin, hr, ...(await closedWave(laurel, hr, members, random)) };
}

async function teams(admin: Browser, random: Random) {
  const found: { id: string; parent: string | null }[] = [];
  for (let d = 0; d < 2 + random.below(2); d++) {
    const parent = await addTeam(admin, `Division ${d}`);
    found.push({ id: parent, parent: null });
    for (let t = 0; t < 2 + random.below(3); t++)
      found.push({ id: await addTeam(admin, `Team ${d}.${t}`, parent), parent });
  }
  return random.shuffled(found);
}

async function closedWave(laurel: Laurel, hr: Browser, members: readonly Member[], random: Random) {
  const { surveyQuestions } = await hr.ask<{ surveyQuestions: { id: string; key: string }[] }>(
    `{ surveyQuestions { id key } }`,
  );
  const idOf = (key: string) => surveyQuestions.find((question) => question.key === key)!.id;
  const questions = ['enps', 'team.trust', 'voice.change'].map(idOf);
  // Administrators are asked too, unless roles are named; here all whom the attacker knows are.
  const audience = { roles: ['rep', 'manager', 'finance'] };
  const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
    `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
    {
      input: {
        name: 'Pulse',
        cadence: 'once',
        anchor: '2024-01-01',
        questionIds: questions,
        audience,
      },
    },
  );
  const waveId = await openWave(laurel, hr, saveSurvey.id);
  for (const member of members) await hand(laurel, waveId, questions, member, random);
  await hr.ask(`mutation ($id: ID!) { closeSurveyWave(id: $id) { id } }`, { id: waveId });
  await waveClosed(hr, waveId);
  await hr.ask(`mutation ($id: ID!) { shareSurveyWave(id: $id) { id } }`, { id: waveId });
  return { questions, waveId, surveyId: saveSurvey.id };
}

/** Three in four answer, and not all of them everything. */
async function hand(
  laurel: Laurel,
  waveId: string,
  [score, trust, words]: string[],
  member: Member,
  random: Random,
): Promise<void> {
  if (!random.below(4)) return;
  Object.assign(member.answers, {
    ...(random.below(12) && { [score!]: random.below(11) }),
    ...(random.below(12) && { [trust!]: 1 + random.below(5) }),
    ...(random.below(2) && { [words!]: `words of ${member.id}` }),
  });
  const answers = Object.entries(member.answers).map(([question, given]) =>
    typeof given === 'number' ? { question, value: given } : { question, text: given },
  );
  if (!answers.length) return;
  const ticket = ticketOf(waveId, member.id);
  const refused = await answer(laurel.browser(), { ticket, secret: secret(), answers });
  if (refused) throw new Error(refused);
}

function monthAgo(): string {
  return new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
}
