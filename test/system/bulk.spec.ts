import { dumpOf, organizationOf, type Dump } from '../harness/dump.js';
import { foundForce, type Force } from '../harness/force.js';
import { applyHistory, historyOf } from '../harness/history.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { seededRandom } from '../harness/random.js';

/** A whole year at once: the path of a recalculation, against that of single payees. */
describe('pay computed in bulk', () => {
  let laurel: Laurel;
  let force: Force;
  let organization: string;
  beforeAll(async () => {
    laurel = await startLaurel();
    force = await foundForce(laurel, 'Bulk', { quota: '10000000' });
    organization = await organizationOf(laurel.databaseUrl, force.email);
    await applyHistory(force.finance, historyOf(seededRandom(), 300).inOrder());
    await force.finance.settled();
  }, 120_000);
  afterAll(() => laurel?.stop());

  const dump = (): Promise<Dump> => dumpOf(laurel.databaseUrl, organization);

  const rows = () =>
    laurel.sql<{ id: string; row: object; revision: number }>(
      `select id, revision, to_jsonb(earning) - 'revision' as row from earning order by id`,
    );

  async function recalculate(): Promise<number> {
    const { recalculate: answer } = await force.finance.ask<{
      recalculate: { partitions: number };
    }>(`mutation { recalculate(period: "2026") { partitions } }`);
    await force.finance.settled();
    return answer.partitions;
  }

  it('leaves the very rows that single payees were given, also from nothing', async () => {
    const [single, figures] = [await rows(), await dump()];
    expect(figures.earning!.length).toBeGreaterThan(200);
    await laurel.sql(`truncate earning, statement, standing`);
    expect(await recalculate()).toBeGreaterThan(single.length);
    const bulk = await rows();
    expect(bulk.map(({ row }) => row)).toEqual(single.map(({ row }) => row));
    expect(await dump()).toMatchObject({ earning: figures.earning, statement: figures.statement });
  });

  it('writes only what differs, and takes away what nothing pays any more', async () => {
    const before = await rows();
    const [wrong] = before;
    await laurel.sql(`update earning set amount[1] = amount[1] + 1, earned = 7 where id = $1`, [
      wrong!.id,
    ]);
    await laurel.sql(
      `insert into earning select (jsonb_populate_record(earning, jsonb_build_object(
         'id', gen_random_uuid(), 'period', '2026-Q1',
         'payee_id', (select id from member where role = 'finance')))).* from earning limit 1`,
    );
    await recalculate();
    const after = await rows();
    expect(after.map(({ row }) => row)).toEqual(before.map(({ row }) => row));
    const changed = after.filter(({ revision }, i) => revision !== before[i]!.revision);
    expect(changed.map(({ id }) => id)).toEqual([wrong!.id]);
  });
});
