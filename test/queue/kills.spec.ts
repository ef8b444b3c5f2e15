import { Redis } from 'ioredis';
import { dumpOf, organizationOf, type Dump } from '../harness/dump.js';
import { foundForce, products, sellers, type Force } from '../harness/force.js';
import { awaitImport, mapImport, upload, type Import } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { seededRandom, type Random } from '../harness/random.js';

const kills = 20;
const dealCount = 10_000;
/** What a worker gets to live on: after a step of the import, and with both quarters to calculate. */
const shortLifeMs = 150;
const longLifeMs = 3_500;
const quarters = ['2026-Q1', '2026-Q2'];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function dealFile(random: Random): string {
  const rows = Array.from({ length: dealCount }, (_, i) => {
    const day = String(1 + random.below(28)).padStart(2, '0');
    const amount = `${random.below(9_000)}.${10 + random.below(90)}`;
    const status = random.pick(['won', 'won', 'lost']);
    return `D-${i},${random.pick(sellers)},${random.pick(products)},${amount},${status},2026-0${1 + random.below(6)}-${day}`;
  });
  return ['externalId,owner,product,amount,status,closedOn', ...rows].join('\n');
}

describe('a worker that is killed again and again', () => {
  let laurel: Laurel;
  beforeAll(async () => {
    laurel = await startLaurel({ JOB_LOCK_MS: '1500' });
  });
  afterAll(() => laurel?.stop());

  /** Uploads and checks the file; what is left is to commit it. */
  async function prepare(force: Force, file: string): Promise<string> {
    const id = await upload(force.finance, 'deal', 'deals.csv', file);
    const { layout } = await awaitImport(force.finance, id, 'read');
    await mapImport(
      force.finance,
      id,
      layout!.columns.map(({ name: column, field, format }) => ({ column, field, format })),
    );
    return id;
  }

  const commit = ({ finance }: Force, id: string) =>
    finance.ask(`mutation ($id: ID!) { commitImport(id: $id) { id } }`, { id });

  const recalculate = async ({ finance }: Force) => {
    for (const period of quarters)
      await finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
        p: period,
      });
  };

  async function outcome({ finance, email }: Force, importId: string) {
    const done = await awaitImport(finance, importId, 'done', 180_000);
    await finance.settled(180_000);
    const id = await organizationOf(laurel.databaseUrl, email);
    return { done, dump: await dumpOf(laurel.databaseUrl, id) };
  }

  it(
    'loses nothing and doubles nothing, and leaves no work behind',
    async () => {
      const random = seededRandom();
      const file = dealFile(random);
      const calm = await undisturbed(file);
      const storm = await foundForce(laurel, 'Storm', { quota: '500000000' });
      const importId = await prepare(storm, file);
      await commit(storm, importId);
      const killed = await killRepeatedly(storm, importId, random);
      const { done, dump } = await outcome(storm, importId);

      process.stdout.write(
        `killed ${killed.importing} times while importing, ${killed.calculating} while calculating\n`,
      );
      expect(killed.importing).toBeGreaterThan(2);
      expect(killed.calculating).toBeGreaterThan(2);
      expect(figures(done)).toEqual({ rows: dealCount, created: dealCount, other: 0 });
      for (const part of Object.keys(calm)) expect([part, dump[part]]).toEqual([part, calm[part]]);
      expect(await laurel.sql(`select external_id from deal where version <> 1`)).toEqual([]);
      expect(await laurel.sql(`select job, key, problem from outbox`)).toEqual([]);
      expect(await failedJobs()).toBe(0);
    },
    8 * 60_000,
  );

  async function undisturbed(file: string): Promise<Dump> {
    const calm = await foundForce(laurel, 'Calm', { quota: '500000000' });
    const importId = await prepare(calm, file);
    await commit(calm, importId);
    const { dump } = await outcome(calm, importId);
    expect(dump.deal).toHaveLength(dealCount);
    expect(dump.earning!.length).toBeGreaterThan(dealCount / 2);
    return dump;
  }

  /** Kills in the middle of the import until it is through, then while both quarters are calculated anew. */
  async function killRepeatedly(force: Force, importId: string, random: Random) {
    const killed = { importing: 0, calculating: 0 };
    for (let i = 0; i < kills; i++) {
      if (await hasMoved(importId)) {
        killed.importing++;
        await pause(random.below(shortLifeMs));
      } else {
        killed.calculating++;
        await recalculate(force);
        await pause(random.below(longLifeMs));
      }
      await laurel.killWorker();
      laurel.startWorker();
    }
    return killed;
  }

  /** Waits until the import has got further than it was; false once it has come to its end. */
  async function hasMoved(importId: string): Promise<boolean> {
    const read = async () => {
      const [row] = await laurel.sql<{ status: string; processed_count: number }>(
        `select status, processed_count from import where id = $1`,
        [importId],
      );
      return row!;
    };
    const before = await read();
    for (;;) {
      const now = await read();
      if (now.status !== 'running') return false;
      if (now.processed_count > before.processed_count) return true;
      await pause(20);
    }
  }

  async function failedJobs(): Promise<number> {
    const { redisUrl } = laurel;
    if (!redisUrl) {
      const [row] = await laurel.sql<{ count: number }>(
        `select count(*)::int as count from bullmq.job where state = 'failed'`,
      );
      return row!.count;
    }
    const redis = new Redis(redisUrl);
    const count = await redis.zcard('bull:laurel:failed');
    redis.disconnect();
    return count;
  }
});

const figures = ({
  rowCount,
  createdCount,
  updatedCount,
  unchangedCount,
  rejectedCount,
}: Import) => ({
  rows: rowCount,
  created: createdCount,
  other: updatedCount + unchangedCount + rejectedCount,
});
