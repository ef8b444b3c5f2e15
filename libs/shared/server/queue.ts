import {
  createPostgresBackend,
  runMigrations,
  setDefaultBackendFactory,
  type ConnectionOptions,
} from 'bullmq';
import pg from 'pg';
import { environment } from './environment.js';

/** Mails have a queue of their own: a mail server that stalls holds up nothing else. */
export const queueNames = { work: 'laurel', mail: 'laurel-mail' } as const;

/** Redis when there is one, else the database that is there anyway; the one place that chooses. */
export function queueConnection(): ConnectionOptions {
  const { redisUrl, appDatabaseUrl } = environment;
  if (redisUrl) return redisConnection(redisUrl);
  setDefaultBackendFactory(createPostgresBackend);
  // Without statistics of the job table PostgreSQL would sort the whole backlog for every job it hands out.
  return {
    connectionString: appDatabaseUrl,
    max: 4,
    options: '-c enable_sort=off',
  } as unknown as ConnectionOptions;
}

function redisConnection(redisUrl: string): ConnectionOptions {
  const { hostname, port, username, password, pathname, protocol } = new URL(redisUrl);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username && { username }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 && { db: Number(pathname.slice(1)) }),
    ...(protocol === 'rediss:' && { tls: {} }),
    maxRetriesPerRequest: null,
  };
}

/** Creates or updates the queue's own tables and lets the app role use them; not needed on Redis. */
export async function migrateQueue(ownerUrl: string, appRole: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runMigrations(client);
    // Makes each queue's own sequence now, so that the grant below covers it.
    for (const name of Object.values(queueNames))
      await client.query(`select bullmq.next_job_id($1)`, [name]);
    await client.query(`
      grant usage, create on schema bullmq to ${appRole};
      grant all on all tables in schema bullmq to ${appRole};
      grant all on all sequences in schema bullmq to ${appRole};
      grant execute on all functions in schema bullmq to ${appRole}`);
  } finally {
    await client.end();
  }
}
