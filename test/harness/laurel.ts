import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePort } from '@laurel/infra/ports';
import { Redis } from 'ioredis';
import { Browser } from './client.js';
import { asOwner, createDatabase, root } from './database.js';

const readyWithinMs = 45_000;

type Settings = Record<string, string>;
export type Laurel = Awaited<ReturnType<typeof startLaurel>>;

/**
 * The product as its users have it: server and worker as processes, on a database of their own. What they
 * print goes where the tests print, or to the end of a file.
 */
export async function startLaurel(settings: Settings = {}, logFile?: string) {
  const database = await createDatabase();
  const port = await freePort();
  const env: Settings = {
    DATABASE_URL: database.url,
    PORT: String(port),
    LOG_LEVEL: 'error',
    JOB_LOCK_MS: '3000',
    RECONCILE_MS: '500',
    BADGE_DELAY_MS: '0',
    REDIS_URL: await emptyRedis(),
    NODE_ENV: 'production',
    TRUST_PROXY: 'on',
    ...settings,
  };
  const url = `http://127.0.0.1:${port}`;
  let api = startProcess('api', env, logFile);
  let worker = startProcess('worker', env, logFile);
  const twins: ChildProcess[] = [];
  await untilReady(url).catch(async (error: unknown) => {
    await Promise.all([ended(api, 'SIGKILL'), ended(worker, 'SIGKILL')]);
    throw error;
  });

  return {
    url,
    databaseUrl: database.url,
    redisUrl: env.REDIS_URL,
    browser: () => new Browser(url),
    sql: <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      asOwner(database.url, async (client) => (await client.query(text, values)).rows as Row[]),
    /** `kill -9`, as a crash would. */
    killWorker: () => ended(worker, 'SIGKILL'),
    startWorker: () => {
      worker = startProcess('worker', env, logFile);
    },
    workerPid: () => worker.pid!,
    apiPid: () => api.pid!,
    killApi: () => ended(api, 'SIGKILL'),
    startApi: async () => {
      api = startProcess('api', env, logFile);
      await untilReady(url);
    },
    /** Another server process over the same database; the answer is its address. */
    startTwin: async (): Promise<string> => {
      const twinPort = await freePort();
      twins.push(startProcess('api', { ...env, PORT: String(twinPort) }, logFile));
      const twinUrl = `http://127.0.0.1:${twinPort}`;
      await untilReady(twinUrl);
      return twinUrl;
    },
    stop: async () => {
      await Promise.all([api, worker, ...twins].map((child) => ended(child, 'SIGTERM')));
      await database.drop();
    },
  };
}

/** One of the server's databases for this run, emptied; nothing when the queue is in PostgreSQL. */
async function emptyRedis(): Promise<string> {
  const given = process.env.LAUREL_TEST_REDIS;
  if (!given) return '';
  const url = `${given}/${process.pid % 16}`;
  const redis = new Redis(url);
  await redis.flushdb();
  redis.disconnect();
  return url;
}

function startProcess(app: 'api' | 'worker', env: Settings, logFile?: string): ChildProcess {
  const output = logFile === undefined ? 'inherit' : fs.openSync(logFile, 'a');
  return spawn(
    process.execPath,
    ['--enable-source-maps', path.join(root, `apps/${app}/dist/main.js`)],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
    },
  );
}

async function untilReady(url: string): Promise<void> {
  const until = Date.now() + readyWithinMs;
  while (Date.now() < until) {
    const answer = await fetch(`${url}/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The server did not become ready.');
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}
