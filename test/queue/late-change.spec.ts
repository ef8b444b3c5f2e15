import { saveDeals } from '../harness/organization.js';
import type { Dump } from '../harness/dump.js';
import {
  document,
  foundSmall,
  linesIn,
  lockedQuarter,
  paidInAll,
  type PaidLine,
  type Small,
} from '../harness/late.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { asApp, close, codeOf, lock, rowsOfPeriod } from '../harness/locked.js';

/** The quarter of today in the tests' database is whatever it is: its name comes from the server. */
const payees = ['Ann', 'Bob', 'Max'];

const deal = (
  small: Small,
  externalId: string,
  owner: string,
  amount: string,
  closedOn: string,
) => ({
  externalId,
  owner: small.people[owner]!,
  amount,
  status: 'won',
  closedOn,
});

/** What can come late, done to an organisation whether or not its quarter is locked. */
const changes: Record<string, (small: Small) => Promise<unknown>> = {
  'a late deal': (small) =>
    saveDeals(small.finance, [deal(small, 'late', 'Ann', '200000', '2026-03-31')]),
  'an edited amount': (small) =>
    saveDeals(small.finance, [deal(small, 'Bob-2', 'Bob', '450000', '2026-03-10')]),
  'another owner': (small) =>
    saveDeals(small.finance, [deal(small, 'Ann-2', 'Bob', '500000', '2026-03-10')]),
  'a removed deal': async ({ finance }) => {
    const { deals } = await finance.ask<{ deals: { rows: { id: string; externalId: string }[] } }>(
      `{ deals(page: { first: 200, offset: 0 }) { rows { id externalId } } }`,
    );
    const { id } = deals.rows.find(({ externalId }) => externalId === 'Ann-0')!;
    await finance.ask(`mutation ($id: ID!) { removeDeal(id: $id) }`, { id });
  },
  'a deal moved out of the quarter': (small) =>
    saveDeals(small.finance, [deal(small, 'Bob-0', 'Bob', '300000', '2026-05-01')]),
  'an earlier version of the plan': ({ finance, planId }) =>
    finance.ask(
      `mutation ($id: ID!, $document: JSON!) {
         savePlan(id: $id, name: "Plan", effectiveFrom: "2016-01-01", document: $document) { id } }`,
      { id: planId, document: document('0.06') },
    ),
};

describe('what comes after a quarter was locked', () => {
  let laurel: Laurel;
  let locked: Small;
  let free: Small;
  let open: string;
  let frozen: Dump;

  beforeAll(async () => {
    laurel = await startLaurel();
    [locked, free] = [await foundSmall(laurel, 'locked'), await foundSmall(laurel, 'free')];
    const { currentPeriod } = await locked.finance.ask<{ currentPeriod: { name: string } }>(
      `{ currentPeriod(kind: quarter) { name } }`,
    );
    open = currentPeriod.name;
    expect(codeOf(await close(locked.finance, lockedQuarter))).toBeUndefined();
    expect(codeOf(await lock(locked.finance, lockedQuarter))).toBeUndefined();
    frozen = await rows();
    for (const table of ['earning', 'statement', 'quota', 'credit', 'standing'])
      expect(frozen[table]!.length).toBeGreaterThan(0);
  });
  afterAll(() => laurel?.stop());

  const rows = () => rowsOfPeriod(laurel.databaseUrl, locked.organizationId, lockedQuarter);
  const corrections = async (name: string): Promise<PaidLine[]> =>
    (await linesIn(locked, name, open)).filter(({ kind }) => kind === 'correction');

  it.each(Object.entries(changes))(
    '%s leaves the quarter alone and pays the difference',
    async (_, change) => {
      const before = await Promise.all(payees.map((name) => paidInAll(locked, name)));
      await change(locked);
      await change(free);
      await locked.finance.settled(20_000);
      await free.finance.settled(20_000);
      expect(await rows()).toEqual(frozen);
      const now = await Promise.all(payees.map((name) => paidInAll(locked, name)));
      expect(now).not.toEqual(before);
      expect(now).toEqual(await Promise.all(payees.map((name) => paidInAll(free, name))));
    },
  );

  it('says of each difference what was paid, what is due and why', async () => {
    const ann = await corrections('Ann');
    expect(
      ann.map(({ deal: of, amount, detail }) => [of?.externalId, amount, detail!.correction]),
    ).toContainEqual([
      'late',
      '20000',
      {
        period: lockedQuarter,
        deal: 'late',
        origin: 'late',
        before: '0',
        after: '20000',
        cause: 'deal',
      },
    ]);
    const max = await corrections('Max');
    expect(max[0]).toMatchObject({
      deal: null,
      amount: '2000',
      detail: { correction: { cause: 'deal' } },
    });
    const bob = await corrections('Bob');
    const causes = new Set([...ann, ...bob].map(({ detail }) => detail!.correction!.cause));
    expect([...causes].sort()).toEqual(['deal', 'order', 'plan']);
    for (const { amount, detail } of [...ann, ...bob, ...max]) {
      const { before, after, cause, origin } = detail!.correction!;
      expect(origin === null).toBe(cause === 'plan');
      expect(BigInt(after) - BigInt(before)).toBe(BigInt(amount));
    }
  });

  it('posts nothing twice', async () => {
    const count = async () =>
      (await laurel.sql<{ count: string }>(`select count(*) from correction`))[0]!.count;
    const before = await count();
    await locked.finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
      p: lockedQuarter,
    });
    await locked.finance.settled(20_000);
    expect(await count()).toBe(before);
  });

  it.each(['update correction set difference = 1', 'delete from correction'])(
    'lets nobody: %s',
    (sql) =>
      expect(
        asApp(laurel.databaseUrl, locked.organizationId, (client) => client.query(sql)),
      ).rejects.toMatchObject({ code: '42501' }),
  );

  it('keeps the corrections when the period they are posted in is recalculated', async () => {
    const before = await rowsOfPeriod(laurel.databaseUrl, locked.organizationId, open);
    expect(before['earning']!.length).toBeGreaterThan(0);
    await locked.finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
      p: open,
    });
    await locked.finance.settled(20_000);
    const { earning } = await rowsOfPeriod(laurel.databaseUrl, locked.organizationId, open);
    expect(earning).toEqual(before['earning']);
  });

  it('keeps a correction in a period that is locked itself, and posts later ones in the next', async () => {
    await close(locked.finance, open);
    expect(codeOf(await lock(locked.finance, open))).toBeUndefined();
    const posted = await rowsOfPeriod(laurel.databaseUrl, locked.organizationId, open);
    for (const small of [locked, free]) {
      await saveDeals(small.finance, [deal(small, 'last', 'Ann', '100000', '2026-03-31')]);
      await small.finance.settled(20_000);
    }
    expect(await rows()).toEqual(frozen);
    expect(await rowsOfPeriod(laurel.databaseUrl, locked.organizationId, open)).toEqual(posted);
    for (const name of payees)
      expect(await paidInAll(locked, name)).toBe(await paidInAll(free, name));
  });
});
