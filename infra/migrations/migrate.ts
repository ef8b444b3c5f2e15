import pg from 'pg';
import { DataSource } from 'typeorm';
import { attachAudit } from './audited.js';
import { migrations } from './index.js';
import { appRole } from './tenant-table.js';

const oldestServer = 150_000;
/** Held while the schema changes, so that several servers may start at once. */
const migrationLock = 7_205_759;

/** Brings the database to the newest schema, creating database and app role where they are missing. */
export async function migrateDatabase(ownerUrl: string, appPassword: string): Promise<void> {
  await createDatabase(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`select pg_advisory_lock($1)`, [migrationLock]);
    await ensureServer(owner);
    await ensureAppRole(owner, appPassword);
    await runMigrations(ownerUrl);
    await attachAudit(owner);
  } finally {
    await owner.end();
  }
}

async function createDatabase(ownerUrl: string): Promise<void> {
  const url = new URL(ownerUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from pg_database where datname = $1`, [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error;
  } finally {
    await client.end();
  }
}

async function ensureServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    `select current_setting('server_version_num')::int as version`,
  );
  if (rows[0].version < oldestServer)
    throw new Error('PostgreSQL 15 or newer is needed; the server is older.');
}

/** The role is shared by all databases of a server, so two servers may create it at the same moment. */
async function ensureAppRole(owner: pg.Client, password: string): Promise<void> {
  await owner.query(`
    do $$ begin
      create role ${appRole} login nosuperuser nobypassrls nocreatedb nocreaterole;
    exception when duplicate_object or unique_violation then null; end $$`);
  await owner.query(`
    do $$ begin
      perform pg_advisory_xact_lock(${migrationLock});
      alter role ${appRole} with password ${owner.escapeLiteral(password)};
    exception when others then
      if sqlerrm not like '%concurrently updated%' then raise; end if;
    end $$`);
  await owner.query(`
    grant usage on schema public to ${appRole};
    revoke create on schema public from public`);
}

async function runMigrations(url: string): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, migrations, installExtensions: false });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
