import type pg from 'pg';
import type { Browser } from '../harness/client.js';
import { organizationOf, type Dump } from '../harness/dump.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { asApp, close, codeOf, lock, rowsOfPeriod } from '../harness/locked.js';
import {
  addPeople,
  found,
  join,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';

describe('two hundred races of lock against write', () => {
  const raced = 200;
  const atOnce = 4;
  let laurel: Laurel;
  let finance: Browser;
  let rep: string;
  let organizationId: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Races', 'races@example.com');
    const people = await addPeople(admin, [
      { name: 'Rep', role: 'rep' },
      { name: 'Finance', role: 'finance' },
    ]);
    rep = people.Rep!;
    finance = await join(laurel, admin, people.Finance!);
    await savePlan(finance, monthlyPlan, [rep], { from: '2001-01-01' });
    organizationId = await organizationOf(laurel.databaseUrl, 'races@example.com');
  });
  afterAll(() => laurel?.stop());

  const months = Array.from(
    { length: raced },
    (_, i) => `${2005 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const rows = (month: string) => rowsOfPeriod(laurel.databaseUrl, organizationId, month);

  async function lockAtLast(month: string): Promise<void> {
    await close(finance, month);
    for (;;) {
      const code = codeOf(await lock(finance, month));
      if (!code) return;
      expect(code).toBe('WORK_PENDING');
    }
  }

  /** A deal and a quota through the API, and a row as the app role: each is in before the lock, or not at all. */
  const writes = (month: string) => [
    () =>
      saveDeals(finance, [
        { externalId: month, owner: rep, amount: '10000', status: 'won', closedOn: `${month}-05` },
      ]),
    () => saveQuotas(finance, [{ memberId: rep, period: month, amount: '100000' }]),
    () =>
      asApp(laurel.databaseUrl, organizationId, (client) =>
        client.query(
          `insert into standing (period, measure, member_id, score, as_of_day)
           values ($1, 'deals', $2, 1, today()) on conflict do nothing`,
          [month, rep],
        ),
      ),
  ];

  async function race(month: string): Promise<{ refused: number }> {
    const late = (work: () => Promise<unknown>, i: number) =>
      new Promise((resolve) => setTimeout(resolve, (raceNumber(month) * 7 + i * 13) % 40)).then(
        work,
      );
    const writing = writes(month).map(late);
    await lockAtLast(month);
    const atLock = await rows(month);
    const results = await Promise.allSettled(writing);
    await saveDeals(finance, [
      {
        externalId: `${month} late`,
        owner: rep,
        amount: '500',
        status: 'won',
        closedOn: `${month}-06`,
      },
    ]);
    lockedRows.set(month, atLock);
    return { refused: results.filter(({ status }) => status === 'rejected').length };
  }
  const raceNumber = (month: string) => months.indexOf(month);
  const lockedRows = new Map<string, Dump>();

  it('never leaves a row that came after the lock', async () => {
    let refused = 0;
    for (let start = 0; start < raced; start += atOnce) {
      const results = await Promise.all(months.slice(start, start + atOnce).map(race));
      refused += results.reduce((sum, result) => sum + result.refused, 0);
    }
    await finance.settled();
    for (const month of months)
      expect([month, await rows(month)]).toEqual([month, lockedRows.get(month)]);
    process.stdout.write(`${raced} races, ${refused} of ${raced * 3} writes came too late\n`);
    expect(refused).toBeGreaterThan(0);
    expect(refused).toBeLessThan(raced * 3);
  }, 300_000);

  describe('a board of a period whose pay is being rewritten', () => {
    const month = '2025-01';
    const inPeriod = (work: (client: pg.Client) => Promise<unknown>) =>
      asApp(laurel.databaseUrl, organizationId, async (client) => {
        await client.query(`set lock_timeout = '1s'; begin`);
        await work(client);
        await client.query('rollback');
      });
    const write = (client: pg.Client) =>
      client.query(
        `insert into standing (period, measure, member_id, score, as_of_day) values ($1, 'deals', $2, 7, today())
         on conflict (organization_id, period, measure, member_id) do update set score = 7`,
        [month, rep],
      );

    beforeAll(async () => {
      await saveQuotas(finance, [{ memberId: rep, period: month, amount: '100000' }]);
      await finance.settled();
    });

    it('is written beside it', () =>
      inPeriod(async (paying) => {
        await paying.query(`select from period where name = $1 for no key update`, [month]);
        await inPeriod(async (counting) => expect((await write(counting)).rowCount).toBe(1));
      }));

    it('is waited for by whoever changes the status, in whatever way', () =>
      inPeriod(async (counting) => {
        await write(counting);
        const closing = inPeriod((client) =>
          client.query(`update period set status = 'closed' where name = $1`, [month]),
        );
        await expect(closing).rejects.toThrow('lock timeout');
      }));
  });
});

const monthlyPlan = {
  currency: 'EUR',
  period: 'month',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [{ from: '0', rate: '0.1' }],
    },
  ],
};
