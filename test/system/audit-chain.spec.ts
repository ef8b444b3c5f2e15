import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../harness/database.js';
import { seededRandom } from '../harness/random.js';
import {
  addEntry,
  addTrail,
  asTenant,
  checkTrails,
  namedSequence,
  tamperings,
  trailLength,
  type Tampering,
} from '../harness/trail.js';

const each = 20;
const random = seededRandom();

describe('the audit trail in the database', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let app: pg.Client;
  let work: string;

  beforeAll(async () => {
    database = await createDatabase();
    owner = new pg.Client({ connectionString: database.url });
    app = await appClient(database.url);
    await owner.connect();
    work = fs.mkdtempSync(path.join(os.tmpdir(), 'laurel-audit-'));
  });
  afterAll(async () => {
    await Promise.all([owner.end(), app.end()]);
    await database.drop();
    fs.rmSync(work, { recursive: true });
  });

  const forged = async (work: () => Promise<unknown>) => {
    await owner.query(`set session_replication_role = replica`);
    await work();
    await owner.query(`set session_replication_role = origin`);
  };

  it('is in order as long as nobody touches it', async () => {
    const id = await addTrail(app, owner);
    const { status, verdicts } = checkTrails(database.url);
    expect([status, verdicts.get(id)]).toEqual([
      0,
      expect.stringMatching(/^in order: 12 rows, head 12:[0-9a-f]{64}$/),
    ]);
  });

  it.each(Object.entries(tamperings))(
    `finds ${each} times out of ${each}, and names the place: %s`,
    async (_name, tamper) => {
      const heads = path.join(work, randomUUID());
      const done: Tampering[] = [];
      for (let i = 0; i < each; i++)
        done.push({ organization: await addTrail(app, owner), from: 0, to: 0 });
      const before = checkTrails(database.url, '--heads', heads);
      expect(
        done.filter(({ organization }) => before.verdicts.get(organization)?.startsWith('BROKEN')),
      ).toEqual([]);
      await forged(async () => {
        for (const one of done)
          // Within the trail, so that there is a row before and one after.
          [one.from, one.to] = await tamper(
            owner,
            one.organization,
            2 + random.below(trailLength - 3),
            random,
          );
      });
      const { status, verdicts } = checkTrails(database.url, '--heads', heads);
      const found = done.filter(({ organization, from, to }) => {
        const sequence = namedSequence(verdicts.get(organization));
        return sequence !== undefined && sequence >= from && sequence <= to;
      });
      expect([status, found.length]).toEqual([1, each]);
    },
    120_000,
  );

  it('needs a head noted earlier to see that a trail was cut off or written anew', async () => {
    const ids = [await addTrail(app, owner), await addTrail(app, owner)];
    const headOf = (id: string) =>
      /head (\S+)/.exec(checkTrails(database.url, '--organization', id).verdicts.get(id)!)![1]!;
    const heads = ids.map(headOf);
    await forged(async () => {
      await tamperings['cut off']!(owner, ids[0]!, 7, random);
      await tamperings['write anew']!(owner, ids[1]!, 7, random);
    });
    for (const [i, id] of ids.entries()) {
      expect(checkTrails(database.url, '--organization', id).status).toBe(0);
      const { status, verdicts } = checkTrails(
        database.url,
        '--organization',
        id,
        '--head',
        heads[i]!,
      );
      expect([status, verdicts.get(id)]).toEqual([
        1,
        expect.stringContaining(['8 to 12 were cut off', 'the head noted at 12 is another'][i]!),
      ]);
    }
  });

  it('narrows down where a trail was written anew by the heads in between', async () => {
    const id = await addTrail(app, owner);
    const heads = path.join(work, randomUUID());
    checkTrails(database.url, '--heads', heads);
    await asTenant(app, id, () => addEntry(app, 12));
    checkTrails(database.url, '--heads', heads);
    await forged(async () => {
      await owner.query(
        `update audit set action = 'x' where organization_id = $1 and sequence = 13`,
        [id],
      );
      await owner.query(
        `update audit set hash = audit_hash(audit) where organization_id = $1 and sequence = 13`,
        [id],
      );
    });
    expect(checkTrails(database.url, '--heads', heads).verdicts.get(id)).toContain(
      'BROKEN sequence 13 or a later one was written anew',
    );
  });

  it('takes new rows only, from the app role and even from its owner', async () => {
    const id = await addTrail(app, owner);
    const attempts = [
      `update audit set action = 'x'`,
      `delete from audit`,
      `truncate audit`,
      `update audit set action = 'x' where false`,
      `insert into audit select * from audit on conflict (organization_id, sequence) do update set action = 'x'`,
    ];
    const codeOf = async (client: pg.Client, sql: string) => {
      await client.query('begin');
      await client.query(`select set_config('app.organization_id', $1, true)`, [id]);
      const answer = await client.query(sql).then(
        () => 'done',
        ({ code }: { code: string }) => code,
      );
      await client.query('rollback');
      return answer;
    };
    for (const sql of attempts) expect([sql, await codeOf(app, sql)]).toEqual([sql, '42501']);
    for (const sql of attempts.slice(0, 3))
      expect([sql, await codeOf(owner, sql)]).toEqual([sql, '42501']);
    await owner.query(`grant update, delete, truncate on audit to laurel_app`);
    for (const sql of attempts.slice(0, 3))
      expect([sql, await codeOf(app, sql)]).toEqual([sql, '42501']);
    await owner.query(`revoke update, delete, truncate on audit from laurel_app`);
  });

  it('numbers and seals a row whatever its writer says', async () => {
    const id = await addTrail(app, owner);
    await asTenant(app, id, () =>
      app.query(
        `insert into audit (sequence, at, action, outcome, previous_hash, hash)
         values (1000, '2020-01-01', 'backdated', 'done', '\\x00', '\\x00')`,
      ),
    );
    const { rows } = await owner.query(
      `select sequence::int, at > now() - interval '1 minute' as fresh from audit
       where organization_id = $1 and action = 'backdated'`,
      [id],
    );
    expect(rows).toEqual([{ sequence: 13, fresh: true }]);
    expect(checkTrails(database.url, '--organization', id).status).toBe(0);
  });

  it('neither forks nor skips with 50 writers at once', async () => {
    const id = await addTrail(app, owner);
    const writers = await Promise.all(Array.from({ length: 50 }, () => appClient(database.url)));
    await Promise.all(
      writers.map(async (client, at) => {
        for (let i = 0; i < 10; i++) await asTenant(client, id, () => addEntry(client, at));
        await client.end();
      }),
    );
    const { verdicts } = checkTrails(database.url, '--organization', id);
    expect(verdicts.get(id)).toMatch(new RegExp(`^in order: ${trailLength + 500} rows`));
  }, 120_000);

  it('notes the changes of every tenant table, but of those that follow from others', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'organization_id')
        and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'audit_gather')
      order by 1`);
    process.stdout.write(`not noted: ${rows.map(({ name }) => name).join(' ')}\n`);
    for (const name of ['member', 'deal', 'quota', 'plan_version', 'period', 'api_token'])
      expect(rows.map((row) => row.name)).not.toContain(name);
  });
});

async function appClient(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('set session authorization laurel_app');
  return client;
}
