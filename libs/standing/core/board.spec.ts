import { asFraction } from '@laurel/goal/core';
import fc from 'fast-check';
import { board } from './board.js';
import { measures, type Tally } from './measure.js';

const tally = (memberId: string, credited: bigint, deals = 1n, quota?: bigint): Tally => ({
  memberId,
  credited,
  deals,
  creditedToQuota: credited,
  quota,
});
const scores = (rows: ReturnType<typeof board>) => rows.map((row) => [row.memberId, row.score]);

describe('board', () => {
  const team = [
    tally('ann', 90_00n, 2n, 100_00n),
    tally('ben', 120_00n, 1n, 200_00n),
    tally('cem', 0n, 0n),
  ];

  it('has everybody, with the money and the deals they brought in', () => {
    expect(scores(board('credited', team, []))).toEqual([
      ['ann', asFraction(90_00n)],
      ['ben', asFraction(120_00n)],
      ['cem', asFraction(0n)],
    ]);
    expect(scores(board('deals', team, []))).toEqual([
      ['ann', asFraction(2n)],
      ['ben', asFraction(1n)],
      ['cem', asFraction(0n)],
    ]);
  });

  it('leaves out who has no quota only where quotas are compared', () => {
    expect(scores(board('attainment', team, []))).toEqual([
      ['ann', { numerator: 90_00n, denominator: 100_00n }],
      ['ben', { numerator: 120_00n, denominator: 200_00n }],
    ]);
  });

  it('remembers the score the day began with', () => {
    const yesterday = [tally('ann', 90_00n), tally('ben', 10_00n), tally('cem', 0n, 0n)];
    const before = board('credited', team, yesterday).map(({ dayStart }) => dayStart);
    expect(before).toEqual([90_00n, 10_00n, 0n].map(asFraction));
  });

  it('knows no earlier score on the first day somebody is credited', () => {
    const nothing = team.map(({ memberId }) => tally(memberId, 0n, 0n));
    const today = board('credited', team, nothing);
    expect(today.every(({ dayStart }) => dayStart === undefined)).toBe(true);
  });
});

it('is the same board in whatever order the tallies come', () => {
  const amount = fc.bigInt({ min: 0n, max: 9n });
  const tallies = fc
    .array(fc.tuple(amount, amount, fc.option(amount, { nil: undefined })), { maxLength: 12 })
    .map((rows) => rows.map(([sum, deals, quota], i) => tally(`m${i}`, sum, deals, quota)));
  const byMember = (rows: ReturnType<typeof board>) => new Map(rows.map((r) => [r.memberId, r]));
  fc.assert(
    fc.property(tallies, fc.constantFrom(...measures), (given, measure) => {
      const backwards = given.toReversed();
      expect(byMember(board(measure, given, given))).toEqual(
        byMember(board(measure, backwards, backwards)),
      );
    }),
  );
});
