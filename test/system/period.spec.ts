import type pg from 'pg';
import { castPeriod, foundCast, roles, type Cast } from '../harness/cast.js';
import type { Browser } from '../harness/client.js';
import { organizationOf, type Dump } from '../harness/dump.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { asApp, periodTables, rowsOfPeriod } from '../harness/locked.js';
import {
  addPeople,
  addressOf,
  found,
  join,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';
import { committedSchema, operationFor, rootFields } from '../harness/schema.js';
import { tellingArguments } from '../harness/walk.js';

const period = castPeriod;
const months = ['2026-01', '2026-02', '2026-03'];

type Status = { name: string; status: string; waiting: number };

const close = (browser: Browser, name: string, confirmed = true) =>
  browser.send(
    `mutation ($name: String!, $confirmed: Boolean) { closePeriod(period: $name, confirmed: $confirmed) { status } }`,
    { name, confirmed },
  );
const reopen = (browser: Browser, name: string, reason = 'a deal is missing') =>
  browser.send(
    `mutation ($name: String!, $reason: String!) { reopenPeriod(period: $name, reason: $reason) { status } }`,
    { name, reason },
  );
const lock = (browser: Browser, name: string) =>
  browser.send(`mutation ($name: String!) { lockPeriod(period: $name) { status } }`, { name });

const statusOf = async (browser: Browser, name: string): Promise<Status> =>
  (
    await browser.ask<{ period: Status }>(
      `query ($name: String!) { period(name: $name) { name status waiting } }`,
      { name },
    )
  ).period;

const codeOf = ({ errors }: { errors?: { extensions: { code: string } }[] }) =>
  errors?.[0]?.extensions.code;

describe('a period', () => {
  let laurel: Laurel;
  let cast: Cast;
  let finance: Browser;
  let organizationId: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    finance = cast.browsers.finance;
    organizationId = await organizationOf(laurel.databaseUrl, addressOf('Alder admin'));
  });
  afterAll(() => laurel?.stop());

  const rows = () => rowsOfPeriod(laurel.databaseUrl, organizationId, period);
  const earned = async () => {
    const { statement } = await finance.ask<{ statement: { earned: string } }>(
      `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) { earned } }`,
      { id: cast.people.rep, period },
    );
    return BigInt(statement.earned);
  };
  const win = async (externalId: string, closedOn = '2026-02-20') => {
    const deal = { externalId, owner: cast.people.rep!, amount: '120000', status: 'won', closedOn };
    await saveDeals(finance, [deal]);
    await finance.settled();
  };

  it('is closed, reopened and locked by finance only', async () => {
    for (const role of roles.filter((each) => each !== 'finance')) {
      const browser = cast.browsers[role];
      const answers = [
        await close(browser, period),
        await reopen(browser, period),
        await lock(browser, period),
      ];
      expect(answers.map(codeOf)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    }
    expect((await statusOf(finance, period)).status).toBe('open');
  });

  it('cannot be locked or reopened while it is open', async () => {
    expect(codeOf(await lock(finance, period))).toBe('PERIOD_STATUS');
    expect(codeOf(await reopen(finance, period))).toBe('PERIOD_STATUS');
    expect(codeOf(await close(finance, '2026-Q9'))).toBe('UNKNOWN_PERIOD');
  });

  it('counts what is open, and is closed over it only when somebody confirms that', async () => {
    const { periodChecklist } = await finance.ask<{
      periodChecklist: { code: string; count: number }[];
    }>(`query ($period: String!) { periodChecklist(period: $period) { code count } }`, { period });
    expect(Object.fromEntries(periodChecklist.map(({ code, count }) => [code, count]))).toEqual({
      UNASSIGNED_DEALS: 0,
      PLAN_MISSING: 0,
      QUOTA_MISSING: 1,
      RATE_MISSING: 1,
      IMPORTS_UNFINISHED: 2,
      WORK_PENDING: 0,
      CHANGES_WAITING: 0,
    });
    expect(codeOf(await close(finance, period, false))).toBe('PERIOD_HAS_OPEN_POINTS');
    expect(codeOf(await close(finance, period))).toBeUndefined();
    for (const name of [period, ...months])
      expect(await statusOf(finance, name)).toEqual({ name, status: 'closed', waiting: 0 });
  });

  it('lets changes wait while it is closed, and computes them when it is reopened', async () => {
    const before = await rows();
    const paid = await earned();
    await win('Alder-late');
    expect(await rows()).toEqual(before);
    expect((await statusOf(finance, period)).waiting).toBeGreaterThan(0);
    expect(codeOf(await reopen(finance, period, ' '))).toBe('BAD_VALUE');
    expect(codeOf(await reopen(finance, period))).toBeUndefined();
    await finance.settled();
    expect(await earned()).toBeGreaterThan(paid);
    expect((await statusOf(finance, period)).waiting).toBe(0);
    const { period: told } = await finance.ask<{
      period: { changes: { status: string; reason: string | null; member: { name: string } }[] };
    }>(`query ($p: String!) { period(name: $p) { changes { status reason member { name } } } }`, {
      p: period,
    });
    expect(told.changes).toEqual([
      { status: 'open', reason: 'a deal is missing', member: { name: 'Alder finance' } },
      { status: 'closed', reason: null, member: { name: 'Alder finance' } },
    ]);
  });

  it('is not locked while work on it is due, or while a month of it is open', async () => {
    await close(finance, period);
    await laurel.sql(
      `insert into outbox (organization_id, job, key, data, due_at)
       values ($1, 'statement.draft', 'test', $2, now() + interval '1 hour')`,
      [organizationId, { payeeId: cast.people.rep, period: '2026-02' }],
    );
    expect(codeOf(await lock(finance, period))).toBe('WORK_PENDING');
    await laurel.sql(`delete from outbox where key = 'test'`);
    await reopen(finance, '2026-02');
    expect(codeOf(await lock(finance, period))).toBe('PERIOD_STATUS');
    await close(finance, '2026-02');
    expect(codeOf(await lock(finance, period))).toBeUndefined();
    for (const name of [period, ...months])
      expect((await statusOf(finance, name)).status).toBe('locked');
    expect((await statusOf(finance, '2026')).status).toBe('open');
  });

  it('never changes its status again', async () => {
    for (const name of [period, '2026-02'])
      for (const answer of [
        await close(finance, name),
        await reopen(finance, name),
        await lock(finance, name),
      ])
        expect(codeOf(answer)).toBe('PERIOD_STATUS');
  });

  it('keeps every row to the byte, whatever mutation of the schema is tried', async () => {
    const before = await rows();
    const ends = new Set([
      'signOut',
      'signOutEverywhere',
      'changePassword',
      'signUp',
      'signIn',
      'acceptInvitation',
    ]);
    const last = new Set(['removeDeal', 'undoImport', 'saveOrganization']);
    const mutations = rootFields(committedSchema())
      .filter(({ operation, field }) => operation === 'mutation' && !ends.has(field.name))
      .sort((x, y) => Number(last.has(x.field.name)) - Number(last.has(y.field.name)));
    for (const root of mutations)
      for (const role of ['finance', 'admin', 'rep'] as const) {
        const args = {
          ...tellingArguments(root, cast),
          ...('period' in tellingArguments(root, cast) && { period }),
        };
        await cast.browsers[role].send(operationFor(root, args, new Set(), 0), args);
      }
    await win('Alder-later', '2026-03-31');
    await finance.settled();
    expect(await rows()).toEqual(before);
  }, 120_000);

  it('refuses quotas, recalculates nothing, and lets no import in', async () => {
    const before = await rows();
    const quota = { memberId: cast.people.rep!, amount: '1' };
    for (const name of [period, '2026-02'])
      await expect(saveQuotas(finance, [{ ...quota, period: name }])).rejects.toThrow(
        'PERIOD_LOCKED',
      );
    await finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
      p: period,
    });
    await finance.settled();
    expect(await rows()).toEqual(before);
  });

  it('is held by the database itself against the app’s own role', async () => {
    const before = await rows();
    const refused = (sql: string, values: unknown[] = []) =>
      asApp(laurel.databaseUrl, organizationId, (client) => refusalOf(client, sql, values));
    await statusOf(finance, '2024-Q1');
    const lockedAnyway = { code: '23001', constraint: 'period_locked' };
    for (const table of periodTables) {
      if (!before[table]!.length) continue;
      expect([table, await refused(`delete from ${table} where period = $1`, [period])]).toEqual([
        table,
        lockedAnyway,
      ]);
      expect(
        await refused(`update ${table} set period = '2024-Q1' where period = $1`, [period]),
      ).toEqual(lockedAnyway);
    }
    expect(
      await refused(
        `insert into quota (member_id, period, amount, currency) values ($1, '2026-01', 1, 'EUR')`,
        [cast.people.rep],
      ),
    ).toEqual(lockedAnyway);
    for (const sql of [
      `update period set status = 'open' where name = $1`,
      `update period set to_day = '2026-03-01' where name = $1`,
      `delete from period where name = $1`,
    ])
      expect(await refused(sql, [period])).toEqual(lockedAnyway);
    expect(await rows()).toEqual(before);
  });
});

describe('two hundred races of lock against write', () => {
  const raced = 200;
  const atOnce = 4;
  let laurel: Laurel;
  let finance: Browser;
  let rep: string;
  let organizationId: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Races', 'races@example.com');
    const people = await addPeople(admin, [
      { name: 'Rep', role: 'rep' },
      { name: 'Finance', role: 'finance' },
    ]);
    rep = people.Rep!;
    finance = await join(laurel, admin, people.Finance!);
    await savePlan(finance, monthlyPlan, [rep], { from: '2001-01-01' });
    organizationId = await organizationOf(laurel.databaseUrl, 'races@example.com');
  });
  afterAll(() => laurel?.stop());

  const months = Array.from(
    { length: raced },
    (_, i) => `${2005 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const rows = (month: string) => rowsOfPeriod(laurel.databaseUrl, organizationId, month);

  async function lockAtLast(month: string): Promise<void> {
    await close(finance, month);
    for (;;) {
      const code = codeOf(await lock(finance, month));
      if (!code) return;
      expect(code).toBe('WORK_PENDING');
    }
  }

  /** A deal and a quota through the API, and a row as the app role: each is in before the lock, or not at all. */
  const writes = (month: string) => [
    () =>
      saveDeals(finance, [
        { externalId: month, owner: rep, amount: '10000', status: 'won', closedOn: `${month}-05` },
      ]),
    () => saveQuotas(finance, [{ memberId: rep, period: month, amount: '100000' }]),
    () =>
      asApp(laurel.databaseUrl, organizationId, (client) =>
        client.query(
          `insert into standing (period, measure, member_id, rank, score, as_of_day)
           values ($1, 'deals', $2, 77, 1, today()) on conflict do nothing`,
          [month, rep],
        ),
      ),
  ];

  async function race(month: string): Promise<{ refused: number }> {
    const late = (work: () => Promise<unknown>, i: number) =>
      new Promise((resolve) => setTimeout(resolve, (raceNumber(month) * 7 + i * 13) % 40)).then(
        work,
      );
    const writing = writes(month).map(late);
    await lockAtLast(month);
    const atLock = await rows(month);
    const results = await Promise.allSettled(writing);
    await saveDeals(finance, [
      {
        externalId: `${month} late`,
        owner: rep,
        amount: '500',
        status: 'won',
        closedOn: `${month}-06`,
      },
    ]);
    lockedRows.set(month, atLock);
    return { refused: results.filter(({ status }) => status === 'rejected').length };
  }
  const raceNumber = (month: string) => months.indexOf(month);
  const lockedRows = new Map<string, Dump>();

  it('never leaves a row that came after the lock', async () => {
    let refused = 0;
    for (let start = 0; start < raced; start += atOnce) {
      const results = await Promise.all(months.slice(start, start + atOnce).map(race));
      refused += results.reduce((sum, result) => sum + result.refused, 0);
    }
    await finance.settled();
    for (const month of months)
      expect([month, await rows(month)]).toEqual([month, lockedRows.get(month)]);
    process.stdout.write(`${raced} races, ${refused} of ${raced * 3} writes came too late\n`);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(raced * 3);
  }, 300_000);
});

const monthlyPlan = {
  currency: 'EUR',
  period: 'month',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [{ from: '0', rate: '0.1' }],
    },
  ],
};

/** How the database refuses a statement; undefined when it does it. */
async function refusalOf(client: pg.Client, sql: string, values: unknown[]) {
  try {
    await client.query('begin');
    await client.query(sql, values);
    return undefined;
  } catch (error) {
    const { code, constraint } = error as { code: string; constraint?: string };
    return { code, constraint };
  } finally {
    await client.query('rollback');
  }
}
