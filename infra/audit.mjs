import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { root } from './install.mjs';

const help = `Checks the audit trail: recomputes the seal of every row, and that each follows on the one before.

  npm run audit -- --check

  --check             walk the trail of every organisation
  --organization ID   only this one
  --head SEQ:HASH     a head noted earlier, of that organisation: finds a trail that was cut off or written
                      anew. May be given several times
  --heads FILE        compare with every head in the file, then add the present ones. Keep the file where
                      nobody who can reach the database can change it
  --help              this text

The database is that of DATABASE_URL (or .env), by its owner's account, else the one npm start runs.
Exit code: 0 when everything is in order, 1 when a trail is broken or could not be read.`;

const options = {
  check: { type: 'boolean' },
  organization: { type: 'string' },
  head: { type: 'string', multiple: true, default: [] },
  heads: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

const batch = 500;
const beginning = '00'.repeat(32);

/** Every field of a row as text, in the order in which they are sealed. */
const sealed = `organization_id::text, sequence::text, (extract(epoch from at) * 1000000)::bigint::text,
  actor_id::text, token_id::text, action, object, to_json(object_ids)::text, before::text, after::text,
  counts::text, outcome, problem, request_id, encode(previous_hash, 'hex')`;

const rowsAfter = `select array[${sealed}] as fields, sequence::text, encode(hash, 'hex') as hash,
  encode(previous_hash, 'hex') as previous from audit
  where organization_id = $1 and sequence > $2 order by audit.sequence limit ${batch}`;

/** SHA-256 over each field as its length in bytes, a colon and its text; what is empty is a minus. */
function sealOf(fields) {
  const hash = createHash('sha256');
  for (const field of fields)
    hash.update(field === null ? '-' : `${Buffer.byteLength(field)}:${field}`);
  return hash.digest('hex');
}

async function* rowsOf(client, organization) {
  for (let after = '0'; ;) {
    const { rows } = await client.query(rowsAfter, [organization, after]);
    yield* rows;
    if (rows.length < batch) return;
    after = rows.at(-1).sequence;
  }
}

/** What is wrong with a row, given the one before it. */
function faultOf(row, last) {
  const due = last.sequence + 1;
  if (Number(row.sequence) !== due) return { at: due, reason: 'is missing' };
  if (sealOf(row.fields) !== row.hash) return { at: due, reason: 'was altered or moved' };
  if (row.previous !== last.hash) return { at: due, reason: 'does not follow on the row before' };
  return undefined;
}

/** Walks a trail to its first fault; `heads` are the hashes noted earlier, by sequence. */
async function walk(client, organization, heads) {
  let last = { sequence: 0, hash: beginning };
  let proven = 0;
  for await (const row of rowsOf(client, organization)) {
    const fault = faultOf(row, last);
    if (fault) return { ...last, fault };
    last = { sequence: last.sequence + 1, hash: row.hash };
    const noted = heads.get(last.sequence);
    if (noted && noted !== last.hash)
      return { ...last, fault: { at: proven + 1, reason: rewritten(proven, last.sequence) } };
    if (noted) proven = last.sequence;
  }
  const longest = Math.max(0, ...heads.keys());
  if (longest > last.sequence)
    return { ...last, fault: { at: last.sequence + 1, reason: `to ${longest} were cut off` } };
  return last;
}

const rewritten = (from, to) =>
  `or a later one was written anew: the head noted at ${to} is another` +
  (from ? `, while the one at ${from} is right` : '');

/** Row level security is forced on the owner too: the tenant is named as the server names it. */
async function enter(client, organization) {
  await client.query(`select set_config('app.organization_id', $1, false)`, [organization]);
}

async function organizationsOf(client, chosen) {
  if (chosen) return [chosen];
  const { rows } = await client.query(
    `select organization_id as id from organization order by created_at, organization_id`,
  );
  if (!rows.length)
    console.error(
      'This account sees no organisation: name one with --organization, or use an account with BYPASSRLS.',
    );
  return rows.map(({ id }) => id);
}

function parseHead(text) {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (!sequence) throw new Error(`A head is SEQUENCE:HASH, not "${text}".`);
  return [Number(sequence), hash.toLowerCase()];
}

/** Heads noted earlier, by organisation: those of the file, and those of the command line. */
function notedHeads({ organization, head, heads: file }) {
  if (head.length && !organization) throw new Error('--head needs --organization.');
  const noted = new Map();
  const note = (id, text) => noted.set(id, new Map([...(noted.get(id) ?? []), parseHead(text)]));
  for (const text of head) note(organization, text);
  if (file && fs.existsSync(file))
    for (const line of fs.readFileSync(file, 'utf8').split('\n').filter(Boolean))
      note(...line.split(' '));
  return noted;
}

async function check(client, wishes) {
  const noted = notedHeads(wishes);
  let broken = 0;
  const ids = new Set([...(await organizationsOf(client, wishes.organization)), ...noted.keys()]);
  for (const id of ids) {
    await enter(client, id);
    const heads = noted.get(id) ?? new Map();
    const { sequence, hash, fault } = await walk(client, id, heads);
    if (fault) {
      broken += 1;
      console.log(`${id} BROKEN sequence ${fault.at} ${fault.reason}`);
      continue;
    }
    console.log(`${id} in order: ${sequence} rows, head ${sequence}:${hash}`);
    if (wishes.heads && sequence && !heads.has(sequence))
      fs.appendFileSync(wishes.heads, `${id} ${sequence}:${hash} ${new Date().toISOString()}\n`);
  }
  return broken ? 1 : 0;
}

async function databaseUrl() {
  if (fs.existsSync('.env')) process.loadEnvFile('.env');
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const { defaultDataFolder } = await import('./stack.mjs');
  const { LocalPostgres } = await import('./postgres.mjs');
  const postgres = await LocalPostgres.in(defaultDataFolder());
  if (!(await postgres.isRunning()))
    throw new Error('No DATABASE_URL, and npm start does not run.');
  return postgres.url;
}

async function run(wishes) {
  const client = new pg.Client({ connectionString: await databaseUrl() });
  await client.connect();
  try {
    return await check(client, wishes);
  } finally {
    await client.end();
  }
}

try {
  const { values } = parseArgs({ options });
  if (values.heads) values.heads = path.resolve(values.heads);
  process.chdir(root);
  if (!values.check || values.help) console.log(help);
  else process.exitCode = await run(values);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
