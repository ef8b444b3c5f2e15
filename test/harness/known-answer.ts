import type { Browser } from './client.js';
import { knownAnswer } from './real-data.js';
import { every, readStatements, type Statement } from './statements.js';

export const quarters = ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4'];

/** Exact cents of a plain amount such as "613798.94", and back. */
export const cents = (usd: string) => BigInt(usd.replace('.', ''));
export const usd = (amount: bigint | string) =>
  String(amount).padStart(3, '0').replace(/(..)$/, '.$1');

const sum = (rows: readonly { amount: string }[]) =>
  rows.reduce((total, { amount }) => total + BigInt(amount), 0n);

const sorted = <T extends { payee: string; quarter: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.quarter + a.payee < b.quarter + b.payee ? -1 : 1));

/** Declares the tests that hold every figure of the real year against the answer of another program. */
export function itGivesTheKnownAnswer(reader: () => Browser): void {
  const expected = knownAnswer();
  let statements: Statement[];

  beforeAll(async () => {
    statements = await readStatements(reader(), quarters);
  }, 120_000);

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
      const some = statements.filter(({ period }) => period === quarter);
      const repEarnings = usd(sum(linesOf(false, some)));
      return [quarter, { repEarnings, managerOverride: usd(sum(linesOf(true, some))) }];
    });
    expect(Object.fromEntries(byQuarter)).toEqual(expected.byQuarter);
    const tiers = Object.keys(expected.byTier).map((tier) => {
      const lines = linesOf(false).filter((line) => String(line.tier) === tier);
      return [tier, usd(sum(lines))];
    });
    expect(Object.fromEntries(tiers)).toEqual(expected.byTier);
  });

  it('gives every statement of a seller its known figures', () => {
    const found = ofReps().map(({ payee, period, dealCount, credited, attainment, earned }) => ({
      payee: payee.name,
      quarter: period,
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
    const found = statements.flatMap(({ payee, period, lines }) =>
      lines
        .filter(({ kind }) => kind === 'override')
        .map(({ base, amount }) => ({
          payee: payee.name,
          quarter: period,
          teamCredited: usd(base),
          earned: usd(amount),
        })),
    );
    expect(sorted(found)).toEqual(sorted(expected.overrides));
  });

  it.each(quarters)('ranks the sellers of %s as known', async (period) => {
    type Standing = { rank: number; score: string; member: { name: string } };
    const rows = await every<Standing>(
      reader(),
      `query ($period: String!, $page: PageInput) {
         list: leaderboard(period: $period, measure: credited, page: $page) {
           rows { rank score member { name } } total } }`,
      { period },
    );
    // The board also shows who has won nothing yet.
    const found = rows
      .filter(({ score }) => score !== '0')
      .map(({ rank, score, member }) => ({ rank, rep: member.name, credited: usd(score) }));
    expect(found).toEqual(expected.standings[period]);
  });
}
