import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { freePort } from '@laurel/infra/ports';
import { Browser } from './client.js';
import { asOwner, createDatabase, root } from './database.js';

const readyWithinMs = 45_000;

type Settings = Record<string, string>;
export type Laurel = Awaited<ReturnType<typeof startLaurel>>;

/** The product as its users have it: server and worker as processes, on a database of their own. */
export async function startLaurel(settings: Settings = {}) {
  const database = await createDatabase();
  const port = await freePort();
  const env: Settings = {
    DATABASE_URL: database.url,
    PORT: String(port),
    LOG_LEVEL: 'error',
    JOB_LOCK_MS: '3000',
    RECONCILE_MS: '500',
    REDIS_URL: process.env.LAUREL_TEST_REDIS ?? '',
    NODE_ENV: 'production',
    ...settings,
  };
  const url = `http://127.0.0.1:${port}`;
  let api = startProcess('api', env);
  let worker = startProcess('worker', env);
  await untilReady(url);

  return {
    url,
    databaseUrl: database.url,
    browser: () => new Browser(url),
    sql: <Row>(text: string, values: unknown[] = []): Promise<Row[]> =>
      asOwner(database.url, async (client) => (await client.query(text, values)).rows as Row[]),
    /** `kill -9`, as a crash would. */
    killWorker: () => ended(worker, 'SIGKILL'),
    startWorker: () => {
      worker = startProcess('worker', env);
    },
    workerPid: () => worker.pid!,
    apiPid: () => api.pid!,
    killApi: () => ended(api, 'SIGKILL'),
    startApi: async () => {
      api = startProcess('api', env);
      await untilReady(url);
    },
    stop: async () => {
      await Promise.all([ended(api, 'SIGTERM'), ended(worker, 'SIGTERM')]);
      await database.drop();
    },
  };
}

function startProcess(app: 'api' | 'worker', env: Settings): ChildProcess {
  return spawn(
    process.execPath,
    ['--enable-source-maps', path.join(root, `apps/${app}/dist/main.js`)],
    {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
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
