import type { Browser } from '../harness/client.js';
import { document, foundSmall, lockedQuarter as period, type Small } from '../harness/late.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { join, saveDeals, saveQuotas } from '../harness/organization.js';

type Change = {
  externalId: string | null;
  before: string | null;
  after: string | null;
  difference: string;
  reason: string;
};
type Statement = {
  earned: string;
  payout: string;
  computedAt: string;
  changed: boolean | null;
  versions: { number: number; earned: string }[];
  changes: { total: number; difference: string; rows: Change[] } | null;
};

describe('what a payee has seen of a statement', () => {
  let laurel: Laurel;
  let small: Small;
  let ann: Browser;

  beforeAll(async () => {
    laurel = await startLaurel();
    small = await foundSmall(laurel, 'seen');
    ann = await join(laurel, small.admin, small.people.Ann!);
  });
  afterAll(() => laurel?.stop());

  const read = async (browser: Browser, since?: number): Promise<Statement> =>
    (
      await browser.ask<{ statement: Statement }>(
        `query ($id: ID!, $period: String!, $since: Int) { statement(memberId: $id, period: $period) {
           earned payout computedAt changed versions { number earned }
           changes(since: $since) { total difference rows { externalId before after difference reason } } } }`,
        { id: small.people.Ann, period, since },
      )
    ).statement;

  const see = (browser: Browser, at: string) =>
    browser.send(
      `mutation ($period: String!, $at: DateTime!) { seeStatement(period: $period, computedAt: $at) { changed } }`,
      { period, at },
    );

  const deal = (externalId: string, amount: string, more: object = {}) => ({
    externalId,
    owner: small.people.Ann!,
    amount,
    status: 'won',
    closedOn: '2026-03-20',
    ...more,
  });

  /** Saves deals, and answers what is now told since the last look. */
  async function afterwards(...deals: Parameters<typeof saveDeals>[1]): Promise<Statement> {
    await saveDeals(small.finance, deals);
    await small.finance.settled();
    return read(ann);
  }

  it('is nothing before the first look, and all of it after', async () => {
    const before = await read(ann);
    expect([before.changed, before.versions, before.changes]).toEqual([null, [], null]);
    expect((await see(ann, before.computedAt)).data).toEqual({ seeStatement: { changed: false } });
    await see(ann, before.computedAt);
    const after = await read(ann);
    expect([after.changed, after.versions]).toEqual([
      false,
      [{ number: 1, earned: before.earned }],
    ]);
    expect(after.changes).toEqual({ total: 0, difference: '0', rows: [] });
  });

  it('tells line by line what changed since, and why, until it is seen', async () => {
    const seen = await read(ann);
    const now = await afterwards(
      deal('Ann-0', '350000', { closedOn: '2026-01-10' }),
      deal('Ann-1', '400000', { status: 'lost', closedOn: '2026-02-10' }),
      deal('new', '100000'),
    );
    expect(now.changed).toBe(true);
    const told = Object.fromEntries(now.changes!.rows.map((row) => [row.externalId, row]));
    expect(told).toMatchObject({
      'Ann-0': { before: '15000', after: '17500', reason: 'deal' },
      'Ann-1': { after: null, reason: 'dealRemoved' },
      'Ann-2': { reason: 'order' },
      new: { before: null, reason: 'dealAdded' },
    });
    const sum = now.changes!.rows.reduce((total, row) => total + BigInt(row.difference), 0n);
    expect([sum, BigInt(now.changes!.difference)]).toEqual([
      BigInt(now.earned) - BigInt(seen.earned),
      sum,
    ]);
    expect((await read(small.finance)).changes).toEqual(now.changes);
    await see(ann, now.computedAt);
    expect((await read(ann)).versions.map(({ number }) => number)).toEqual([2, 1]);
    expect((await read(ann)).changes!.rows).toEqual([]);
    expect((await read(small.finance, 1)).changes).toEqual(now.changes);
  });

  it('names another quota', async () => {
    await saveQuotas(small.finance, [{ memberId: small.people.Ann!, period, amount: '700000' }]);
    const { changes } = await afterwards();
    expect(new Set(changes!.rows.map(({ reason }) => reason))).toEqual(new Set(['quota']));
  });

  it('is only what was looked at, and only by the payee', async () => {
    const { computedAt } = await read(ann);
    await afterwards(deal('new', '120000'));
    const code = ({ errors }: Awaited<ReturnType<typeof see>>) => errors?.[0]?.extensions.code;
    expect(code(await see(ann, computedAt))).toBe('STATEMENT_CHANGED');
    expect(code(await see(small.finance, computedAt))).toBe('NOT_FOUND');
  });

  it('is also what balances alone make of a period, to which pay is added later', async () => {
    const release = { by: 'date', afterMonths: 1 };
    const plan = { ...document(), holdback: { share: '0.1', release } };
    const held = await foundSmall(laurel, 'held', plan);
    const bob = await join(laurel, held.admin, held.people.Bob!);
    const later = '2026-Q2';
    const look = async () => {
      const { statement } = await bob.ask<{ statement: Statement }>(
        `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) {
           earned payout computedAt changed versions { number earned } changes { rows { before after } } } }`,
        { id: held.people.Bob, period: later },
      );
      return statement;
    };
    const seen = await look();
    expect(seen).toMatchObject({ earned: '0', payout: '8500', changed: null, versions: [] });
    await bob.ask(
      `mutation ($period: String!, $at: DateTime!) { seeStatement(period: $period, computedAt: $at) { id } }`,
      { period: later, at: seen.computedAt },
    );
    const version = { number: 1, earned: '0' };
    expect(await look()).toMatchObject({ changed: false, versions: [version] });
    const quota = { memberId: held.people.Bob!, period: later, amount: '1000000' };
    await saveQuotas(held.finance, [quota]);
    await saveDeals(held.finance, [
      {
        externalId: 'spring',
        owner: held.people.Bob!,
        amount: '100000',
        status: 'won',
        closedOn: '2026-04-20',
      },
    ]);
    await held.finance.settled();
    expect(await look()).toMatchObject({
      changed: true,
      versions: [version],
      changes: { rows: [{ before: null, after: '5000' }] },
    });
  });

  it('pays out all that was earned where no balance holds anything back', async () => {
    const { earned, payout } = await read(ann);
    expect(payout).toBe(earned);
  });
});
