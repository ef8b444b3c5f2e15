import { freePort } from '@laurel/infra/ports';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { found, password } from '../harness/organization.js';

type Person = { id: string; name: string; email: string; role: string };

const signIn = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { member { name } } }`;
const accept = `mutation ($token: String!, $password: String!) {
  acceptInvitation(token: $token, password: $password) { member { name } } }`;
const save = `mutation ($input: MemberInput!) { saveMember(input: $input) { id name email role } }`;
const whoAmI = '{ viewer { member { id name email role } } }';

let laurel: Laurel;
let admin: Browser;
let inbox: ParsedMail[];
let smtp: SMTPServer;

beforeAll(async () => {
  inbox = [];
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _session, done) => {
      inbox.push(await simpleParser(stream));
      done();
    },
  });
  const port = await freePort();
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', resolve));
  laurel = await startLaurel({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  admin = await found(laurel, 'Harbour', 'ada@harbour.example');
});

afterAll(async () => {
  await laurel?.stop();
  await new Promise<void>((resolve) => smtp.close(resolve));
});

const me = async (browser: Browser): Promise<Person | undefined> =>
  (await browser.ask<{ viewer: { member: Person } | null }>(whoAmI)).viewer?.member;

async function add(name: string, role = 'rep'): Promise<Person> {
  const input = { name, role, email: `${name.toLowerCase()}@harbour.example` };
  return (await admin.ask<{ saveMember: Person }>(save, { input })).saveMember;
}

async function invite(memberId: string): Promise<string> {
  const { inviteMember } = await admin.ask<{ inviteMember: { link: string } }>(
    `mutation ($memberId: ID!) { inviteMember(memberId: $memberId) { link } }`,
    { memberId },
  );
  return inviteMember.link.split('/').at(-1)!;
}

/** A member who has signed in, and their browser. */
async function join(name: string, role = 'rep'): Promise<{ person: Person; browser: Browser }> {
  const person = await add(name, role);
  const browser = laurel.browser();
  await browser.ask(accept, { token: await invite(person.id), password });
  return { person, browser };
}

describe('tries to sign in', () => {
  it('are at most ten a minute for one account from one place, and stop nobody elsewhere', async () => {
    await join('Rita');
    const guesser = laurel.browser();
    const guess = (_: unknown, at: number) =>
      guesser.refusal(signIn, { email: 'RITA@harbour.example', password: `wrong guess ${at}` });
    const codes = await Promise.all(Array.from({ length: 40 }, guess));
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
    expect(codes.filter((code) => code === 'TOO_MANY_TRIES')).toHaveLength(30);
    const rita = { email: 'rita@harbour.example', password };
    await laurel.killApi();
    await laurel.startApi();
    expect(await guesser.refusal(signIn, rita)).toBe('TOO_MANY_TRIES');
    expect(await laurel.browser().refusal(signIn, rita)).toBeUndefined();
  });

  it('are at most twenty a minute from one place, whatever the account', async () => {
    const guesser = laurel.browser();
    const guess = (_: unknown, at: number) =>
      guesser.refusal(signIn, { email: `nobody${at}@harbour.example`, password: 'a wrong guess' });
    const codes = await Promise.all(Array.from({ length: 40 }, guess));
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(20);
  });

  it('do not tell who has an account', async () => {
    const answers = ['ada@harbour.example', 'nobody@harbour.example', 'not an address'].map(
      (email) => laurel.browser().send(signIn, { email, password: 'a wrong guess' }),
    );
    const told = (await Promise.all(answers)).map(({ errors }) => errors?.[0]?.message);
    expect(new Set(told).size).toBe(1);
  });

  it('count for nothing when they succeed', async () => {
    const ada = { email: 'ada@harbour.example', password };
    const office = laurel.browser();
    for (let time = 0; time < 25; time += 1)
      expect(await office.refusal(signIn, ada)).toBeUndefined();
  });
});

describe('a session', () => {
  it('ends when its person signs out, changes the password, changes role or leaves', async () => {
    const { person, browser } = await join('Nils');
    const second = laurel.browser();
    await second.ask(signIn, { email: person.email, password });
    await second.ask(`mutation { signOut }`);
    expect([await me(second), (await me(browser))?.name]).toEqual([undefined, 'Nils']);

    await second.ask(signIn, { email: person.email, password });
    const next = 'another staple 43';
    const change = `mutation ($current: String!, $next: String!) {
      changePassword(current: $current, next: $next) }`;
    await second.ask(change, { current: password, next });
    expect([await me(browser), (await me(second))?.name]).toEqual([undefined, 'Nils']);

    const { id, name, email } = person;
    await admin.ask(save, { input: { id, name, email, role: 'finance' } });
    expect(await me(second)).toBeUndefined();

    await second.ask(signIn, { email, password: next });
    await admin.ask(save, { input: { id, name, email, role: 'finance', leftOn: '2026-01-01' } });
    expect(await me(second)).toBeUndefined();
    expect(await second.refusal(signIn, { email, password: next })).toBe('WRONG_CREDENTIALS');
  });

  it.each([
    ['twelve hours without use', 'Iris', `seen_at = now() - interval '12 hours'`],
    ['fourteen days, however busy', 'Ivan', `expires_at = now()`],
  ])('ends after %s', async (_, name, ended) => {
    const { person, browser } = await join(name);
    const ofPerson = `where member_id = '${person.id}'`;
    const [stay] = await laurel.sql<{ days: number }>(
      `select extract(day from expires_at - created_at)::int as days from session ${ofPerson}`,
    );
    expect(stay).toEqual({ days: 14 });
    await laurel.sql(`update session set seen_at = now() - interval '11 hours' ${ofPerson}`);
    expect((await me(browser))?.name).toBe(person.name);
    await laurel.sql(`update session set ${ended} ${ofPerson}`);
    expect(await me(browser)).toBeUndefined();
    expect(await browser.refusal('{ sessions { id } }')).toBe('SIGN_IN_REQUIRED');
  });

  it('is kept as a hash only', async () => {
    const rows = await laurel.sql<{ length: number }>(
      `select distinct length(token_hash) as length from session`,
    );
    expect(rows).toEqual([{ length: 32 }]);
  });
});

describe('an invitation', () => {
  it('is mailed and works once, also when it is used twice at the same moment', async () => {
    const person = await add('Otto');
    const token = await invite(person.id);
    const uses = Array.from({ length: 5 }, () =>
      laurel.browser().refusal(accept, { token, password }),
    );
    expect((await Promise.all(uses)).filter((code) => code === undefined)).toHaveLength(1);
    await admin.settled();
    const mail = inbox.find(({ text }) => text?.includes(token));
    expect(mail?.to).toMatchObject({ text: person.email });
    expect(mail?.messageId).toMatch(/^<[0-9a-f]{32}@/);
  });

  it('is replaced by a newer one', async () => {
    const person = await add('Olga');
    const first = await invite(person.id);
    await invite(person.id);
    expect(await laurel.browser().refusal(accept, { token: first, password })).toBe(
      'INVITATION_SPENT',
    );
  });
});

describe('administrators', () => {
  it('cannot lock themselves out', async () => {
    const ada = (await me(admin))!;
    expect(await admin.refusal(save, { input: { ...ada, role: 'rep' } })).toBe('OWN_ROLE');
    expect(await admin.refusal(save, { input: { ...ada, leftOn: '2027-01-01' } })).toBe(
      'LAST_ADMIN',
    );
  });
});

describe('an API token', () => {
  it('acts within its scopes until it is revoked', async () => {
    const { createApiToken } = await admin.ask<{
      createApiToken: { secret: string; token: { id: string } };
    }>(`mutation { createApiToken(name: "ERP", scopes: [read]) { secret token { id } } }`);
    const program = new Browser(laurel.url, createApiToken.secret);
    expect(await program.refusal('{ members { total } }')).toBeUndefined();
    expect(await program.refusal('mutation { saveTeam(input: { name: "x" }) { id } }')).toBe(
      'TOKEN_SCOPE',
    );
    await admin.ask(`mutation ($id: ID!) { revokeApiToken(id: $id) { id } }`, createApiToken.token);
    expect(await program.refusal('{ members { total } }')).toBe('SIGN_IN_REQUIRED');
  });
});

describe('a file of people', () => {
  const file = [
    'employee,manager,region',
    'Pia Moll,Vera Holt,North',
    'Vera Holt,Hugo Lind,North',
    'Tim Ott,Vera Holt,North',
  ];

  it('makes members, managers and the tree of teams, and changes nothing the second time', async () => {
    const first = await importFile(admin, 'person', 'people.csv', file.join('\n'));
    expect(first).toMatchObject({ createdCount: 3, rejectedCount: 0 });
    const { members } = await admin.ask<{ members: { rows: object[] } }>(
      `{ members(search: "harbour.invalid") { rows { name role team { name } manager { name } } } }`,
    );
    expect(members.rows).toEqual([
      { name: 'Hugo Lind', role: 'manager', team: { name: 'Hugo Lind' }, manager: null },
      {
        name: 'Pia Moll',
        role: 'rep',
        team: { name: 'Vera Holt' },
        manager: { name: 'Vera Holt' },
      },
      { name: 'Tim Ott', role: 'rep', team: { name: 'Vera Holt' }, manager: { name: 'Vera Holt' } },
      {
        name: 'Vera Holt',
        role: 'manager',
        team: { name: 'Vera Holt' },
        manager: { name: 'Hugo Lind' },
      },
    ]);
    const again = await importFile(admin, 'person', 'people.csv', file.join('\n'));
    expect(again).toMatchObject({ createdCount: 0, updatedCount: 0, unchangedCount: 3 });
  });
});
