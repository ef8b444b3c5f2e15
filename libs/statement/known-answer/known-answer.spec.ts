import { earnedBy, type EarningLine, headOf } from '@laurel/commission/core';
import { formatDecimal, formatMoney, groupBy, ratio } from '@laurel/shared/core';
import { computeRealYear, knownAnswer, present } from './real-year.js';

const usd = (minor: bigint) => formatMoney(minor, 'USD');
const paid = (lines: EarningLine[]) => usd(earnedBy(lines));
const byPayeeAndQuarter = <T extends { payee: string; quarter: string }>(rows: T[]) =>
  rows.toSorted((a, b) => (a.payee + a.quarter < b.payee + b.quarter ? -1 : 1));

const comparison = () => {
  const expected = knownAnswer();
  const all = computeRealYear();
  const lines = all.flatMap((each) => each.lines);
  const reps = lines.filter(({ kind }) => kind !== 'override');
  const overrides = lines.filter(({ kind }) => kind === 'override');
  const statements = all.map(({ payee, quarter, partition, lines: own }) => ({
    payee,
    quarter,
    lines: own,
    figures: headOf(partition, own)!,
  }));
  const ofReps = statements.filter(({ figures }) => figures.dealCount > 0);

  it('sums to the known totals and counts', () => {
    const credited = ofReps.reduce((sum, { figures }) => sum + figures.credited, 0n);
    expect({
      wonDeals: ofReps.reduce((sum, { figures }) => sum + figures.dealCount, 0),
      creditedTotal: usd(credited),
      earningLinesForReps: reps.length,
      repEarningsTotal: paid(reps),
      managerOverrideTotal: paid(overrides),
    }).toEqual({
      wonDeals: expected.wonDeals,
      creditedTotal: expected.creditedTotal,
      earningLinesForReps: expected.earningLinesForReps,
      repEarningsTotal: expected.repEarningsTotal,
      managerOverrideTotal: expected.managerOverrideTotal,
    });
  });

  it('gives every quarter and every tier its known sum', () => {
    const byQuarter = [...groupBy(statements, ({ quarter }) => quarter)].map(([quarter, own]) => {
      const ofQuarter = own.flatMap((statement) => statement.lines);
      const isOverride = ({ kind }: EarningLine) => kind === 'override';
      const repEarnings = paid(ofQuarter.filter((line) => !isOverride(line)));
      return [quarter, { repEarnings, managerOverride: paid(ofQuarter.filter(isOverride)) }];
    });
    expect(Object.fromEntries(byQuarter)).toEqual(expected.byQuarter);
    const tiers = groupBy(
      reps.filter(({ kind }) => kind === 'tier'),
      ({ tier }) => String(tier),
    );
    expect(Object.fromEntries([...tiers].map(([tier, own]) => [tier, paid(own)]))).toEqual(
      expected.byTier,
    );
  });

  it('gives every statement its known figures', () => {
    const found = ofReps.map(({ payee, quarter, figures }) => ({
      payee,
      quarter,
      deals: figures.dealCount,
      credited: usd(figures.credited),
      attainmentPercent: formatDecimal(ratio(figures.credited * 100n, figures.quota!, 4)),
      earned: usd(figures.earned),
    }));
    expect(byPayeeAndQuarter(found)).toEqual(byPayeeAndQuarter(expected.statements));
    expect(statements.flatMap(({ figures }) => figures.problems)).toEqual([]);
  });

  it('gives every manager the known override', () => {
    const found = statements.flatMap(({ payee, quarter, lines: own }) =>
      own
        .filter(({ kind }) => kind === 'override')
        .map(({ base, amount }) => ({
          payee,
          quarter,
          teamCredited: usd(BigInt(base)),
          earned: usd(amount),
        })),
    );
    expect(byPayeeAndQuarter(found)).toEqual(byPayeeAndQuarter(expected.overrides));
  });

  it('credits everybody in the standings with the known amount', () => {
    const found = ofReps.map(
      ({ payee, quarter, figures }) => `${quarter} ${payee} ${usd(figures.credited)}`,
    );
    const known = Object.entries<{ rep: string; credited: string }[]>(expected.standings).flatMap(
      ([quarter, places]) => places.map(({ rep, credited }) => `${quarter} ${rep} ${credited}`),
    );
    expect(found.toSorted()).toEqual(known.toSorted());
  });
};

if (present) describe('a real year of 8,800 opportunities', comparison);
else it('has no real year on this machine to compare with', () => expect(present).toBe(false));
