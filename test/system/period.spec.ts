import type pg from 'pg';
import { castPeriod, foundCast, roles, type Cast } from '../harness/cast.js';
import type { Browser } from '../harness/client.js';
import { organizationOf } from '../harness/dump.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  asApp,
  close,
  codeOf,
  lock,
  periodTables,
  reopen,
  rowsOfPeriod,
  statusOf,
} from '../harness/locked.js';
import { addressOf, saveDeals, saveQuotas } from '../harness/organization.js';
import { committedSchema, operationFor, rootFields } from '../harness/schema.js';
import { tellingArguments } from '../harness/walk.js';

const period = castPeriod;
const months = ['2026-01', '2026-02', '2026-03'];

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
      PLAN_MISSING: 1,
      PLAN_RULE_CONFLICT: 0,
      QUOTA_MISSING: 0,
      TARGET_MISSING: 0,
      RATE_MISSING: 1,
      PAYOUT_RATE_MISSING: 1,
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
    const { credit: _before, ...figures } = await rows();
    const paid = await earned();
    await win('Alder-late');
    const { credit: _after, ...still } = await rows();
    expect(still).toEqual(figures);
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
      `delete from credit_entry where credited_on = '2026-02-20'`,
      `update credit_entry set amount = 1 where credited_on = '2026-02-20'`,
      `update credit_entry set credited_on = '2026-05-20' where credited_on = '2026-02-20'`,
      `insert into credit_entry (deal_id, payee_id, kind, amount, currency, credited_on, entry)
       select deal_id, payee_id, kind, 1, currency, credited_on, 77 from credit_entry
       where credited_on = '2026-02-20' and entry = 0`,
      `update period set status = 'open' where name = $1`,
      `update period set to_day = '2026-03-01' where name = $1`,
      `delete from period where name = $1`,
    ])
      expect([sql, await refused(sql, sql.includes('$1') ? [period] : [])]).toEqual([
        sql,
        lockedAnyway,
      ]);
    expect(await rows()).toEqual(before);
  });
});

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
