import { BatchClient } from '@laurel/shared';
import pg from 'pg';
import { createDatabase, type TestDatabase } from '../harness/database.js';

describe('statements that are sent together', () => {
  let database: TestDatabase;
  let client: BatchClient;
  beforeAll(async () => {
    database = await createDatabase();
    client = new BatchClient({ connectionString: database.url, pipeline: true });
    await client.connect();
    await client.query('create temporary table noted (id integer primary key, text text)');
  });
  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  const ask = (name: string, text: string, values: unknown[] = [], wantsRows = true) =>
    client.ask({ name, text, wantsRows }, values);
  const note = (id: number, text = 'x') =>
    ask('note', 'insert into noted values ($1, $2) returning id', [id, text]);
  const noted = async () => (await ask('noted', 'select id from noted order by id')).rows;
  const outcomes = async (all: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(all)).map((each) =>
      each.status === 'fulfilled' ? 'done' : (each.reason as { code: string }).code,
    );

  afterEach(() => client.query('delete from noted'));

  it('answer each for itself, in their order, the first time and later', async () => {
    for (const first of [10, 20]) {
      const answers = await Promise.all([
        note(first),
        ask('sum', `select $1::int + id as sum, 'a' as letter from noted order by id`, [1]),
        ask('none', 'select id from noted where false'),
        ask('gone', 'delete from noted', [], false),
        ask('unread', 'select generate_series(1, 3) as n', [], false),
        ask('twice', 'select $1::text as text', ['one']),
        ask('twice', 'select $1::text as text', [null]),
      ]);
      expect(answers).toEqual([
        { rows: [{ id: first }], command: 'INSERT 0 1' },
        { rows: [{ sum: first + 1, letter: 'a' }], command: 'SELECT 1' },
        { rows: [], command: 'SELECT 0' },
        { rows: [], command: 'DELETE 1' },
        { rows: [], command: 'SELECT 3' },
        { rows: [{ text: 'one' }], command: 'SELECT 1' },
        { rows: [{ text: null }], command: 'SELECT 1' },
      ]);
    }
  });

  it('keep their order with what else is sent over the connection', async () => {
    const order = [
      note(1),
      client.query('update noted set id = id + 1'),
      note(1),
      client.query(`update noted set id = id + $1`, [10]),
    ];
    await Promise.all(order);
    expect(await noted()).toEqual([{ id: 11 }, { id: 12 }]);
  });

  it('are not done after one that fails, and can be asked again', async () => {
    const late = () => ask('late', `select 'late' as word`);
    expect(await outcomes([note(1), note(1), note(2), late()])).toEqual([
      'done',
      '23505',
      '25P02',
      '25P02',
    ]);
    await client.query('rollback');
    expect(await outcomes([late(), note(3)])).toEqual(['done', 'done']);
    expect(await noted()).toEqual([{ id: 3 }]);
  });

  it('fail alone where only an answer cannot be read', async () => {
    client.setTypeParser(pg.types.builtins.BOOL, () => {
      throw new Error('unreadable');
    });
    const answers = await Promise.allSettled([ask('odd', 'select true as odd'), note(4)]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('all fail when the connection is lost', async () => {
    const other = new BatchClient({ connectionString: database.url, pipeline: true });
    other.on('error', () => undefined);
    await other.connect();
    const lost = ['end', 'after'].map((name) =>
      other.ask(
        { name, text: `select pg_terminate_backend(pg_backend_pid()), '${name}'`, wantsRows: true },
        [],
      ),
    );
    const ends = await Promise.allSettled(lost);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
