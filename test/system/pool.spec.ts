import type { Browser } from '../harness/client.js';
import { eventually } from '../harness/eventually.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addressOf,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
} from '../harness/organization.js';

const title = { en: 'Pool', de: 'Topf' };
const planOf = (pool: object, currency = 'EUR') => ({
  currency,
  period: 'month',
  components: [
    { kind: 'flat', name: 'sales', title, rate: '0.1' },
    ...(Object.keys(pool).length ? [{ kind: 'pool', name: 'pool', title, ...pool }] : []),
  ],
});

/** What a team shares where rates are missing, the plan changes, or nothing is sold; the story of a pool is told in `test/scenarios`. */
describe('the pool of a team', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Pools', 'pools@example.com');
    const reps = ['Ann', 'Ben', 'Cleo', 'Dan', 'Eve', 'Flo'];
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      ...reps.map((name) => ({ name, role: 'rep' as const })),
    ]);
    finance = await join(laurel, admin, people.Fin!);
    for (const [team, members] of Object.entries({
      North: ['Ann', 'Ben'],
      South: ['Cleo', 'Dan'],
      West: ['Eve', 'Flo'],
    })) {
      const id = await addTeam(admin, team);
      const ids = members.map((name) => people[name]!);
      await place(admin, id, ids, { from: '2024-01-01' });
    }
  }, 60_000);
  afterAll(() => laurel?.stop());

  const sell = (owner: string, amount: string, closedOn: string, currency = 'EUR') =>
    saveDeals(finance, [
      {
        externalId: `${owner}-${closedOn}`,
        owner: people[owner]!,
        amount,
        currency,
        status: 'won',
        closedOn,
      },
    ]);

  /** What the pool pays somebody in a month, and what is missing; null without a statement. */
  async function pooled(name: string, period: string) {
    await finance.settled();
    const { statement } = await finance.ask<{
      statement: {
        problems: { code: string }[];
        lines: { rows: { kind: string; amount: string }[] };
      } | null;
    }>(
      `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) {
         problems { code } lines(page: { first: 50, offset: 0 }) { rows { kind amount } } } }`,
      { id: people[name], period },
    );
    const own = statement?.lines.rows.filter(({ kind }) => kind === 'pool');
    return statement && [own!.map(({ amount }) => amount), statement.problems.map((p) => p.code)];
  }

  /** When the next period is announced for. */
  const beginnings = () =>
    laurel.sql<{ id: string }>(
      `select id, extract(day from (data ->> 'from')::date) = 1 as first,
         due_at between now() and now() + interval '31 days' as soon
       from outbox where job = 'pool.owed'`,
    );

  async function missing(period: string) {
    const { missingRates, periodChecklist } = await finance.ask<{
      missingRates: { from: string; to: string }[];
      periodChecklist: { code: string; count: number }[];
    }>(
      `query ($period: String!) { missingRates { from to } periodChecklist(period: $period) { code count } }`,
      { period },
    );
    return [
      missingRates.map(({ from, to }) => `${from} ${to}`),
      periodChecklist.find(({ code }) => code === 'RATE_MISSING')?.count ?? 0,
    ];
  }

  it('pays nobody while a rate is missing for what a colleague was credited, and says so', async () => {
    await savePlan(finance, planOf({ rate: '0.03' }), [people.Ann!], { from: '2024-01-01' });
    await savePlan(finance, planOf({}, 'USD'), [people.Ben!], { name: 'US', from: '2024-01-01' });
    await sell('Ann', '100000', '2024-01-10');
    expect(await pooled('Ann', '2024-01')).toEqual([['3000'], []]);
    await sell('Ben', '50000', '2024-01-11', 'USD');
    expect(await pooled('Ann', '2024-01')).toEqual([[], ['RATE_MISSING']]);
    expect(await missing('2024-01')).toEqual([['USD EUR'], 1]);
    await finance.ask(
      `mutation ($inputs: [ExchangeRateInput!]!) { saveExchangeRates(inputs: $inputs) { day } }`,
      { inputs: [{ from: 'USD', to: 'EUR', day: '2024-01-01', rate: '0.8', source: 'test' }] },
    );
    expect(await pooled('Ann', '2024-01')).toEqual([['4200'], []]);
    expect(await missing('2024-01')).toEqual([[], 0]);
  });

  it('is one thing for all, also for who left before the plan changed', async () => {
    const planId = await savePlan(finance, planOf({ rate: '0.03' }), [people.Cleo!, people.Dan!], {
      name: 'South',
      from: '2024-01-01',
    });
    await sell('Cleo', '100000', '2024-02-05');
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: {
        id: people.Cleo,
        name: 'Cleo',
        email: addressOf('Cleo'),
        role: 'rep',
        leftOn: '2024-02-10',
      },
    });
    expect(await pooled('Cleo', '2024-02')).toEqual([['1500'], []]);
    await finance.ask(
      `mutation ($id: ID!, $document: JSON!) {
         savePlan(id: $id, name: "South", effectiveFrom: "2024-02-16", document: $document) { id } }`,
      { id: planId, document: planOf({ rate: '0.05', share: 'weight' }) },
    );
    // 50.00 for 9 days and for 29.
    expect(await pooled('Cleo', '2024-02')).toEqual([['1184'], []]);
    expect(await pooled('Dan', '2024-02')).toEqual([['3816'], []]);
  });

  it('of a fixed amount is paid in every period that has begun, though nothing is sold', async () => {
    await savePlan(finance, planOf({ amount: '100.01' }), [people.Eve!, people.Flo!], {
      name: 'West',
      from: '2024-03-01',
    });
    expect(await pooled('Eve', '2024-02')).toBeNull();
    const parts = [await pooled('Eve', '2024-03'), await pooled('Flo', '2024-03')];
    expect(parts.sort()).toEqual([
      [['5000'], []],
      [['5001'], []],
    ]);
    expect(await pooled('Flo', '2024-05')).not.toBeNull();
  });

  it('is computed when a period begins', async () => {
    const [announced] = await beginnings();
    expect(announced).toMatchObject({ first: true, soon: true });
    // As if the day had come.
    await laurel.sql(`delete from earning where payee_id = '${people.Eve}'`);
    await laurel.sql(`update outbox set due_at = now() - interval '1 minute',
      data = '{"from": "2024-04-01"}', key = '2024-04-01' where job = 'pool.owed'`);
    await eventually(
      () => pooled('Eve', '2024-04'),
      (paid) => paid?.[0]?.length === 1,
    );
    expect(await beginnings()).toEqual([{ ...announced, id: expect.anything() }]);
  });
});
