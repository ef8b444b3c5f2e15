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
const places = (rows: ReturnType<typeof board>) => rows.map((row) => [row.memberId, row.rank]);

describe('board', () => {
  const team = [
    tally('ann', 90_00n, 2n, 100_00n),
    tally('ben', 120_00n, 1n, 200_00n),
    tally('cem', 0n, 0n),
  ];

  it('ranks the same people differently by each measure', () => {
    expect(places(board('credited', team, []))).toEqual([
      ['ben', 1],
      ['ann', 2],
      ['cem', 3],
    ]);
    expect(places(board('deals', team, []))).toEqual([
      ['ann', 1],
      ['ben', 2],
      ['cem', 3],
    ]);
  });

  it('leaves out who has no quota only where quotas are compared', () => {
    expect(places(board('attainment', team, []))).toEqual([
      ['ann', 1],
      ['ben', 2],
    ]);
  });

  it('remembers the place the day began with', () => {
    const yesterday = [tally('ann', 90_00n), tally('ben', 10_00n), tally('cem', 0n, 0n)];
    const [ben, ann, cem] = board('credited', team, yesterday);
    expect([ben?.dayStartRank, ann?.dayStartRank, cem?.dayStartRank]).toEqual([2, 1, 3]);
  });

  it('knows no earlier place on the first day somebody is credited', () => {
    const nothing = team.map(({ memberId }) => tally(memberId, 0n, 0n));
    const today = board('credited', team, nothing);
    expect(today.every((place) => place.dayStartRank === undefined)).toBe(true);
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
