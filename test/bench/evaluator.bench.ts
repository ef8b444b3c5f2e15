import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LocalPostgres } from '@laurel/infra/postgres';
import { asOwner, root } from '../harness/database.js';
import type { Asked, Way } from './evaluator.process.js';
import type { Digest } from './yardstick/digest.js';
import { totalInSql } from './yardstick/sql-total.js';
import { fillYardstick } from './yardstick/tables.js';
import { tuned } from './yardstick/tuned.js';

const sizes = (process.env.LAUREL_BENCH_SIZES ?? '10000,100000').split(',').map(Number);
const runs = Number(process.env.LAUREL_BENCH_RUNS ?? 5);
const answers: Record<string, Digest> = JSON.parse(
  fs.readFileSync(path.join(import.meta.dirname, 'yardstick/answer.json'), 'utf8'),
);
const folder = path.join(root, '.laurel/bench-evaluator');

/** Bundled as the worker is, so that it runs as it does there. */
function bundle(): void {
  const rolldown = createRequire(import.meta.url).resolve('rolldown/package.json');
  const entry = path.join(import.meta.dirname, 'evaluator.process.ts');
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(path.dirname(rolldown), 'bin/cli.mjs'), entry, '--dir', folder],
    { cwd: root, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
}

type Answer = { readonly result: unknown; readonly ms: number; readonly megabytes: number };

class Evaluation {
  static async start(way: Way, deals: number): Promise<Evaluation> {
    const program = path.join(folder, 'evaluator.process.js');
    const execArgv = ['--expose-gc', '--max-old-space-size=8192'];
    const child = fork(program, [way, String(deals)], { execArgv });
    await once(child, 'message');
    return new Evaluation(child);
  }

  private constructor(private readonly child: ChildProcess) {}

  async ask(asked: Asked): Promise<Answer> {
    this.child.send(asked);
    const [answer] = (await once(this.child, 'message')) as [Answer];
    return answer;
  }

  async stop(): Promise<void> {
    this.child.kill();
    await once(this.child, 'exit');
  }
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

const ways = ['byLaurel', 'byHand', 'inDecimals'] as const satisfies Way[];

describe('evaluating a plan that is data, with everything in memory', () => {
  let url: string;
  beforeAll(async () => {
    bundle();
    const postgres = await LocalPostgres.in(path.join(root, '.laurel/bench-postgres'), {
      firstPort: 5800,
      settings: tuned,
    });
    await postgres.start();
    url = new URL('/postgres', postgres.url).href;
  }, 120_000);

  it.each(sizes)(
    'gives the same for %i deals as a loop by hand, decimals and SQL',
    async (deals) => {
      await asOwner(url, (client) => fillYardstick(client, deals));
      const evaluations: [Way, Evaluation][] = [];
      for (const way of ways) evaluations.push([way, await Evaluation.start(way, deals)]);
      const totals = new Set([await totalInSql(url)]);
      for (const [, each] of evaluations) {
        await each.ask('lines');
        const { lines, statements } = answers[deals] ?? {};
        const { result } = await each.ask('digest');
        expect(result).toEqual({ lines, statements });
        totals.add((await each.ask('total')).result as number);
      }
      expect([...totals]).toHaveLength(1);
      const times: Record<string, number[]> = {};
      const megabytes: Record<string, number> = {};
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        await totalInSql(url);
        (times['total, SQL'] ??= []).push(performance.now() - start);
        for (const asked of ['total', 'lines'] as const)
          for (const [way, each] of evaluations) {
            const answer = await each.ask(asked);
            (times[`${asked}, ${way}`] ??= []).push(answer.ms);
            megabytes[way] = Math.max(megabytes[way] ?? 0, answer.megabytes);
          }
      }
      for (const [, each] of evaluations) await each.stop();
      report(deals, times, megabytes);
    },
    30 * 60_000,
  );
});

function report(
  deals: number,
  times: Readonly<Record<string, readonly number[]>>,
  megabytes: Readonly<Record<string, number>>,
): void {
  const ms = (name: string) => median(times[name]!);
  const ratio = (a: string, b: string) => (ms(a) / ms(b)).toFixed(3);
  const rows = Object.entries(times).map(([name, values]) => {
    const all = values.map((each) => each.toFixed(1)).join(' ');
    return `${name.padEnd(20)} ${median(values).toFixed(1).padStart(9)} ms  [${all}]\n`;
  });
  process.stdout.write(
    `${deals} deals, at most ${ways.map((way) => `${way} ${megabytes[way]!.toFixed(0)} MB`).join(', ')}\n` +
      rows.join('') +
      `what-if of the company ÷ SQL: ${ratio('total, byLaurel', 'total, SQL')}\n` +
      `plan as data ÷ by hand: totals ${ratio('total, byLaurel', 'total, byHand')}, lines ${ratio('lines, byLaurel', 'lines, byHand')}\n` +
      `plan as data ÷ decimals: totals ${ratio('total, byLaurel', 'total, inDecimals')}, lines ${ratio('lines, byLaurel', 'lines, inDecimals')}\n`,
  );
}
