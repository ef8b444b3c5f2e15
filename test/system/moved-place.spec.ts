import { organizationOf } from '../harness/dump.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { asApp } from '../harness/locked.js';
import { addPeople, found } from '../harness/organization.js';
import { seededRandom } from '../harness/random.js';

describe('a place on a board', () => {
  let laurel: Laurel;
  let organizationId: string;
  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Places', 'ada@places.example');
    const names = Array.from({ length: 8 }, (_, i) => `Rep ${i}`);
    await addPeople(
      admin,
      names.map((name) => ({ name, role: 'rep' as const })),
    );
    organizationId = await organizationOf(laurel.databaseUrl, 'ada@places.example');
  });
  afterAll(() => laurel?.stop());

  it('moves places as ranking everybody does', async () => {
    const random = seededRandom();
    await asApp(laurel.databaseUrl, organizationId, async (client) => {
      await client.query(
        `insert into standing (period, measure, member_id, rank, score, target, day_start_rank, as_of_day)
         select '2030', 'attainment', id, 1, 0, 1, 1, today() from member`,
      );
      const { rows: members } = await client.query<{ id: string }>(`select id from member`);
      for (let i = 0; i < 300; i++) {
        const { id } = random.pick(members);
        await client.query(`select move_place('2030', 'attainment', $1, $2, $3, true)`, [
          id,
          random.below(7) - 1,
          1 + random.below(3),
        ]);
        const { rows } = await client.query(
          `select * from (
             select rank, day_start_rank, rank() over (order by score / target desc)::int as right
             from standing where period = '2030') place
           where rank <> place.right or day_start_rank <> place.right`,
        );
        expect(rows).toEqual([]);
      }
    });
  });
});
