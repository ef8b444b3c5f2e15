import type { Browser } from '../harness/client.js';
import { rowsOf, organizationOf } from '../harness/dump.js';
import { close, codeOf, reopen } from '../harness/locked.js';
import { listen } from '../harness/socket.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  found,
  join,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';

const email = 'balances@example.com';
const tenPercent = (more: object) => ({
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
  ...more,
});
const instalments = [
  { after: 0, share: '0.5' },
  { after: 2, share: '0.5' },
];
const release = { by: 'milestone', milestones: [{ name: 'go-live', share: '1' }] };

/** A month's deal, in whole currency units, for a commission of a tenth of it. */
const deal = (owner: string, month: number, units: number, more: object = {}) => ({
  externalId: `${owner}-${month}`,
  owner,
  amount: `${units}00`,
  status: 'won',
  closedOn: `2026-0${month}-15`,
  ...more,
});

type Account = {
  account: string;
  opening: string;
  closing: string;
  movements: { kind: string; amount: string; pay: string; originalPeriod: string }[];
};
type Balance = { period: string; earned: string; payout: string; accounts: Account[] };

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

describe('balances', () => {
  let laurel: Laurel;
  let finance: Browser;
  let people: Record<string, string>;
  let organization: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Balances', email);
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Dora', role: 'rep' },
      { name: 'Ida', role: 'rep' },
      { name: 'Carl', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    organization = await organizationOf(laurel.databaseUrl, email);
    const plans = {
      Dora: { draw: { amount: '2000.00' } },
      Ida: { holdback: { share: '0.2', release }, instalments },
      Carl: {
        holdback: { share: '0.5', release: { by: 'cash' } },
        clawback: { share: 'months-left', withinMonths: 12 },
      },
    };
    for (const [name, more] of Object.entries(plans))
      await savePlan(finance, tenPercent(more), [people[name]!], { name });
    const quotas = Object.keys(plans).flatMap((name) =>
      months.map((period) => ({ memberId: people[name]!, period, amount: '10000000' })),
    );
    await saveQuotas(finance, quotas);
    const grossOfDora = [27_500, 30_000, 15_000, 23_750, 30_000, 27_500];
    await saveDeals(finance, [
      ...grossOfDora.map((units, i) => deal(people.Dora!, i + 1, units)),
      deal(people.Ida!, 1, 1_000),
      deal(people.Carl!, 1, 1_000),
      deal(people.Carl!, 5, 200, { externalId: 'carl-may' }),
    ]);
  }, 120_000);
  afterAll(() => laurel?.stop());

  async function ledger(name: string, browser = finance): Promise<Balance[]> {
    await finance.settled();
    const { balances } = await browser.ask<{ balances: Balance[] }>(
      `query ($id: ID!) { balances(memberId: $id) { period earned payout accounts {
         account opening closing movements { kind amount pay originalPeriod } } } }`,
      { id: people[name]! },
    );
    for (const { accounts } of balances)
      for (const { opening, movements, closing } of accounts) {
        const moved = movements.reduce((sum, { amount }) => sum + BigInt(amount), BigInt(opening));
        expect(moved.toString()).toBe(closing);
      }
    return balances;
  }

  const shown = (balances: readonly Balance[]) =>
    balances
      .filter(({ period }) => months.includes(period))
      .map(({ period, payout, accounts }) =>
        [period, payout, ...accounts.map(({ account, closing }) => `${account} ${closing}`)].join(
          ' ',
        ),
      );

  it('advances a draw and recovers it, month by month', async () => {
    expect(shown(await ledger('Dora'))).toEqual([
      '2026-01 275000 draw 0',
      '2026-02 300000 draw 0',
      '2026-03 200000 draw -50000',
      '2026-04 200000 draw -12500',
      '2026-05 287500 draw 0',
      '2026-06 275000 draw 0',
    ]);
  });

  it('settles the months after one that changed anew, the same as from nothing', async () => {
    const late = deal(people.Dora!, 3, 4_000, { externalId: 'late' });
    await saveDeals(finance, [late]);
    expect(shown(await ledger('Dora')).slice(2)).toEqual([
      '2026-03 200000 draw -10000',
      '2026-04 227500 draw 0',
      '2026-05 300000 draw 0',
      '2026-06 275000 draw 0',
    ]);
    const rows = await rowsOf(laurel.databaseUrl, organization);
    await finance.ask(`mutation { recalculate(period: "2026") { partitions } }`);
    await finance.settled();
    expect((await rowsOf(laurel.databaseUrl, organization)).balance_movement).toEqual(
      rows.balance_movement,
    );
    expect(rows.balance_movement!.length).toBeGreaterThan(5);
  });

  it('pays instalments, and releases what was held back when the deal reaches its milestone', async () => {
    expect(shown(await ledger('Ida'))).toEqual([
      '2026-01 4000 holdback 2000 instalment 4000',
      '2026-02 0 holdback 2000 instalment 4000',
      '2026-03 4000 holdback 2000 instalment 0',
      '2026-04 0 holdback 2000 instalment 0',
      '2026-05 0 holdback 2000 instalment 0',
      '2026-06 0 holdback 2000 instalment 0',
    ]);
    const live = deal(people.Ida!, 1, 1_000, { attributes: { 'go-live': '2026-04-30' } });
    await saveDeals(finance, [live]);
    const ida = await ledger('Ida');
    expect(shown(ida).slice(3, 5)).toEqual([
      '2026-04 2000 holdback 0 instalment 0',
      '2026-05 0 holdback 0 instalment 0',
    ]);
    const april = ida.find(({ period }) => period === '2026-04')!;
    expect(april.accounts[0]!.movements).toEqual([
      { kind: 'released', amount: '-2000', pay: '2000', originalPeriod: '2026-01' },
    ]);
  });

  it('releases with the cash, and takes back what a cancelled deal had not earned yet', async () => {
    const externalId = `${people.Carl!}-1`;
    const payment = {
      deal: externalId,
      externalId: 'p',
      receivedOn: '2026-02-10',
      amount: '50000',
    };
    await finance.ask(
      `mutation ($inputs: [PaymentInput!]!) { savePayments(inputs: $inputs) { created } }`,
      { inputs: [payment] },
    );
    expect(shown(await ledger('Carl')).slice(0, 3)).toEqual([
      '2026-01 5000 holdback 5000',
      '2026-02 2500 holdback 2500',
      '2026-03 0 holdback 2500',
    ]);
    const [{ id }] = (await laurel.sql<{ id: string }>(
      `select id from deal where external_id = $1`,
      [externalId],
    )) as [{ id: string }];
    await finance.ask(
      `mutation ($id: ID!) { cancelDeal(id: $id, on: "2026-04-20", monthsServed: 3) { id } }`,
      { id },
    );
    expect(shown(await ledger('Carl'))).toEqual([
      '2026-01 5000 holdback 5000 clawback 0',
      '2026-02 2500 holdback 2500 clawback 0',
      '2026-03 0 holdback 2500 clawback 0',
      '2026-04 0 holdback 0 clawback -5000',
      '2026-05 0 holdback 1000 clawback -4000',
      '2026-06 0 holdback 1000 clawback -4000',
    ]);
  });

  it('tells those who look at the statement when its balances move', async () => {
    const heard = listen(
      laurel.url,
      finance.headers,
      'subscription { statementChanged { memberId period } }',
    );
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const back = deal(people.Ida!, 1, 1_000, { attributes: { 'go-live': '2026-05-31' } });
    await saveDeals(finance, [back]);
    expect(shown(await ledger('Ida'))[3]).toBe('2026-04 0 holdback 2000 instalment 0');
    await heard.until((events) => {
      const periods = events.map(
        ({ statementChanged }) => (statementChanged as { period: string }).period,
      );
      return ['2026-04', '2026-05'].every((period) => periods.includes(period));
    });
    await heard.close();
  });

  it('brings what was moved to payroll: the amounts of a payee are the payout', async () => {
    for (const { period, payout } of (await ledger('Carl')).filter((each) =>
      months.includes(each.period),
    )) {
      const report = await finance.fetch(`/exports/commission.csv?period=${period}`);
      const [head, ...lines] = (await report.text()).trim().split(/\r?\n/);
      const at = head!.split(',').indexOf('amount');
      const own = lines.map((line) => line.split(',')).filter((cells) => cells[1] === 'Carl');
      const paid = own.reduce((sum, cells) => sum + BigInt(cells[at]!.replace('.', '')), 0n);
      expect(`${period} ${paid}`).toBe(`${period} ${payout}`);
    }
  });

  it('closes a month only when its balances are posted', async () => {
    const due = `insert into outbox (organization_id, job, key, data, due_at)
      values ($1, 'balance.settle', $2, $3, now() + interval '1 day')`;
    const key = { payeeId: people.Dora!, period: '2026-02' };
    await laurel.sql(due, [organization, key.payeeId, key]);
    expect(codeOf(await close(finance, '2026-02'))).toBe('WORK_PENDING');
    expect(codeOf(await close(finance, '2026-01'))).toBeUndefined();
    await laurel.sql(`delete from outbox where organization_id = $1`, [organization]);
    expect(codeOf(await close(finance, '2026-02'))).toBeUndefined();
  });

  it('settles a closed month when it is opened again', async () => {
    const before = shown(await ledger('Dora'));
    await saveDeals(finance, [deal(people.Dora!, 1, 1_000, { externalId: 'january' })]);
    expect(shown(await ledger('Dora'))).toEqual(before);
    for (const period of ['2026-01', '2026-02']) await reopen(finance, period);
    expect(shown(await ledger('Dora'))[0]).toBe('2026-01 285000 draw 0');
  });

  it('leaves the months that are locked as they were posted', async () => {
    await laurel.sql(`update period set status = 'locked' where name <= '2026-03'`);
    await saveDeals(finance, [deal(people.Dora!, 4, 5_000, { externalId: 'april' })]);
    expect(shown(await ledger('Dora')).slice(1, 4)).toEqual([
      '2026-02 300000 draw 0',
      '2026-03 200000 draw -10000',
      '2026-04 277500 draw 0',
    ]);
    await expect(
      laurel.sql(`update balance_movement set amount = 0 where period = '2026-03'`),
    ).rejects.toThrow('The period 2026-03 is locked');
  });
});
