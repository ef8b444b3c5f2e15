import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { root } from './database.js';
import type { Random } from './random.js';

export const trailLength = 12;

/** An organisation with a trail of its own, written by the app's role as the server writes it. */
export async function addTrail(app: pg.Client, owner: pg.Client): Promise<string> {
  const id = randomUUID();
  await owner.query(`insert into organization (organization_id, name) values ($1, 'Trail')`, [id]);
  await asTenant(app, id, async () => {
    for (let i = 0; i < trailLength; i++) await addEntry(app, i);
  });
  return id;
}

export async function asTenant<T>(
  app: pg.Client,
  organization: string,
  work: () => Promise<T>,
): Promise<T> {
  await app.query('begin');
  await app.query(`select set_config('app.organization_id', $1, true)`, [organization]);
  const answer = await work();
  await app.query('commit');
  return answer;
}

export const addEntry = (app: pg.Client, i: number) =>
  app.query(
    `insert into audit (actor_id, action, object, object_ids, before, after, outcome, request_id)
     values ($1::text::uuid, 'saveDeal', 'deal', array[$1::text], $2, $3, 'done', $1::text)`,
    [
      randomUUID(),
      i % 3 ? JSON.stringify({ deal: { 'ä|"': { amount: String(i) } } }) : null,
      JSON.stringify({ deal: { 'ä|"': { amount: String(i + 1), rate: '0.0650' } } }),
    ],
  );

/** What somebody with every right over the database did, and which sequences may be named for it. */
export type Tampering = { organization: string; from: number; to: number };
type Tamper = (db: pg.Client, id: string, at: number, random: Random) => Promise<[number, number]>;

/** A wrong value for each column that somebody could want to change. */
const edits = [
  `after = '{"deal": {}}'`,
  `before = '{}'`,
  `actor_id = gen_random_uuid()`,
  `token_id = gen_random_uuid()`,
  `action = 'saveDeals'`,
  `object = null`,
  `object_ids = object_ids || array['x']`,
  `counts = '{"deal": 2}'`,
  `outcome = 'refused'`,
  `problem = ''`,
  `request_id = null`,
  `at = at - interval '1 microsecond'`,
];

const reseal = async (db: pg.Client, id: string, from: number) => {
  for (let at = from; at <= trailLength; at++) {
    await db.query(
      `update audit set previous_hash = coalesce((select hash from audit prior
         where prior.organization_id = $1 and prior.sequence = $2::bigint - 1), previous_hash)
       where organization_id = $1 and sequence = $2::bigint`,
      [id, at],
    );
    await sealAnew(db, id, at);
  }
};

const sealAnew = (db: pg.Client, id: string, at: number) =>
  db.query(
    `update audit set hash = audit_hash(audit) where organization_id = $1 and sequence = $2::bigint`,
    [id, at],
  );

const edit = (db: pg.Client, id: string, at: number, random: Random) =>
  db.query(
    `update audit set ${random.pick(edits)} where organization_id = $1 and sequence = $2::bigint`,
    [id, at],
  );

/** Each changes one trail; some forge the seal of the row that they change. */
export const tamperings: Record<string, Tamper> = {
  edit: async (db, id, at, random) => {
    await edit(db, id, at, random);
    if (random.below(2)) return [at, at];
    await sealAnew(db, id, at);
    return [at + 1, at + 1];
  },
  delete: async (db, id, at, random) => {
    await db.query(`delete from audit where organization_id = $1 and sequence = $2::bigint`, [
      id,
      at,
    ]);
    if (random.below(2)) return [at, at];
    await shift(db, id, at, -1);
    return [at, at];
  },
  swap: async (db, id, at) => {
    await db.query(
      `update audit set sequence = -sequence where organization_id = $1 and sequence in ($2::bigint, $2::bigint + 1)`,
      [id, at],
    );
    await db.query(
      `update audit set sequence = 2 * $2::bigint + 1 + sequence where organization_id = $1 and sequence < 0`,
      [id, at],
    );
    return [at, at];
  },
  insert: async (db, id, at, random) => {
    await shift(db, id, at - 1, 1);
    await db.query(
      `insert into audit select $1, $2::bigint, now(), actor_id, null, 'saveDeal', null, '{}', null, null, '{}',
         'done', null, null, hash, hash from audit where organization_id = $1 and sequence = $2::bigint - 1`,
      [id, at],
    );
    if (random.below(2)) return [at, at];
    await sealAnew(db, id, at);
    return [at + 1, at + 1];
  },
  'cut off': async (db, id, at) => {
    await db.query(`delete from audit where organization_id = $1 and sequence > $2`, [id, at]);
    return [at + 1, at + 1];
  },
  'write anew': async (db, id, at, random) => {
    await edit(db, id, at, random);
    await reseal(db, id, at);
    return [1, at];
  },
};

/** Moves all rows behind one, as their keys are unique over a detour. */
async function shift(db: pg.Client, id: string, behind: number, by: number): Promise<void> {
  await db.query(
    `update audit set sequence = -sequence where organization_id = $1 and sequence > $2`,
    [id, behind],
  );
  await db.query(
    `update audit set sequence = -sequence + $2::bigint where organization_id = $1 and sequence < 0`,
    [id, by],
  );
}

/** What the command says of each organisation. */
export function checkTrails(url: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['infra/audit.mjs', '--check', ...args],
    { cwd: root, env: { ...process.env, DATABASE_URL: url }, encoding: 'utf8' },
  );
  const lines = stdout.split('\n').filter(Boolean);
  return {
    status,
    stderr,
    verdicts: new Map(lines.map((line) => [line.slice(0, 36), line.slice(37)] as const)),
  };
}

/** The sequence that a verdict names; undefined when it found nothing. */
export const namedSequence = (verdict: string | undefined): number | undefined => {
  const [, sequence] = /^BROKEN sequence (\d+) /.exec(verdict ?? '') ?? [];
  return sequence === undefined ? undefined : Number(sequence);
};
