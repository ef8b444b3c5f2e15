import { randomUUID } from 'node:crypto';
import { permittedCoordinates, widestRelation } from '@laurel/shared/core';
import { extendSchema, parse } from 'graphql';
import { castPeriod, foundCast, roles, type Cast, type Role } from '../harness/cast.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { committedSchema, coordinatesOf, operationFor, rootFields } from '../harness/schema.js';
import { argumentsFor } from '../harness/walk.js';

const withoutRow = (schema = committedSchema()) => {
  const rows = new Set(permittedCoordinates());
  return coordinatesOf(schema).filter((coordinate) => !rows.has(coordinate));
};

describe('the permission table', () => {
  it('has a row for every field of the printed schema', () => {
    expect(withoutRow()).toEqual([]);
  });

  it('has no row without a field', () => {
    const fields = new Set(coordinatesOf(committedSchema()));
    expect(permittedCoordinates().filter((coordinate) => !fields.has(coordinate))).toEqual([]);
  });

  it('would miss a new field, a new root field and a new type', () => {
    const schema = extendSchema(
      committedSchema(),
      parse(`
        extend type Member { salary: Money }
        extend type Query { payslips: [Payslip!]! }
        type Payslip { net: Money }`),
    );
    expect(withoutRow(schema).sort()).toEqual(['Member.salary', 'Payslip.net', 'Query.payslips']);
  });

  it('refuses what stands in no row, to every role', () => {
    expect(roles.map((role) => widestRelation('Member.salary', role))).toEqual(
      roles.map(() => 'none'),
    );
  });
});

/** Written from the description of the roles, not from the product's table: who is to see whose pay and sales. */
const subjects = ['rep', 'mate', 'peer', 'manager', 'chief'] as const;
type Subject = (typeof subjects)[number];
type Seen = Record<Role, readonly Subject[]>;

const pay: Seen = {
  rep: ['rep'],
  manager: ['rep', 'mate', 'manager'],
  finance: subjects,
  admin: [],
};
const sales: Seen = { ...pay, admin: subjects };
const sellers = ['rep', 'mate', 'peer'] as const;
const owners = [...sellers, 'chief'] as const;

/** A question about one person, and whether an answer tells anything. */
const personal: [name: string, query: string, seen: Seen, of: readonly Subject[]][] = [
  ['statement', 'statement(memberId: $id, period: $period) { earned }', pay, subjects],
  ['statementHistory', 'statementHistory(memberId: $id) { earned }', pay, subjects],
  ['balances', 'balances(memberId: $id) { payout }', pay, subjects],
  ['goal', 'goal(memberId: $id, period: $period) { actual }', pay, subjects],
  ['badgeProgress', 'badgeProgress(memberId: $id, period: $period) { current }', pay, subjects],
  [
    'creditedByMonth',
    'creditedByMonth(memberId: $id, from: "2026-01-01", to: "2026-04-01") { credited }',
    sales,
    owners,
  ],
  ['email', 'member(id: $id) { email }', sales, subjects],
  ['deals', 'deals(filter: { ownerId: $id }) { rows { amount } }', sales, owners],
];

/** A list, where it names the person of each row, and whose rows each role is to see. */
const lists: [name: string, query: string, seen: Seen, of: readonly Subject[]][] = [
  ['statements', 'statements(period: $period) { rows { owner: payee { id } } }', pay, subjects],
  ['quotas', 'quotas(period: $period) { rows { owner: member { id } } }', pay, sellers],
  ['target pay', 'targetPays(period: $period) { rows { owner: member { id } } }', pay, sellers],
  ['deals', 'deals { rows { owner { id } } }', sales, owners],
  ['scores', 'scores(period: $period) { rows { owner: member { id } } }', pay, sellers],
  ['score sheets', 'scoreSheet(period: $period) { rows { owner: member { id } } }', pay, sellers],
];

const anyRole = 'rep manager finance admin';
/** Which roles may use a mutation at all, on whatever they may reach. */
const mayChange: Record<string, string> = {
  inviteMember: 'admin',
  saveOrganization: 'admin',
  createApiToken: 'admin',
  revokeApiToken: 'admin',
  saveMember: 'admin',
  saveTeam: 'admin',
  moveMember: 'admin',
  saveProduct: 'finance admin',
  mapImport: 'finance admin',
  commitImport: 'finance admin',
  undoImport: 'finance admin',
  savePlan: 'finance',
  assignPlan: 'finance',
  saveQuotas: 'finance',
  saveTargetPays: 'finance',
  correctQuotas: 'finance',
  recalculate: 'finance',
  retryWork: 'finance',
  saveExchangeRates: 'finance',
  removeExchangeRate: 'finance',
  closePeriod: 'finance',
  reopenPeriod: 'finance',
  lockPeriod: 'finance',
  savePayments: 'finance admin',
  removePayment: 'finance admin',
  cancelDeal: 'finance admin',
  reinstateDeal: 'finance admin',
  saveScores: 'manager finance',
  saveCreditingRule: 'finance',
  removeCreditingRule: 'finance',
  savePlanRule: 'finance',
  removePlanRule: 'finance',
  // Whoever is in finance also holds the permission `hr` here.
  saveSurvey: 'manager finance',
  startSurvey: 'manager finance',
  endSurvey: 'manager finance',
  saveSurveyQuestion: 'manager finance',
  closeSurveyWave: 'manager finance',
  shareSurveyWave: 'manager finance',
  saveSurveyAction: 'manager finance',
  replyToSurveyComment: 'manager finance',
  saveDeal: anyRole,
  saveDeals: anyRole,
  removeDeal: anyRole,
};
/**
 * For whoever is there: they change nothing but one's own session, password, language, sheet or one-on-ones, which are tried
 * in a spec of their own.
 */
const ofOneself = `signUp signIn acceptInvitation signOut signOutEverywhere changePassword setLocale seeStatement answerSurvey
  startOneOnOne changeOneOnOneRhythm endOneOnOne saveOneOnOneReminder renewCalendarFeed revokeCalendarFeed saveOneOnOneMeeting saveOneOnOneTopic moveOneOnOneTopic removeOneOnOneTopic
  saveOneOnOneAction removeOneOnOneAction saveSharedNote savePrivateNote shareOneOnOne unshareOneOnOne saveOneOnOneMoodWish saveOneOnOneMood`;

describe('who sees and changes what', () => {
  let laurel: Laurel;
  let cast: Cast;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const isTold = (value: unknown): boolean =>
    Array.isArray(value)
      ? value.some(isTold)
      : typeof value === 'object' && value !== null
        ? Object.values(value).some(isTold)
        : value !== null && value !== undefined;

  it('statements of a team: its people and those below, as far as one sees them', async () => {
    const payees = async (role: 'finance' | 'manager', team: string) => {
      const { teams } = await cast.browsers[role].ask<{ teams: { id: string; name: string }[] }>(
        `{ teams { id name } }`,
      );
      const { statements } = await cast.browsers[role].ask<{
        statements: { rows: { payee: { name: string }; team: { name: string } }[] };
      }>(
        `query ($id: ID) { statements(period: "${castPeriod}", teamId: $id) { rows { payee { name } team { name } } } }`,
        { id: teams.find(({ name }) => name === `Alder ${team}`)!.id },
      );
      return statements.rows.map((row) => `${row.payee.name} of ${row.team.name}`);
    };
    const north = ['manager', 'mate', 'rep'].map((name) => `Alder ${name} of Alder North`);
    const south = ['chief', 'peer'].map((name) => `Alder ${name} of Alder South`);
    expect(await payees('finance', 'North')).toEqual(north);
    expect(await payees('finance', 'all')).toEqual([...north, ...south].sort());
    expect(await payees('manager', 'South')).toEqual([]);
  });

  it.each(personal)('%s: own, report and peer', async (_name, field, seen, of) => {
    const found: Record<string, string[]> = {};
    for (const role of roles) {
      found[role] = [];
      for (const subject of of) {
        const { data } = await cast.browsers[role].send(
          `query ($id: ID!, $period: String! = "${castPeriod}") { ${field} z: ${periodUse} }`,
          { id: cast.people[subject] },
        );
        const { z: _, ...told } = data ?? {};
        if (isTold(told)) found[role].push(subject);
      }
    }
    const expected = Object.fromEntries(
      roles.map((role) => [role, of.filter((subject) => seen[role].includes(subject))]),
    );
    expect(found).toEqual(expected);
  });

  it.each(lists)('the list of %s holds those people and no other', async (_, field, seen, of) => {
    const names = Object.fromEntries(Object.entries(cast.people).map(([name, id]) => [id, name]));
    for (const role of roles) {
      const { data } = await cast.browsers[role].send(
        `query ($period: String! = "${castPeriod}") { list: ${field} z: ${periodUse} }`,
      );
      type List = { list?: { rows: { owner: { id: string } }[] } } | null | undefined;
      const rows = (data as List)?.list?.rows ?? [];
      const people = [...new Set(rows.map(({ owner }) => names[owner.id]))];
      expect([role, people.sort()]).toEqual([
        role,
        of.filter((subject) => seen[role].includes(subject)).sort(),
      ]);
    }
  });

  it('shows a deal’s lines of pay to each payee alone', async () => {
    const { data } = await cast.browsers.rep.send(
      `query ($id: ID!) { earningsOfDeal(dealId: $id) { payee { id } } }`,
      { id: cast.ids.deal },
    );
    const lines = (data as { earningsOfDeal: { payee: { id: string } }[] }).earningsOfDeal;
    expect(new Set(lines.map(({ payee }) => payee.id))).toEqual(new Set([cast.people.rep]));
  });

  it('lets nobody reach a colleague’s pay through the fields of other things', async () => {
    const { errors } = await cast.browsers.rep.send(
      `{ members { rows { manager { email } team { managers { email } } } } }`,
    );
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['FORBIDDEN']),
    );
  });

  const mutations = rootFields(committedSchema()).filter(
    ({ operation }) => operation === 'mutation',
  );

  it('names every mutation of the schema', () => {
    const named = [...Object.keys(mayChange), ...ofOneself.split(/\s+/)];
    expect(mutations.map(({ field }) => field.name).sort()).toEqual(named.sort());
  });

  it('refuses every mutation to the roles it is not for, and to strangers', async () => {
    const nobodys = new Proxy({}, { get: () => randomUUID() }) as Record<string, string>;
    const stranger = laurel.browser();
    for (const root of mutations.filter(({ field }) => field.name in mayChange)) {
      const query = operationFor(root, argumentsFor(root, { ids: nobodys }), new Set(), 1);
      const args = argumentsFor(root, { ids: nobodys });
      const open: string[] = [];
      for (const role of roles)
        if ((await cast.browsers[role].refusal(query, args)) !== 'FORBIDDEN') open.push(role);
      const name = root.field.name;
      expect([name, open.join(' ')]).toEqual([
        name,
        ownOnly.has(name) ? open.join(' ') : mayChange[name],
      ]);
      expect([name, await stranger.refusal(query, args)]).toEqual([name, 'SIGN_IN_REQUIRED']);
    }
  });
});

/** A rep's or manager's refusal there is about the row, whose owner is nobody they may act for. */
const ownOnly = new Set(['saveDeal', 'saveDeals', 'saveScores', 'removeDeal', 'saveSurvey']);
/** Uses the variable in every operation, so that each may declare it. */
const periodUse = `leaderboard(period: $period, measure: deals) { total }`;
