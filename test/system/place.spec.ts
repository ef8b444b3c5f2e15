import { compareFractions, type Fraction } from '@laurel/goal/core';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found } from '../harness/organization.js';
import { seededRandom } from '../harness/random.js';

const near = 2n ** 60n;
/** Some are equal though they read otherwise, and some differ by less than any usual number shows. */
const fractions: readonly Fraction[] = [
  [9n, 10n],
  [18n, 20n],
  [8_996n, 10_000n],
  [9_004n, 10_000n],
  [near - 1n, near],
  [near - 2n, near - 1n],
  [2n * near - 2n, 2n * near - 1n],
  [2n * near - 4n, 2n * near - 2n],
  [1n, 3n],
  [near - 1n, 3n * near - 3n],
  [near, 3n * near - 1n],
  [-1n, 7n],
  [0n, 1n],
  [0n, near],
].map(([numerator, denominator]) => ({ numerator: numerator!, denominator: denominator! }));

type Place = { memberId: string; score: Fraction; dayStart: Fraction };
type Shown = { rank: number; movement: number; member: { id: string } };

describe('a place on a board', () => {
  let laurel: Laurel;
  let admin: Browser;
  let ids: string[];
  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Places', 'ada@places.example');
    const names = Array.from({ length: 8 }, (_, i) => `Rep ${i}`);
    const people = await addPeople(
      admin,
      names.map((name) => ({ name, role: 'rep' as const })),
    );
    ids = names.map((name) => people[name]!);
  });
  afterAll(() => laurel?.stop());

  /** A board that was counted today. */
  const store = async (places: readonly Place[]): Promise<void> => {
    await laurel.sql(`delete from standing`);
    await laurel.sql(
      `insert into standing (organization_id, period, measure, member_id, score, target, day_start_score, day_start_target, as_of_day)
       select organization.organization_id, '2031', 'attainment', place.*, (now() at time zone time_zone)::date
       from organization, unnest($1::uuid[], $2::numeric[], $3::numeric[], $4::numeric[], $5::numeric[]) as place`,
      [
        places.map(({ memberId }) => memberId),
        places.map(({ score }) => String(score.numerator)),
        places.map(({ score }) => String(score.denominator)),
        places.map(({ dayStart }) => String(dayStart.numerator)),
        places.map(({ dayStart }) => String(dayStart.denominator)),
      ],
    );
  };

  it('is 1 + the number of strictly better scores, compared exactly', async () => {
    const random = seededRandom();
    for (let i = 0; i < 40; i++) {
      const places = ids.map((memberId) => ({
        memberId,
        score: random.pick(fractions),
        dayStart: random.pick(fractions),
      }));
      await store(places);
      const rankOf = (one: Place, of: 'score' | 'dayStart') =>
        1 + places.filter((other) => compareFractions(other[of], one[of]) > 0).length;
      const { leaderboard } = await admin.ask<{ leaderboard: { rows: Shown[] } }>(
        `{ leaderboard(period: "2031", measure: attainment) { rows { rank movement member { id } } } }`,
      );
      const shown = new Map(leaderboard.rows.map((row) => [row.member.id, row]));
      const expected = places.map((one) => [
        rankOf(one, 'score'),
        rankOf(one, 'dayStart') - rankOf(one, 'score'),
      ]);
      expect(ids.map((id) => [shown.get(id)!.rank, shown.get(id)!.movement])).toEqual(expected);
      const ranks = leaderboard.rows.map(({ rank }) => rank);
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }
  });
});
