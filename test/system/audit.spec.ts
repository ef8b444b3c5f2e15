import { auditRows, sendNumbered, type AuditRow } from '../harness/audit.js';
import { castPeriod, foundCast, type Cast } from '../harness/cast.js';
import { computedAt } from '../harness/cast-history.js';
import { ticketOf } from '../harness/cast-survey.js';
import { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addressOf, password } from '../harness/organization.js';
import { committedSchema, operationFor, rootFields, type RootField } from '../harness/schema.js';
import { checkTrails } from '../harness/trail.js';
import { tellingArguments } from '../harness/walk.js';

const mutations = rootFields(committedSchema()).filter(({ operation }) => operation === 'mutation');
const canary = 'canary-7f3a bird in the mine';

/** Walked last, as they take away what the others need. */
const last = [
  'removeDeal',
  'undoImport',
  'saveOrganization',
  'revokeApiToken',
  'removeOneOnOneTopic',
  'removeOneOnOneAction',
  'endOneOnOne',
];
/** Of one's own session, or of nobody's: sent by hand. */
const byHand = new Set(
  'signUp signIn acceptInvitation signOut signOutEverywhere changePassword answerSurvey'.split(' '),
);

describe('the audit trail of a running server', () => {
  let laurel: Laurel;
  let cast: Cast;
  let reader: Browser;
  const secrets: string[] = [password, canary];
  const done = new Set<string>();
  const refused = new Set<string>();

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    reader = await tokenOf(['read']);
  }, 120_000);
  afterAll(() => laurel?.stop());

  /** A program with a token of these scopes. */
  async function tokenOf(scopes: string[]): Promise<Browser> {
    const { createApiToken } = await cast.browsers.admin.ask<{
      createApiToken: { secret: string };
    }>(
      `mutation ($scopes: [ApiScope!]!) { createApiToken(name: "walk", scopes: $scopes) { secret } }`,
      { scopes },
    );
    secrets.push(createApiToken.secret);
    return new Browser(laurel.url, createApiToken.secret);
  }

  const rowsOf = (requestId: string) => auditRows(laurel, requestId);

  /** Sends a mutation, and expects the one row that fits its answer. */
  async function attempt(
    root: RootField,
    browser: Browser,
    args: Record<string, unknown>,
  ): Promise<AuditRow> {
    const { name } = root.field;
    const { requestId, errors = [] } = await sendNumbered(
      browser,
      operationFor(root, args, new Set(), 1),
      args,
    );
    const refusal = errors.find(({ path }) => path?.length === 1)?.extensions.code ?? null;
    const rows = await rowsOf(requestId);
    const told = rows.map(({ action, outcome, problem }) => ({ action, outcome, problem }));
    const outcome = refusal ? 'refused' : 'done';
    expect([name, told]).toEqual([name, [{ action: name, outcome, problem: refusal }]]);
    (refusal ? refused : done).add(name);
    return rows[0]!;
  }

  const rootNamed = (name: string) => mutations.find(({ field }) => field.name === name)!;

  it('has one row for each sheet of a survey, and no word of whose it was', async () => {
    const root = rootNamed('answerSurvey');
    const answers = [{ question: cast.ids.runningQuestion, value: 4 }];
    const input = { ticket: ticketOf(cast.mark), answers, secret: 'ab'.repeat(32) };
    secrets.push(input.ticket, input.secret);
    for (const browser of [cast.browsers.rep, laurel.browser()]) {
      const row = await attempt(root, browser, { input });
      expect([row.actor_id, row.object_ids, row.before, row.after]).toEqual([null, [], null, null]);
    }
    const again = { ...input, secret: 'cd'.repeat(32) };
    expect((await attempt(root, laurel.browser(), { input: again })).actor_id).toBeNull();
  });

  it('has one row for each mutation that succeeds, and one for each that is refused', async () => {
    const walked = mutations
      .filter(({ field }) => !byHand.has(field.name))
      .sort((a, b) => last.indexOf(a.field.name) - last.indexOf(b.field.name));
    const at = await computedAt(cast.browsers.rep, cast.people.rep!);
    await attempt(rootNamed('seeStatement'), cast.browsers.rep, {
      period: castPeriod,
      computedAt: at,
    });
    // Of an employee to who leads them now: others come and go in the walk.
    const share = rootNamed('shareOneOnOne');
    await attempt(share, cast.browsers.rep, tellingArguments(share, cast));
    for (const root of walked) {
      const args = tellingArguments(root, cast);
      const row = await attempt(root, reader, args);
      expect([row.actor_id, row.token_id !== null]).toEqual([cast.people.admin, true]);
      await attempt(root, cast.browsers.rep, args);
      for (const role of ['finance', 'admin'] as const) {
        const row = await attempt(root, cast.browsers[role], args);
        expect([row.actor_id, row.token_id]).toEqual([cast.people[role], null]);
      }
    }
    await cast.browsers.admin.settled();
  }, 120_000);

  it('has one row for each mutation of somebody’s own session, with who it was', async () => {
    const email = addressOf('Alder rep');
    const next = `${canary} next`;
    secrets.push(next);
    const guest = laurel.browser();
    const by = async (browser: Browser, name: string, args: Record<string, unknown> = {}) =>
      (await attempt(rootNamed(name), browser, args)).actor_id;
    const { rep, mate } = cast.people;
    expect(await by(guest, 'signIn', { email, password: canary })).toBe(rep);
    expect(await by(guest, 'signIn', { email, password })).toBe(rep);
    // Somebody else in the same browser: one row, although a session ends and another begins.
    expect(await by(guest, 'signIn', { email: addressOf('Alder manager'), password })).toBe(
      cast.people.manager,
    );
    expect(await by(guest, 'signIn', { email, password })).toBe(rep);
    expect(await by(guest, 'changePassword', { current: canary, next })).toBe(rep);
    expect(await by(guest, 'changePassword', { current: password, next })).toBe(rep);
    expect(await by(guest, 'signOut')).toBe(rep);
    expect(await by(guest, 'signIn', { email, password: next })).toBe(rep);
    expect(await by(guest, 'signOutEverywhere')).toBe(rep);
    const token = cast.invitationToken;
    secrets.push(token);
    expect(await by(laurel.browser(), 'acceptInvitation', { token, password: 'short' })).toBe(null);
    expect(await by(laurel.browser(), 'acceptInvitation', { token, password })).toBe(mate);
    const founder = { organizationName: 'Elm', name: 'Ann', email: 'ann@elm.example', password };
    expect(await by(laurel.browser(), 'signUp', founder)).not.toBeNull();
    for (const name of ['signOut', 'signOutEverywhere']) await attempt(rootNamed(name), reader, {});
  });

  it('walked every mutation both ways', () => {
    // Founding is refused before there is an organisation, and with it a trail.
    const all = mutations.map(({ field }) => field.name);
    process.stdout.write(`${done.size} of ${all.length} done, ${refused.size} refused\n`);
    expect(all.filter((name) => !done.has(name))).toEqual([]);
    expect(all.filter((name) => !refused.has(name))).toEqual(['signUp']);
  });

  it('has no row of a stranger’s attempt, nor of a question', async () => {
    const strangers = laurel.browser();
    for (const query of [
      `mutation { signOut }`,
      `mutation { signIn(email: "nobody@example.com", password: "x") { member { id } } }`,
      `mutation { acceptInvitation(token: "x", password: "x") { member { id } } }`,
      `mutation { signUp(organizationName: "x", name: "x", email: "x", password: "x") { member { id } } }`,
    ]) {
      const { requestId, errors } = await sendNumbered(strangers, query);
      expect(errors).toHaveLength(1);
      expect(await rowsOf(requestId)).toEqual([]);
    }
    const { requestId } = await sendNumbered(
      cast.browsers.finance,
      `{ deals { total } periods(kind: quarter) { name } }`,
    );
    expect(await rowsOf(requestId)).toEqual([]);
  });

  it('holds no secret', async () => {
    const rows = await laurel.sql<{ row: string }>(
      `select to_jsonb(audit)::text as row from audit`,
    );
    const hashes = await laurel.sql<{ hash: string }>(`
      select password_hash as hash from credential
      union select encode(token_hash, 'hex') from session
      union select encode(token_hash, 'hex') from api_token
      union select encode(token_hash, 'hex') from invitation`);
    expect(hashes.length).toBeGreaterThan(10);
    const all = rows.map(({ row }) => row).join('\n');
    const told = [...secrets, ...hashes.map(({ hash }) => hash)].filter((secret) =>
      all.includes(secret),
    );
    expect(told).toEqual([]);
    expect(all).toContain('"password_hash": "•••"');
    expect(all).not.toContain('Alder note');
  });

  it('is in order', () => {
    const { status, verdicts } = checkTrails(laurel.databaseUrl);
    expect([
      status,
      [...verdicts.values()].filter((verdict) => !verdict.startsWith('in order')),
    ]).toEqual([0, []]);
  });
});
