import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../harness/database.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';

let laurel: Laurel;
let printed: string[];

beforeAll(async () => {
  laurel = await startLaurel();
  await laurel.killWorker();
  printed = await Promise.all([runDemo(), runDemo()]);
});
afterAll(() => laurel.stop());

/** Somewhere mails could be sent to, if there were any. */
const nowhere = 'smtp://127.0.0.1:1';

/** What the demo program prints; it must end without complaint. */
function runDemo(): Promise<string> {
  const demo = spawn(process.execPath, [path.join(root, 'apps/api/dist/demo.js')], {
    env: { ...process.env, DATABASE_URL: laurel.databaseUrl, REDIS_URL: '', SMTP_URL: nowhere },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  demo.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  return new Promise((resolve, reject) =>
    demo.on('close', (code) => (code ? reject(new Error(`demo: ${code}`)) : resolve(output))),
  );
}

type Survey = { cadence: string; waves: { status: string }[] };
type Account = { role: string; email: string; password: string };

const accounts = (): Account[] =>
  printed[0]!
    .trim()
    .split('\n')
    .map((line) => {
      const [role, email, password] = line.trim().split(/\s+/) as [string, string, string];
      return { role, email, password };
    });

const signIn = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    member { role }
    organization { name }
  }
}`;

describe('the demo program', () => {
  it('makes one organisation, also when it is started twice at once', async () => {
    expect(await laurel.sql(`select name from organization`)).toEqual([{ name: 'Alder & Finch' }]);
    expect(printed[0]).toBe(printed[1]);
  });

  it('prints an account per role that lets in', async () => {
    expect(accounts().map(({ role }) => role)).toEqual(['admin', 'finance', 'manager', 'rep']);
    for (const { role, ...account } of accounts()) {
      const { signIn: viewer } = await laurel.browser().ask<{ signIn: unknown }>(signIn, account);
      expect(viewer).toEqual({ member: { role }, organization: { name: 'Alder & Finch' } });
    }
  });

  it('shows people, deals, plans and badges', async () => {
    const admin = laurel.browser();
    await admin.ask(signIn, accounts()[0]!);
    const seen = await admin.ask<Record<string, { total?: number; length?: number }>>(
      `{ members { total } deals { total } teams { id } plans { versions { number } } badges { code } }`,
    );
    expect(seen).toMatchObject({ members: { total: 60 }, teams: { length: 8 } });
    expect(seen.deals!.total).toBeGreaterThan(7_500);
    expect(seen).toMatchObject({ plans: { length: 3 }, badges: { length: 4 } });
  });

  it('shows surveys: a pulse that is open, shared results, and an eNPS that waits to be shared', async () => {
    const hr = laurel.browser();
    await hr.ask(signIn, accounts()[0]!);
    const { surveys } = await hr.ask<{ surveys: Survey[] }>(
      `{ surveys { cadence waves { status } } }`,
    );
    const found = surveys.map(({ cadence, waves }) => [cadence, waves.map(({ status }) => status)]);
    const shared = Array(5).fill('shared');
    expect(Object.fromEntries(found)).toEqual({
      weekly: ['open', ...shared],
      quarterly: ['closed', 'shared'],
    });
    const rep = laurel.browser();
    await rep.ask(signIn, accounts()[3]!);
    const seen = await rep.ask<Record<string, object[]>>(
      `{ surveyResults { heard } mySurveys { answered } }`,
    );
    expect(seen.surveyResults).toHaveLength(6);
    expect(seen.mySurveys).toEqual([{ answered: false }]);
    expect(await laurel.sql(`select from outbox where job = 'mail.send'`)).toEqual([]);
  });

  it('changes nothing when it runs again, and prints nothing once the organisation is gone', async () => {
    const [before] = await laurel.sql(`select count(*) from deal`);
    expect(await runDemo()).toBe(printed[0]);
    expect(await laurel.sql(`select count(*) from deal`)).toEqual([before]);
    await laurel.sql(`
      update installation set value = '{"organizationId": "00000000-0000-4000-8000-000000000000"}'`);
    expect(await runDemo()).toBe('');
  });
});
