import fs from 'node:fs';
import path from 'node:path';
import { LocalPostgres } from '@laurel/infra/postgres';
import type pg from 'pg';
import { asOwner, root } from '../harness/database.js';
import { organizationOf } from '../harness/dump.js';
import { addPeople, found, join } from '../harness/organization.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { recalculateInSql } from './yardstick/baseline.js';
import { cpuOf, cpuOfPostgres } from './yardstick/cpu.js';
import { digestOf, type Digest } from './yardstick/digest.js';
import { asYardstick, fillOrganization } from './yardstick/laurel.js';
import { fillYardstick } from './yardstick/tables.js';
import { tuned } from './yardstick/tuned.js';

const sizes = (process.env.LAUREL_BENCH_SIZES ?? '10000,100000,1000000').split(',').map(Number);
const runs = Number(process.env.LAUREL_BENCH_RUNS ?? 5);
const answers: Record<string, Digest> = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'yardstick/answer.json'), 'utf8'),
);
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

type Cost = { readonly ms: number; readonly cpu: number };

/** What the worker still has to do for pay, statements and boards. */
const due = `select count(*)::int as count from outbox
  where job in ('commission.recompute', 'statement.draftAll', 'standing.refreshAll')`;

/** Asks again after a moment, so short that it makes no difference and so long that asking takes nothing from the work. */
async function untilNone(client: pg.Client, query: string, momentMs: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ count: number }>(query);
    if (rows[0]!.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, momentMs));
  }
}

const peakMegabytes = (pid: number) =>
  Number(/VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

describe('recalculating a year of pay, boards and statements', () => {
  const folder = path.join(root, '.laurel/bench-postgres');
  let laurel: Laurel;
  beforeAll(async () => {
    const postgres = await LocalPostgres.in(folder, { firstPort: 5800, settings: tuned });
    await postgres.start();
    process.env.LAUREL_TEST_POSTGRES = postgres.url;
    laurel = await startLaurel({ JOB_LOCK_MS: '15000', BADGE_DELAY_MS: '2000' });
  }, 120_000);
  afterAll(() => laurel?.stop());

  /** Seconds of CPU of the worker and of PostgreSQL say more than the clock where others use the machine too. */
  const costOf = async (work: () => Promise<unknown>): Promise<Cost> => {
    const cpu = () => cpuOf(laurel.workerPid()) + cpuOfPostgres(folder);
    const [start, before] = [performance.now(), cpu()];
    await work();
    const ms = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return { ms, cpu: cpu() - before };
  };

  it.each(sizes)(
    'gives the known answer for %i deals, beside SQL written by hand',
    async (dealCount) => {
      const email = `ada@bench${dealCount}.example`;
      const admin = await found(laurel, `Bench ${dealCount}`, email);
      const { Fin } = await addPeople(admin, [
        { name: 'Fin', role: 'finance', email: `fin.${email}` },
      ]);
      const finance = await join(laurel, admin, Fin!);
      const organization = await organizationOf(laurel.databaseUrl, email);
      const times = await asOwner(laurel.databaseUrl, async (client) => {
        const momentMs = dealCount < 1_000_000 ? 5 : 25;
        const allDone = `select count(*)::int as count from outbox`;
        await fillYardstick(client, dealCount);
        await fillOrganization(client, organization);
        const recalculate = async () => {
          await finance.ask(`mutation { recalculate(period: "2025") { partitions } }`);
          await untilNone(client, due, momentMs);
        };
        const measured = {
          first: [await costOf(recalculate)],
          sql: [] as Cost[],
          fromNothing: [] as Cost[],
          again: [] as Cost[],
        };
        await untilNone(client, allDone, 25);
        for (let run = 0; run < runs; run++) {
          measured.sql.push(await costOf(() => recalculateInSql(laurel.databaseUrl)));
          await client.query(`truncate earning, statement, standing`);
          measured.fromNothing.push(await costOf(recalculate));
          await untilNone(client, allDone, 25);
          measured.again.push(await costOf(recalculate));
          await untilNone(client, allDone, 25);
        }
        await client.query(`set search_path = yardstick`);
        expect(await digestOf(client)).toEqual(answers[dealCount]);
        await client.query(asYardstick);
        await client.query(`set search_path = pg_temp, public`);
        expect(await digestOf(client)).toEqual(answers[dealCount]);
        return measured;
      });
      const middle = (costs: readonly Cost[], of: keyof Cost) =>
        median(costs.map((each) => each[of]));
      const row = (name: string, costs: readonly Cost[]) => {
        const [ms, cpu] = [middle(costs, 'ms'), middle(costs, 'cpu')];
        const ratio = (value: number, of: keyof Cost) => (value / middle(times.sql, of)).toFixed(2);
        const all = costs.map((each) => each.ms.toFixed(0)).join(' ');
        return `${name.padEnd(24)} ${ms.toFixed(0).padStart(7)} ms  ${ratio(ms, 'ms')} x  CPU ${cpu.toFixed(2)} s  ${ratio(cpu, 'cpu')} x  [${all}]\n`;
      };
      process.stdout.write(
        `${dealCount} deals, worker at most ${peakMegabytes(laurel.workerPid()).toFixed(0)} MB\n` +
          row('SQL by hand', times.sql) +
          row('Laurel, all credits new', times.first) +
          row('Laurel, from nothing', times.fromNothing) +
          row('Laurel, nothing changed', times.again),
      );
    },
    60 * 60_000,
  );
});
