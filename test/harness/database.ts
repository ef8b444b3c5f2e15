import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { LocalPostgres } from '@laurel/infra/postgres';
import pg from 'pg';

export const root = path.resolve(import.meta.dirname, '../..');

const templateLock = 815_162_342;

/** The server for tests: the one `npm test` started, or one of our own that stays for the next run. */
async function serverUrl(): Promise<string> {
  const given = process.env.LAUREL_TEST_POSTGRES;
  if (given) return given;
  const postgres = await LocalPostgres.in(path.join(root, '.laurel/test-postgres'), {
    fast: true,
    firstPort: 5700,
  });
  await postgres.start();
  return postgres.url;
}

const inDatabase = (server: string, name: string) => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

export async function asOwner<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function templateName(): string {
  const folder = path.join(root, 'infra/migrations');
  const hash = createHash('sha256');
  for (const file of fs.readdirSync(folder).sort())
    hash.update(fs.readFileSync(path.join(folder, file)));
  return `template_${hash.digest('hex').slice(0, 12)}`;
}

/** Runs the product's own migration program. */
export function migrate(databaseUrl: string): void {
  const { status, stderr } = spawnSync(process.execPath, ['apps/api/dist/migrate.js'], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: databaseUrl, REDIS_URL: '' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** A migrated database of its own for one test file. */
export async function createDatabase(): Promise<TestDatabase> {
  const server = inDatabase(await serverUrl(), 'postgres');
  const template = templateName();
  const name = `t_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asOwner(server, async (client) => {
    await client.query(`select pg_advisory_lock($1)`, [templateLock]);
    const { rowCount } = await client.query(`select from pg_database where datname = $1`, [
      template,
    ]);
    if (!rowCount) migrate(inDatabase(server, template));
    await client.query(`create database ${name} template ${template}`);
  });
  return {
    url: inDatabase(server, name),
    drop: () =>
      asOwner(
        server,
        async (client) => void (await client.query(`drop database ${name} with (force)`)),
      ),
  };
}
