import { asOwner } from '../harness/database.js';
import { dumpOf, organizationOf } from '../harness/dump.js';
import { foundForce, products, sellers, type Force } from '../harness/force.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { saveDeals, type DealInput } from '../harness/organization.js';
import { Random, seededRandom } from '../harness/random.js';

const kills = Number(process.env.LAUREL_TEST_KILLS ?? 100);
const dealCount = 900;
/** Deals that change between two kills of workers that compute payee by payee. */
const changedAtOnce = 40;
const batch = 300;
/** The longest that a worker lives on once it writes pay. */
const lastBreathMs = 25;
/** How long it may take to come to that: a worker that was killed has to start first. */
const patienceMs = 30_000;
const quarters = ['2026-Q1', '2026-Q2'];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The same deals for every organisation. */
const dealsOf = ({ ids }: Force, random: Random): DealInput[] =>
  Array.from({ length: dealCount }, (_, i) => ({
    externalId: `D-${i}`,
    owner: ids[random.pick(sellers)]!,
    product: random.pick(products),
    amount: String(1_000 + random.below(900_000)),
    status: 'won',
    closedOn: `2026-0${1 + random.below(6)}-${String(1 + random.below(28)).padStart(2, '0')}`,
  }));

describe('a worker that is killed while it calculates pay', () => {
  let laurel: Laurel;
  beforeAll(async () => {
    laurel = await startLaurel({ JOB_LOCK_MS: '600', RECONCILE_MS: '200' });
  });
  afterAll(() => laurel?.stop());

  it(
    `leaves the rows of an undisturbed run after ${kills} times`,
    async () => {
      const random = seededRandom();
      const dice = random.below(2 ** 31);
      const [calm, storm] = [await foundForce(laurel, 'Calm'), await foundForce(laurel, 'Storm')];
      await save(calm, dealsOf(calm, new Random(dice)));
      const undisturbed = await outcome(calm);
      expect(undisturbed.earning!.length).toBeGreaterThan(dealCount);
      const deals = dealsOf(storm, new Random(dice));
      await save(storm, deals);
      await storm.finance.settled(60_000);

      const killed = await killRepeatedly(storm, deals, random);
      await save(storm, deals);
      const dump = await outcome(storm);
      process.stdout.write(`killed while it wrote pay: ${JSON.stringify(killed)}\n`);
      expect(Math.min(killed.periods, killed.payees)).toBeGreaterThan(kills / 4);
      for (const part of Object.keys(undisturbed))
        expect([part, dump[part]]).toEqual([part, undisturbed[part]]);
      expect(await laurel.sql(`select job, key, problem from outbox`)).toEqual([]);
    },
    10 * 60_000,
  );

  const outcome = async ({ finance, email }: Force) => {
    await finance.settled(120_000);
    return dumpOf(laurel.databaseUrl, await organizationOf(laurel.databaseUrl, email));
  };

  const save = async ({ finance }: Force, deals: readonly DealInput[]) => {
    for (let start = 0; start < deals.length; start += batch)
      await saveDeals(finance, deals.slice(start, start + batch));
  };

  /** In turn while both quarters are calculated anew, and while some deals have changed. */
  async function killRepeatedly(storm: Force, deals: readonly DealInput[], random: Random) {
    const killed = { periods: 0, payees: 0, elsewhere: 0 };
    for (let i = 0; i < kills; i++) {
      await (i % 2 ? change(storm, random.shuffled(deals), random) : recalculate(storm));
      const writes = await writesPay();
      await pause(random.below(lastBreathMs));
      await laurel.killWorker();
      killed[!writes ? 'elsewhere' : i % 2 ? 'payees' : 'periods']++;
      laurel.startWorker();
    }
    return killed;
  }

  async function recalculate({ finance }: Force): Promise<void> {
    for (const period of quarters)
      await finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
        p: period,
      });
  }

  const change = (storm: Force, deals: readonly DealInput[], random: Random) =>
    save(
      storm,
      deals
        .slice(0, changedAtOnce)
        .map((deal) => ({ ...deal, amount: String(1 + random.below(900_000)) })),
    );

  /** Waits for a transaction that has written to the table of earnings and is not through; false once nothing is due that would. */
  const writesPay = (): Promise<boolean> =>
    asOwner(laurel.databaseUrl, async (client) => {
      for (const until = Date.now() + patienceMs; Date.now() < until; await pause(2)) {
        const { rows } = await client.query<{ writes: boolean; due: boolean }>(underWay);
        if (rows[0]!.writes || !rows[0]!.due) return rows[0]!.writes;
      }
      return false;
    });
});

const underWay = `
  select exists (select from pg_locks where mode = 'RowExclusiveLock' and relation = 'earning'::regclass) as writes,
    exists (select from outbox where job in ('credit.assign', 'commission.compute', 'commission.recompute')) as due`;
