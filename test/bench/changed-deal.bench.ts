import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { LocalPostgres } from '@laurel/infra/postgres';
import type pg from 'pg';
import { asOwner, root } from '../harness/database.js';
import { organizationOf } from '../harness/dump.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join } from '../harness/organization.js';
import type { Answer, Change, Told } from './changed-deal.process.js';
import { recalculateInSql } from './yardstick/baseline.js';
import { changeInSql } from './yardstick/change-in-sql.js';
import { digestOf } from './yardstick/digest.js';
import { asYardstick, fillOrganization } from './yardstick/laurel.js';
import { fillYardstick } from './yardstick/tables.js';
import { tuned } from './yardstick/tuned.js';

const sizes = (process.env.LAUREL_BENCH_SIZES ?? '10000,100000').split(',').map(Number);
const edits = Number(process.env.LAUREL_BENCH_EDITS ?? 1_000);
const burst = 1_000;
const queued = 200;
const folder = path.join(root, '.laurel/bench-changed-deal');

function bundle(): void {
  const here = (file: string) => path.join(import.meta.dirname, file);
  const { status, stderr } = spawnSync(
    process.execPath,
    [here('bundle.mjs'), here('changed-deal.process.ts'), folder],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

/** The process that does the worker's work when told to. */
class Hand {
  static async start(databaseUrl: string): Promise<Hand> {
    const child = fork(path.join(folder, 'changed-deal.process.js'), {
      env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: '', LOG_LEVEL: 'error' },
      execArgv: ['--enable-source-maps'],
    });
    await once(child, 'message');
    return new Hand(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  /** How many messages to the database the last work took. */
  messages = 0;

  async tell(told: Told): Promise<number> {
    this.child.send(told);
    const [{ ms, messages }] = (await once(this.child, 'message')) as [Answer];
    this.messages = messages;
    return ms;
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, 'exit');
  }
}

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!;

/** Whole numbers below a limit, the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** What is stored, whenever it was computed. */
const stored = `
  select md5(string_agg(line, '|' order by line)) as digest from (
    select md5((to_jsonb(earning) - 'revision')::text) as line from earning
    union all select md5((to_jsonb(statement) - 'computed_at')::text) from statement
    union all select md5((to_jsonb(standing) - 'updated_at')::text) from standing) rows`;

const digestOfStored = async (client: pg.Client): Promise<string> =>
  (await client.query<{ digest: string }>(stored)).rows[0]!.digest;

async function settled(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from public.outbox`,
    );
    if (rows[0]!.count === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('one changed deal', () => {
  let laurel: Laurel;
  beforeAll(async () => {
    bundle();
    const postgres = await LocalPostgres.in(path.join(root, '.laurel/bench-postgres'), {
      firstPort: 5800,
      settings: tuned,
    });
    await postgres.start();
    process.env.LAUREL_TEST_POSTGRES = postgres.url;
    laurel = await startLaurel({ BADGE_DELAY_MS: '2000' });
  }, 120_000);
  afterAll(() => laurel?.stop());

  it.each(sizes)(
    'is paid, stated and ranked anew in a company of %i deals',
    async (dealCount) => {
      const email = `ada@change${dealCount}.example`;
      const admin = await found(laurel, `Change ${dealCount}`, email);
      const { Fin } = await addPeople(admin, [
        { name: 'Fin', role: 'finance', email: `fin.${email}` },
      ]);
      const finance = await join(laurel, admin, Fin!);
      const recalculate = () =>
        finance.ask(`mutation { recalculate(period: "2025") { partitions } }`);
      const organizationId = await organizationOf(laurel.databaseUrl, email);
      const hand = await Hand.start(laurel.databaseUrl);
      const random = numbers(dealCount);
      const pick = () => ({ number: 1 + random(dealCount), amount: 10_000 + random(5_000_000) });

      await asOwner(laurel.databaseUrl, async (client) => {
        const tell = async (doing: 'run' | 'wait', picked: readonly ReturnType<typeof pick>[]) => {
          const changes: Change[] = [];
          for (const { number, amount } of picked) {
            const { rows } = await client.query<{ id: string }>(
              `select md5('deal' || $1::text)::uuid as id`,
              [number],
            );
            changes.push({ dealId: rows[0]!.id, amount });
          }
          if (doing === 'run') return hand.tell({ do: 'run', organizationId, changes });
          const { rows } = await client.query<{ seen: string }>(
            `select payee_id as seen from public.credit where deal_id = $1 and kind <> 'rollUp' limit 1`,
            [changes[0]!.dealId],
          );
          return hand.tell({ do: 'wait', organizationId, changes, seen: rows[0]!.seen });
        };
        const forgetBadges = () =>
          client.query(`delete from public.outbox where job = 'badge.award'`);

        await fillYardstick(client, dealCount);
        await fillOrganization(client, organizationId);
        await client.query(
          `update organization set period_kinds = '{quarter}' where organization_id = $1`,
          [organizationId],
        );
        await recalculate();
        await settled(client);
        await laurel.killWorker();
        await recalculateInSql(laurel.databaseUrl);
        await client.query(`set search_path = yardstick`);
        for (const statement of changeInSql) await client.query(statement);
        await client.query(`vacuum analyze`);

        const inSql: number[] = [];
        const single: number[] = [];
        const messages: number[] = [];
        for (let i = 0; i < edits; i++) {
          const picked = pick();
          const start = performance.now();
          await client.query({
            name: 'change',
            text: 'select change_deal($1, $2)',
            values: [picked.number, picked.amount],
          });
          inSql.push(performance.now() - start);
          single.push(await tell('run', [picked]));
          messages.push(hand.messages);
          if (i % 50 === 49) await forgetBadges();
        }
        await client.query(
          `vacuum earning, statement, standing, credit_entry, outbox`.replaceAll(
            /(\w+)(?=,|$)/g,
            'public.$1',
          ),
        );
        const together = await tell('run', Array.from({ length: burst }, pick));
        await forgetBadges();

        laurel.startWorker();
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        const visible: number[] = [];
        for (let i = 0; i < queued; i++) visible.push(await tell('wait', [pick()]));
        await settled(client);

        const [sql, own] = [quantile(inSql, 0.5), quantile(single, 0.5)];
        const both = (values: readonly number[]) =>
          `p50 ${quantile(values, 0.5).toFixed(2)}  p99 ${quantile(values, 0.99).toFixed(2)} ms`;
        process.stdout.write(
          `${dealCount} deals, ${edits} edits\n` +
            `  SQL by hand          ${both(inSql)}\n` +
            `  Laurel               ${both(single)}  ${(own / sql).toFixed(2)} x, ${quantile(messages, 0.5)} messages to the database\n` +
            `  commit to visible    ${both(visible)}\n` +
            `  burst of ${burst}        ${together.toFixed(0)} ms, ${(together / (burst * (single.reduce((a, b) => a + b, 0) / single.length))).toFixed(3)} of single ones\n`,
        );

        await client.query(`set search_path = public`);
        const changed = await digestOfStored(client);
        await recalculate();
        await settled(client);
        expect(await digestOfStored(client)).toBe(changed);
        await client.query(`
          update yardstick.deals set amount = deal.amount from deal
          where deal.id = md5('deal' || deals.id)::uuid`);
        await recalculateInSql(laurel.databaseUrl);
        await client.query(`set search_path = yardstick`);
        const expected = await digestOf(client);
        await client.query(asYardstick);
        await client.query(`set search_path = pg_temp, public`);
        expect(await digestOf(client)).toEqual(expected);
      });
      await hand.stop();
    },
    60 * 60_000,
  );
});
