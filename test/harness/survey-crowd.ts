import { createHmac } from 'node:crypto';
import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';
import { found, join } from './organization.js';
import type { Random } from './random.js';
import { addPeople, addTeams, type Team } from './survey-people.js';

/** Seals and tickets of surveys that a test looks behind. */
export const surveyKey = 'a key that no database and no backup of it holds';

/** The secret in the link that somebody is mailed. */
export const ticketOf = (waveId: string, memberId: string): string =>
  createHmac('sha256', surveyKey).update(`ticket ${waveId} ${memberId}`).digest('hex');

/** An organisation of two levels of teams, with somebody of every kind who looks at its survey. */
export type Crowd = {
  readonly organizationId: string;
  readonly teams: readonly Team[];
  readonly admin: Browser;
  readonly hr: Browser;
  /** Everybody else who looks: leads of a division and of a team, finance, and reps. */
  readonly others: readonly Browser[];
  /** Those who stay to the end. */
  readonly readers: readonly string[];
  readonly surveyId: string;
  readonly questions: readonly Question[];
  /** How many of a hundred answer, and answer each question. */
  readonly zeal: { readonly sheets: number; readonly answers: number };
};
export type Question = { readonly id: string; readonly key: string; readonly kind: string };

/** Two of one driver, one that goes with the score, words; no wave asks more than four. */
const asked = [
  'enps leadership.support leadership.goals voice.change',
  'tools.enough fairness.pay team.trust week growth.learning',
]
  .join(' ')
  .split(' ');

export async function crowd(
  laurel: Laurel,
  number: number,
  size: number,
  random: Random,
): Promise<Crowd> {
  const admin = await found(laurel, `Crowd ${number}`, `ada@crowd${number}.example`);
  const [{ organizationId }] = (await laurel.sql<{ organizationId: string }>(
    `select organization_id as "organizationId" from organization where name = $1`,
    [`Crowd ${number}`],
  )) as [{ organizationId: string }];
  const teams = await addTeams(laurel, organizationId, random);
  const readers = await addPeople(laurel, organizationId, [
    { role: 'rep', hr: true, team: teams.at(-1)! },
    { role: 'manager', team: teams.find(({ parent }) => !parent)!, leads: true },
    { role: 'manager', team: teams.find(({ parent }) => parent)!, leads: true },
    { role: 'finance', team: null },
    { role: 'rep', team: teams.find(({ parent }) => parent)! },
  ]);
  await addPeople(laurel, organizationId, somePeople(size - readers.length, teams, random));
  const [hr, ...others] = await Promise.all(readers.map((id) => join(laurel, admin, id)));
  const survey = await startSurvey(hr!);
  const zeal = { sheets: random.pick([60, 75, 95]), answers: random.pick([80, 92, 98]) };
  return { organizationId, teams, admin, hr: hr!, others, readers, ...survey, zeal };
}

/** Most are reps; few teams are large, and some people are in none. */
export const somePeople = (count: number, teams: readonly Team[], random: Random) =>
  Array.from({ length: count }, () => ({
    role: random.below(8) ? ('rep' as const) : random.pick(['manager', 'finance'] as const),
    region: random.pick(['north', 'south', 'east', null]),
    hiredOn: random.below(4) ? '2010-01-01' : null,
    team: random.below(25) ? teams[random.below(random.below(teams.length) + 1)]! : null,
  }));

async function startSurvey(hr: Browser) {
  const { surveyQuestions } = await hr.ask<{ surveyQuestions: Question[] }>(
    `{ surveyQuestions { id key kind } }`,
  );
  const questions = asked.map((key) => surveyQuestions.find((question) => question.key === key)!);
  const input = {
    name: 'Pulse',
    cadence: 'weekly',
    anchor: '2024-01-01',
    questionIds: questions.map(({ id }) => id),
    questionCount: 4,
    // Administrators are asked too, unless roles are named; here all whom the attacker knows are.
    audience: { roles: ['rep', 'manager', 'finance'] },
  };
  const { saveSurvey } = await hr.ask<{ saveSurvey: { id: string } }>(
    `mutation ($input: SurveyInput!) { saveSurvey(input: $input) { id } }`,
    { input },
  );
  await hr.ask(`mutation ($id: ID!) { startSurvey(id: $id) { id } }`, { id: saveSurvey.id });
  return { surveyId: saveSurvey.id, questions };
}
