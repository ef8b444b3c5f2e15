import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build, ensureInstalled, root } from './install.mjs';

const help = `Checks everything: format, lint, types, schema, unit, property, integration and browser tests.

  npm test                          all of it
  npm test -- --only unit           one part: style, unit, system, queue, redis, browser
  npm test -- --runs 5000           more cases for the property tests`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    runs: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (options.help) {
  console.log(help);
  process.exit(0);
}

process.chdir(root);
ensureInstalled();
const { installPrograms } = await import('./programs.mjs');
const { TestServices } = await import('./test-services.mjs');

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'laurel-test-'));
fs.chmodSync(work, 0o755);
const countsFile = path.join(work, 'counts');
fs.writeFileSync(countsFile, '');

const services = new TestServices(work);
const failures = [];
const left = [];

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => void services.stop().finally(() => process.exit(130)));

/**
 * Runs one part to its end and remembers whether it failed; the others run all the same. What is held is
 * printed when the part ends.
 */
async function part(name, command, args, { env = {}, hold = false } = {}) {
  if (!hold) console.log(`\n── ${name}`);
  const child = spawn(command, args, {
    cwd: root,
    stdio: hold ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: {
      ...process.env,
      NX_DAEMON: 'false',
      LAUREL_TEST_COUNTS: countsFile,
      ...(options.runs && { LAUREL_TEST_RUNS: options.runs }),
      ...services.env,
      ...env,
    },
  });
  const held = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => held.push(text));
  const [status] = await once(child, 'close');
  if (hold) process.stdout.write(`\n── ${name}\n${Buffer.concat(held)}`);
  if (status !== 0) failures.push(name);
}

const wanted = (name) => !options.only || options.only.includes(name);
const npmRun = (script) => ['run', '--silent', script];
const nx = ['node_modules/nx/dist/bin/nx.js', 'run-many', '-t', 'test', '--outputStyle=static'];
const system = (folder) => ['infra/jest.mjs', '--rootDir', path.join(root, 'test', folder)];

/** What people and programs do, over HTTP and then in a browser where there is one. */
async function testPages({ chromium }) {
  if (wanted('system')) await part('system tests', process.execPath, system('system'));
  if (wanted('browser') && chromium)
    await part('browser tests', process.execPath, system('browser'), {
      env: { CHROMIUM: chromium },
    });
}

/** The same specs with the queue in PostgreSQL, and in Redis where there is one; beside the others, so what they print waits. */
async function testQueues({ redis }) {
  const queue = (name, env) => part(name, process.execPath, system('queue'), { hold: true, env });
  if (wanted('queue')) await queue('queue on PostgreSQL');
  if (wanted('redis') && redis)
    await queue('queue on Redis', {
      LAUREL_TEST_REDIS: services.redisUrl,
      LAUREL_TEST_PERMUTATIONS: '20',
      LAUREL_TEST_KILLS: '20',
    });
}

try {
  build();
  if (wanted('style')) {
    await part('format', 'npm', npmRun('format:check'));
    await part('lint and boundaries', 'npm', npmRun('lint'));
    await part('types', 'npm', npmRun('typecheck'));
    await part('printed schema', process.execPath, ['apps/api/dist/schema.js', '--check']);
    await part('client types', process.execPath, ['infra/client-types.mjs', '--check']);
  }
  if (wanted('unit')) {
    await part('unit and property tests', process.execPath, [
      ...nx,
      '--exclude=system',
      '--parallel=2',
    ]);
    await part('agreement with the reference', process.execPath, system('reference'));
  }

  const programs = installPrograms({ log: (line) => left.push(line) });
  await services.start(programs);
  await Promise.all([testPages(programs), testQueues(programs)]);
} finally {
  await services.stop();
}

const counts = fs
  .readFileSync(countsFile, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
fs.rmSync(work, { recursive: true, force: true });

for (const line of left) console.log(`Left out: ${line}`);
if (left.length && process.env.CI) failures.push(...left);
if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
const failed = Math.max(sum('failed'), failures.length);
const skipped = sum('skipped');
console.log(`\n${sum('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
