import fs from 'node:fs';
import { foundCast, type Cast } from '../harness/cast.js';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { argumentLeaves, committedSchema, operationFor, rootFields } from '../harness/schema.js';
import { sendWhole } from '../harness/raw-request.js';
import { argumentsFor } from '../harness/walk.js';

/** What must stand in no answer: our insides, and those of the database. */
const internals =
  /did you mean|relation "|constraint|duplicate key|violates|syntax error at|node_modules|\.ts:\d|laurel_app|"INTERNAL|stacktrace/i;

const repeated = (text: string, times: number, between = ' ') =>
  Array.from({ length: times }, (_, i) => text.replaceAll('#', String(i))).join(between);

const nested = (open: string, inner: string, times: number) =>
  `${open} { `.repeat(times) + inner + ' }'.repeat(times);

/** Documents that would cost much more to answer than to send. */
const hostile: Record<string, string> = {
  'depth 20': `{ teams { ${nested('managers { team', 'id } }', 10).replace(/ \}+$/, '')} ${'}'.repeat(12)} }`,
  'lists in lists': `{ teams { ${'members { team { '.repeat(6)} id ${'} }'.repeat(6)} } }`,
  '1,000 aliases': `{ ${repeated('a#: pendingWork', 1_000)} }`,
  '1,000 aliases of __typename': `{ ${repeated('a#: __typename', 1_000)} }`,
  '16 aliases': `{ ${repeated('a#: pendingWork', 16)} }`,
  '10,000 times one field': `{ ${repeated('pendingWork', 10_000)} }`,
  'directives without end': `{ pendingWork ${repeated('@include(if: true)', 500)} }`,
  'fragments that double 20 times': `{ ...f0 } ${Array.from({ length: 20 }, (_, i) => `fragment f${i} on Query { ...f${i + 1} ...f${i + 1} }`).join(' ')} fragment f20 on Query { pendingWork }`,
  'fragments in a circle': `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`,
  'a page of 1,000,000,000 rows': `{ members(page: { first: 1000000000 }) { total } }`,
  'a page of 1,000 rows': `{ members(page: { first: 1000 }) { total } }`,
  'a page before the first': `{ members(page: { first: 50, offset: -1 }) { total } }`,
  'two anonymous operations': `{ pendingWork } { pendingWork }`,
  'no operation': `fragment a on Query { pendingWork }`,
  'half a document': `{ members { rows {`,
  introspection: `{ __schema { types { name fields { name } } } }`,
  'introspection of a type': `{ __type(name: "Member") { fields { name } } }`,
};

type Shape = { path?: string; method?: string; headers?: Record<string, string>; body?: string };
const json = { 'content-type': 'application/json' };
const ask = JSON.stringify({ query: '{ pendingWork }' });

/** Requests of a shape that no client of ours sends; many are what a page of another site could send. */
const oddRequests: Record<string, Shape> = {
  'a mutation by GET': {
    method: 'GET',
    path: `/graphql?query=${encodeURIComponent('mutation { signOut }')}`,
  },
  'a query by GET, as a link would': { method: 'GET', path: '/graphql?query={pendingWork}' },
  'a form': {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'query={pendingWork}',
  },
  'plain text': { headers: { 'content-type': 'text/plain' }, body: ask },
  'several parts': {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${ask}\r\n--x--`,
  },
  'a batch': { headers: json, body: `[${ask},${ask}]` },
  'broken JSON': { headers: json, body: '{"query":' },
  'no body': { headers: json, body: '' },
  'a number': { headers: json, body: '7' },
  'an upload from another site': {
    path: '/files?kind=deal&name=x.csv',
    headers: { 'content-type': 'text/plain', 'x-laurel': '' },
    body: 'a,b\n1,2',
  },
};

const megabyte = 1_048_576;
const files = '/files?kind=deal&name=large.csv';
const binary = { 'content-type': 'application/octet-stream' };

/** Bodies over the limit, with their length told before and without. */
const largeBodies: Record<
  string,
  { path: string; headers: Record<string, string>; megabytes: number }
> = {
  'a body of 10 MB': { path: '/graphql', headers: json, megabytes: 10 },
  'a file of 60 MB': { path: files, headers: binary, megabytes: 60 },
};

/** Values that no form sends. */
const nasty: unknown[] = [
  '\0',
  '\ud800',
  '‮evil',
  '',
  'x'.repeat(20_000),
  `'; drop table deal; --`,
  '${7*7}{{7*7}}<script>',
  '9'.repeat(40),
  '0000-00-00',
  null,
  -1,
  2 ** 31,
  { toString: 'x' },
  [[[]]],
];

describe('what a stranger or a broken client may send', () => {
  let laurel: Laurel;
  let cast: Cast;
  let finance: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    finance = cast.browsers.finance;
  }, 120_000);
  afterAll(() => laurel?.stop());

  const residentMb = () => {
    const [, pages] = fs.readFileSync(`/proc/${laurel.apiPid()}/statm`, 'utf8').split(' ');
    return (Number(pages) * 4_096) / 1_048_576;
  };

  const post = (query: string, browser = finance) =>
    browser.fetch('/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query }) });

  const coded = /"code":"[A-Z][A-Z_]+"/;

  it.each(Object.entries(hostile))('refuses %s', async (name, query) => {
    const response = await post(query);
    const text = await response.text();
    expect(text).toMatch(coded);
    expect(text).not.toMatch(internals);
    // A page is judged by its reader, when the rest of the answer may stand already.
    if (!name.startsWith('a page'))
      expect([response.status >= 400, response.status < 500]).toEqual([true, true]);
    expect(JSON.parse(text).data ?? null).toBeNull();
  });

  it('answers what is just within the limits', async () => {
    expect(await finance.refusal(`{ ${repeated('a#: pendingWork', 15)} }`)).toBeUndefined();
    expect(
      await finance.refusal(
        `{ members(page: { first: 200 }) { rows { team { members { id } } } } }`,
      ),
    ).toBeUndefined();
  });

  it.each(Object.entries(oddRequests))('refuses %s', async (_name, shape) => {
    const { path = '/graphql', method = 'POST', headers = {}, body } = shape;
    const response = await finance.fetch(path, {
      method,
      headers: { 'x-laurel': '', ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    expect([text.slice(0, 200), response.status >= 400 && response.status < 500]).toEqual([
      text.slice(0, 200),
      true,
    ]);
    expect(text).not.toMatch(internals);
    expect(await finance.refusal('{ pendingWork }')).toBeUndefined();
  });

  it.each(Object.keys(largeBodies).flatMap((name) => [true, false].map((told) => [name, told])))(
    'lets the sender of %s read why it was refused (length told before: %s)',
    async (name, lengthTold) => {
      const { path, headers, megabytes } = largeBodies[String(name)]!;
      const { status, body } = await sendWhole(laurel.url, {
        path,
        headers: { ...finance.headers, ...headers },
        byteCount: megabytes * megabyte,
        lengthTold: Boolean(lengthTold),
      });
      expect([status, body]).toEqual([413, expect.stringMatching(/too large|larger than/)]);
    },
    60_000,
  );

  it('keeps no operation for others to call by its hash', async () => {
    const persistedQuery = { version: 1, sha256Hash: '0'.repeat(64) };
    const response = await finance.fetch('/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ extensions: { persistedQuery } }),
    });
    expect(await response.text()).toContain('PERSISTED_QUERY_NOT_SUPPORTED');
  });

  it('takes a document nested 10,000 times for a wrong plan', async () => {
    const d = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    const response = await finance.fetch('/graphql', {
      method: 'POST',
      headers: json,
      body: `{"query":"query ($d: JSON!) { checkPlan(document: $d) { path } }","variables":{"d":${d}}}`,
    });
    expect(await response.text()).toContain('"components"');
  });

  it('keeps its memory through 300 hostile requests', async () => {
    const before = residentMb();
    for (let i = 0; i < 300; i++)
      await (await post(Object.values(hostile)[i % Object.keys(hostile).length]!)).text();
    expect(residentMb() - before).toBeLessThan(120);
  });

  it('gives no hint of names it does not have', async () => {
    const words = ['member', 'deal', 'statement', 'account', 'salary', 'password', 'user', 'email'];
    const near = words.flatMap((word) => [`${word}z`, `${word}_`, word.slice(1), `${word}Id`]);
    for (const word of near)
      for (const query of [
        `{ ${word} }`,
        `{ viewer { member { ${word} } } }`,
        `mutation { ${word} }`,
      ]) {
        const text = await (await post(query)).text();
        expect(text).not.toMatch(internals);
      }
  });

  it('breaks on no value, and tells nothing of its insides', async () => {
    const broken: string[] = [];
    let asked = 0;
    const skipped = new Set(['signOut', 'signOutEverywhere', 'changePassword', 'signIn', 'signUp']);
    for (const root of rootFields(committedSchema())) {
      if (root.operation === 'subscription' || skipped.has(root.field.name)) continue;
      for (const browser of [finance, cast.browsers.admin])
        for (const at of argumentLeaves(root.field))
          for (const id of nasty) {
            const args = argumentsFor(root, cast, { at, id });
            const text = await browser.text(operationFor(root, args, new Set(), 0), args);
            asked++;
            if (internals.test(text))
              broken.push(
                `${root.coordinate}(${at}: ${JSON.stringify(id)?.slice(0, 30)}) ${text.slice(0, 200)}`,
              );
          }
    }
    process.stdout.write(`${asked} odd values\n`);
    expect(broken).toEqual([]);
  }, 600_000);
});
