import { rowsOf, organizationOf } from '../harness/dump.js';
import type { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, savePlan } from '../harness/organization.js';
import { fileOf, knownAnswer, plainPlan, planDocument, present } from '../harness/real-data.js';

const quarters = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];
const pageSize = 200;
const files = [
  ['person', 'sales_teams.csv'],
  ['product', 'products.csv'],
  ['account', 'accounts.csv'],
  ['deal', 'sales_pipeline.csv'],
] as const;

type Line = { kind: string; tier: number | null; base: string; amount: string };
type Statement = {
  payee: { name: string };
  quarter: string;
  credited: string;
  attainment: string | null;
  earned: string;
  dealCount: number;
  lines: Line[];
};
type Page<T> = { rows: T[]; total: number };

/** Exact cents of a plain amount such as "613798.94", and back. */
const cents = (usd: string) => BigInt(usd.replace('.', ''));
const usd = (amount: bigint | string) => String(amount).padStart(3, '0').replace(/(..)$/, '.$1');
const sum = (rows: readonly { amount: string }[]) =>
  rows.reduce((total, { amount }) => total + BigInt(amount), 0n);

/** All pages of a list. */
async function every<T>(browser: Browser, query: string, variables: object): Promise<T[]> {
  const rows: T[] = [];
  for (;;) {
    const page = { first: pageSize, offset: rows.length };
    const { list } = await browser.ask<{ list: Page<T> }>(query, { ...variables, page });
    rows.push(...list.rows);
    if (rows.length >= list.total) return rows;
  }
}

const comparison = () => {
  const expected = knownAnswer();
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let statements: Statement[];

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Hardware', 'admin@hardware.example');
    await admin.ask(`mutation { saveOrganization(input: { name: "Hardware", currency: "USD", locale: "en",
      timeZone: "America/New_York", fiscalYearStartMonth: 1 }) { id } }`);
    const { Fin } = await addPeople(admin, [{ name: 'Fin', role: 'finance', currency: 'USD' }]);
    finance = await join(laurel, admin, Fin!);
    for (const [kind, name] of files) await importOne(kind, name);
    await payEverybody();
    await finance.settled(120_000);
    statements = await readStatements();
  }, 300_000);
  afterAll(() => laurel?.stop());

  const importOne = (kind: string, name: string) =>
    importFile(kind === 'person' ? admin : finance, kind, name, fileOf(name));

  /** The plan for everybody, and a quota for each seller from a file. */
  async function payEverybody(): Promise<void> {
    const plain = plainPlan();
    type Member = { id: string; name: string; role: string };
    const members = await every<Member>(
      finance,
      `query ($page: PageInput) { list: members(page: $page) { rows { id name role } total } }`,
      {},
    );
    const paid = members.filter(({ role }) => role === 'rep' || role === 'manager');
    await savePlan(
      finance,
      planDocument(plain),
      paid.map(({ id }) => id),
      { name: plain.name, from: plain.effectiveFrom },
    );
    const quotas = paid
      .filter(({ role }) => role === 'rep')
      .flatMap(({ name }) =>
        quarters.map((quarter) => `${name},${quarter},${plain.quotaPerRepPerQuarter}`),
      );
    await importFile(
      finance,
      'quota',
      'quotas.csv',
      ['member,period,amount', ...quotas].join('\n'),
    );
  }

  async function readStatements(): Promise<Statement[]> {
    const all: Statement[] = [];
    for (const quarter of quarters) {
      type Row = Omit<Statement, 'quarter' | 'lines'> & { payee: { id: string } };
      const rows = await every<Row>(
        finance,
        `query ($period: String!, $page: PageInput) { list: statements(period: $period, page: $page) {
           rows { payee { id name } credited attainment earned dealCount } total } }`,
        { period: quarter },
      );
      for (const row of rows)
        all.push({ ...row, quarter, lines: await readLines(row.payee.id, quarter) });
    }
    return all;
  }

  async function readLines(id: string, period: string): Promise<Line[]> {
    const lines: Line[] = [];
    for (;;) {
      const { statement } = await finance.ask<{ statement: { lines: Page<Line> } }>(
        `query ($id: ID!, $period: String!, $page: PageInput) { statement(memberId: $id, period: $period) {
           lines(page: $page) { rows { kind tier base amount } total } } }`,
        { id, period, page: { first: pageSize, offset: lines.length } },
      );
      lines.push(...statement.lines.rows);
      if (lines.length >= statement.lines.total) return lines;
    }
  }

  const ofReps = () => statements.filter(({ dealCount }) => dealCount > 0);
  const linesOf = (override: boolean, some = statements) =>
    some.flatMap(({ lines }) => lines.filter(({ kind }) => (kind === 'override') === override));

  it('sums to the known totals', () => {
    const repLines = linesOf(false);
    expect({
      wonDeals: ofReps().reduce((total, { dealCount }) => total + dealCount, 0),
      creditedTotal: usd(ofReps().reduce((total, { credited }) => total + BigInt(credited), 0n)),
      earningLinesForReps: repLines.length,
      repEarningsTotal: usd(sum(repLines)),
      managerOverrideTotal: usd(sum(linesOf(true))),
    }).toEqual({
      wonDeals: expected.wonDeals,
      creditedTotal: expected.creditedTotal,
      earningLinesForReps: expected.earningLinesForReps,
      repEarningsTotal: expected.repEarningsTotal,
      managerOverrideTotal: expected.managerOverrideTotal,
    });
  });

  it('pays the known sum in every quarter and every tier', () => {
    const byQuarter = quarters.map((quarter) => {
      const some = statements.filter((statement) => statement.quarter === quarter);
      return [
        quarter,
        {
          repEarnings: usd(sum(linesOf(false, some))),
          managerOverride: usd(sum(linesOf(true, some))),
        },
      ];
    });
    expect(Object.fromEntries(byQuarter)).toEqual(expected.byQuarter);
    const tiers = Object.keys(expected.byTier).map((tier) => {
      const lines = linesOf(false).filter((line) => String(line.tier) === tier);
      return [tier, usd(sum(lines))];
    });
    expect(Object.fromEntries(tiers)).toEqual(expected.byTier);
  });

  it('gives every statement of a seller its known figures', () => {
    const found = ofReps().map(({ payee, quarter, dealCount, credited, attainment, earned }) => ({
      payee: payee.name,
      quarter,
      deals: dealCount,
      credited: usd(credited),
      attainment: Number(attainment).toFixed(6),
      earned: usd(earned),
    }));
    const known = expected.statements.map(({ attainmentPercent, ...rest }) => ({
      ...rest,
      attainment: (Number(attainmentPercent) / 100).toFixed(6),
    }));
    expect(sorted(found)).toEqual(sorted(known));
  });

  it('gives every manager the known override', () => {
    const found = statements.flatMap(({ payee, quarter, lines }) =>
      lines
        .filter(({ kind }) => kind === 'override')
        .map(({ base, amount }) => ({
          payee: payee.name,
          quarter,
          teamCredited: usd(base),
          earned: usd(amount),
        })),
    );
    expect(sorted(found)).toEqual(sorted(expected.overrides));
  });

  it.each(quarters)('ranks the sellers of %s as known', async (period) => {
    type Standing = { rank: number; score: string; member: { name: string } };
    const rows = await every<Standing>(
      finance,
      `query ($period: String!, $page: PageInput) {
         list: leaderboard(period: $period, measure: credited, page: $page) {
           rows { rank score member { name } } total } }`,
      { period },
    );
    // The board also shows who has won nothing yet.
    const found = rows
      .filter(({ score }) => score !== '0')
      .map(({ rank, score, member }) => ({
        rank,
        rep: member.name,
        credited: usd(score),
      }));
    expect(found).toEqual(expected.standings[period]);
  });

  it('finds every figure again in the commission report', async () => {
    for (const period of quarters) {
      const response = await finance.fetch(`/exports/commission.csv?period=${period}`);
      const [head, ...lines] = (await response.text()).replace('\uFEFF', '').trim().split(/\r?\n/);
      const at = head!.split(',').indexOf('amount');
      const total = lines.reduce((paid, line) => paid + cents(line.split(',')[at]!), 0n);
      const { repEarnings, managerOverride } = expected.byQuarter[period]!;
      expect([period, usd(total)]).toEqual([
        period,
        usd(cents(repEarnings) + cents(managerOverride)),
      ]);
    }
  });

  it('changes nothing when the same files come again, or all is calculated anew', async () => {
    const id = await organizationOf(laurel.databaseUrl, 'admin@hardware.example');
    const before = await rowsOf(laurel.databaseUrl, id);
    for (const [kind, name] of files) {
      const { createdCount, updatedCount, rejectedCount } = await importOne(kind, name);
      expect([name, createdCount, updatedCount, rejectedCount]).toEqual([name, 0, 0, 0]);
    }
    for (const period of quarters)
      await finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
        p: period,
      });
    await finance.settled(120_000);
    expect(await rowsOf(laurel.databaseUrl, id)).toEqual(before);
  }, 180_000);
};

const sorted = <T extends { payee: string; quarter: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.quarter + a.payee < b.quarter + b.payee ? -1 : 1));

if (present) describe('the real year, over HTTP and GraphQL', comparison);
else it('has no real year on this machine to compare with', () => expect(present).toBe(false));
