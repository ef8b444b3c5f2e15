import 'reflect-metadata';
import { migrateDatabase } from '@laurel/infra/migrations';
import { appRolePassword, environment, migrateQueue } from '@laurel/shared';
import { Redis } from 'ioredis';

const { databaseUrl, redisUrl } = environment;
const { host, username } = new URL(databaseUrl);

/** What an operator can do about it, by the code that the driver or the server gives. */
const advice: Record<string, string> = {
  ECONNREFUSED: `No PostgreSQL answers at ${host}. Start it, or correct DATABASE_URL.`,
  ENOTFOUND: `The host of DATABASE_URL (${host}) is not known.`,
  '28P01': `PostgreSQL at ${host} refused the password for ${username}. Correct DATABASE_URL.`,
  '28000': `PostgreSQL at ${host} does not let ${username} in. Correct DATABASE_URL.`,
  '42501': `The account ${username} may not create the database or its tables. Use the owner's account.`,
  '53100': 'The disk of the database is full. Make room, then start again.',
};

async function ensureRedis(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
  } catch {
    throw new Error(`No Redis answers at ${new URL(url).host}. Start it, or correct REDIS_URL.`);
  } finally {
    redis.disconnect();
  }
}

try {
  await migrateDatabase(databaseUrl, appRolePassword(databaseUrl));
  if (redisUrl) await ensureRedis(redisUrl);
  else await migrateQueue(databaseUrl, 'laurel_app');
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  console.error((code && advice[code]) ?? message);
  process.exit(1);
}
