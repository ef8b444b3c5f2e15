import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Role } from '@laurel/shared/core';
import type { Browser } from './client.js';
import { root } from './database.js';
import { startLaurel, type Laurel } from './laurel.js';

export const demoPassword = 'alder-finch-demo';
export const demoAccounts: Record<Role, string> = {
  admin: 'mara.lindqvist@alder-finch.example',
  finance: 'tobias.ackermann@alder-finch.example',
  manager: 'leyla.aydemir@alder-finch.example',
  rep: 'jonas.wiegand@alder-finch.example',
};
export const demoRoles = Object.keys(demoAccounts) as Role[];

/** The product with a fresh demo organisation, once every figure of it is up to date. */
export async function startDemo(): Promise<Laurel> {
  const laurel = await startLaurel();
  makeDemo(laurel);
  await (await asProgram(laurel, 'finance')).settled(300_000);
  return laurel;
}

/** Runs the demo program; nothing is computed of it yet. */
export function makeDemo(laurel: Laurel): void {
  const made = spawnSync(process.execPath, [path.join(root, 'apps/api/dist/demo.js')], {
    env: { ...process.env, DATABASE_URL: laurel.databaseUrl, REDIS_URL: '' },
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
}

/** Somebody of the demo organisation who speaks GraphQL. */
export async function asProgram(laurel: Laurel, role: Role): Promise<Browser> {
  const browser = laurel.browser();
  await browser.ask(
    `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { member { id } } }`,
    { email: demoAccounts[role], password: demoPassword },
  );
  return browser;
}
