import type { Browser } from './client.js';
import type { Laurel } from './laurel.js';

export const password = 'horse battery staple 42';

/** Most operations that one request may hold under names of their own. */
const aliasesPerRequest = 15;

type Role = 'rep' | 'manager' | 'finance' | 'admin';
export type Person = {
  name: string;
  role: Role;
  email?: string;
  currency?: string;
  region?: string;
  hr?: boolean;
};
type Id = { id: string };

/** Founds an organisation; the answer is its administrator's browser. */
export async function found(laurel: Laurel, name: string, email: string): Promise<Browser> {
  const admin = laurel.browser();
  await admin.ask(
    `mutation ($name: String!, $email: String!, $password: String!) {
       signUp(organizationName: $name, name: $name, email: $email, password: $password) { member { id } } }`,
    { name, email, password },
  );
  return admin;
}

/** Sends the same mutation for many inputs, a request for every few; answers in the given order. */
export async function each<T = Id>(
  browser: Browser,
  mutation: string,
  type: string,
  inputs: readonly object[],
  selection = '{ id }',
): Promise<T[]> {
  const answers: T[] = [];
  for (let start = 0; start < inputs.length; start += aliasesPerRequest) {
    const part = inputs.slice(start, start + aliasesPerRequest);
    const variables = Object.fromEntries(part.map((input, i) => [`v${i}`, input]));
    const declared = part.map((_, i) => `$v${i}: ${type}!`).join(' ');
    const fields = part.map((_, i) => `a${i}: ${mutation}(input: $v${i}) ${selection}`).join(' ');
    const data = await browser.ask<Record<string, T>>(
      `mutation (${declared}) { ${fields} }`,
      variables,
    );
    answers.push(...part.map((_, i) => data[`a${i}`]!));
  }
  return answers;
}

export const addressOf = (name: string) =>
  `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}@example.com`;

/** Adds people; the answer is each one's id by name. */
export async function addPeople(
  admin: Browser,
  people: readonly Person[],
): Promise<Record<string, string>> {
  const inputs = people.map(({ name, ...rest }) => ({ name, email: addressOf(name), ...rest }));
  const members = await each(admin, 'saveMember', 'MemberInput', inputs);
  return Object.fromEntries(people.map(({ name }, i) => [name, members[i]!.id]));
}

export async function addTeam(admin: Browser, name: string, parentId?: string): Promise<string> {
  const [team] = await each(admin, 'saveTeam', 'TeamInput', [{ name, parentId }]);
  return team!.id;
}

/** Puts people into a team from a day on. */
export async function place(
  admin: Browser,
  teamId: string,
  memberIds: readonly string[],
  { position = 'member', from = '2015-01-01' } = {},
): Promise<void> {
  for (let start = 0; start < memberIds.length; start += aliasesPerRequest) {
    const fields = memberIds
      .slice(start, start + aliasesPerRequest)
      .map(
        (id, i) =>
          `a${i}: moveMember(memberId: "${id}", teamId: "${teamId}", position: ${position}, from: "${from}") { id }`,
      );
    await admin.ask(`mutation { ${fields.join(' ')} }`);
  }
}

/** Invites a member, who chooses a password in a browser of their own. */
export async function join(laurel: Laurel, admin: Browser, memberId: string): Promise<Browser> {
  const { inviteMember } = await admin.ask<{ inviteMember: { link: string } }>(
    `mutation ($id: ID!) { inviteMember(memberId: $id) { link } }`,
    { id: memberId },
  );
  const browser = laurel.browser();
  await browser.ask(
    `mutation ($token: String!, $password: String!) {
       acceptInvitation(token: $token, password: $password) { member { id } } }`,
    { token: inviteMember.link.split('/').at(-1), password },
  );
  return browser;
}

export async function savePlan(
  finance: Browser,
  document: object,
  memberIds: readonly string[],
  { name = 'Plan', from = '2015-01-01' } = {},
): Promise<string> {
  const { savePlan: version } = await finance.ask<{ savePlan: { plan: Id } }>(
    `mutation ($name: String!, $from: Day!, $document: JSON!) {
       savePlan(name: $name, effectiveFrom: $from, document: $document) { plan { id } } }`,
    { name, from, document },
  );
  await finance.ask(
    `mutation ($planId: ID!, $memberIds: [ID!]!, $from: Day!) {
       assignPlan(planId: $planId, memberIds: $memberIds, from: $from) { id } }`,
    { planId: version.plan.id, memberIds, from },
  );
  return version.plan.id;
}

export const saveQuotas = (
  finance: Browser,
  inputs: readonly { memberId: string; period: string; amount: string | null }[],
) =>
  finance.ask(`mutation ($inputs: [QuotaInput!]!) { saveQuotas(inputs: $inputs) { id } }`, {
    inputs,
  });

export const saveTargetPays = (
  finance: Browser,
  inputs: readonly { memberId: string; period: string; amount: string | null }[],
) =>
  finance.ask(`mutation ($inputs: [TargetPayInput!]!) { saveTargetPays(inputs: $inputs) { id } }`, {
    inputs,
  });

export const saveScores = (
  finance: Browser,
  inputs: readonly {
    memberId: string;
    period: string;
    objective: string;
    score: string | null;
    note?: string | null;
  }[],
) =>
  finance.ask<{ saveScores: { score: string; note: string | null }[] }>(
    `mutation ($inputs: [ScoreInput!]!) { saveScores(inputs: $inputs) { score note } }`,
    { inputs },
  );

export type DealInput = { externalId: string; owner: string; amount: string; status: string } & {
  [optional: string]: unknown;
};

export const saveDeals = async (browser: Browser, inputs: readonly DealInput[]) => {
  const { saveDeals: saved } = await browser.ask<{
    saveDeals: { created: number; updated: number; unchanged: number; deals: Id[] };
  }>(
    `mutation ($inputs: [DealInput!]!) { saveDeals(inputs: $inputs) { created updated unchanged deals { id } } }`,
    { inputs },
  );
  return saved;
};
