import type { Browser } from '../harness/client.js';
import { castPeriod, foundCast, roles, type Cast } from '../harness/cast.js';
import { addPeople, saveDeals, savePlan } from '../harness/organization.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';

const query = `query ($trial: PlanTrialInput!, $search: String, $sort: PlanTrialColumn, $descending: Boolean, $page: PageInput) {
  tryPlan(trial: $trial, search: $search, sort: $sort, descending: $descending, page: $page) {
    period from currency current tried spread { from to payees }
    payees { total rows { payee { id name } current tried difference attainment problems { code } } } } }`;
const lineQuery = `query ($trial: PlanTrialInput!, $payeeId: ID!, $side: PlanTrialSide!) {
  triedLines(trial: $trial, payeeId: $payeeId, side: $side) {
    total rows { component amount deal { externalId } planVersion { number } } } }`;

type Trial = {
  current: string;
  tried: string;
  spread: { from: string; to: string; payees: number }[];
  payees: {
    total: number;
    rows: {
      payee: { id: string; name: string };
      current: string;
      tried: string;
      difference: string;
      attainment: string | null;
      problems: { code: string }[];
    }[];
  };
};
type Lines = {
  total: number;
  rows: {
    component: string;
    amount: string;
    deal: { externalId: string };
    planVersion: object | null;
  }[];
};
type Document = { currency: string; period: string; components: object[] };

const title = { en: 'Pay', de: 'Lohn' };
const override = { kind: 'override', name: 'team', title, rate: '0.01', levels: 1 };

describe('trying a plan on a period', () => {
  let laurel: Laurel;
  let cast: Cast;
  let finance: Browser;
  let document: Document;

  beforeAll(async () => {
    laurel = await startLaurel();
    cast = await foundCast(laurel, 'Alder', 100_000n);
    finance = cast.browsers.finance;
    const { plan } = await finance.ask<{ plan: { versions: { document: Document }[] } }>(
      `query ($id: ID!) { plan(id: $id) { versions { document } } }`,
      { id: cast.ids.plan },
    );
    document = plan.versions[0]!.document;
  }, 120_000);
  afterAll(() => laurel?.stop());

  const trialOf = (changed: object = {}, more: object = {}) => ({
    planId: cast.ids.plan,
    period: castPeriod,
    document: { ...document, ...changed },
    ...more,
  });
  const ask = async (trial: object, list: object = {}): Promise<Trial> =>
    (await finance.ask<{ tryPlan: Trial }>(query, { trial, ...list })).tryPlan;
  const tried = async (changed: Partial<Document> = {}) => {
    const { payees, ...totals } = await ask(trialOf(changed));
    return { ...totals, payees: payees.rows };
  };
  const problemsOf = async (changed: object) => {
    const { errors } = await finance.send(query, { trial: trialOf(changed) });
    return errors?.[0]?.extensions;
  };
  const addMember = async (name: string): Promise<string> =>
    (await addPeople(cast.browsers.admin, [{ name, role: 'rep' }]))[name]!;
  const assign = (planId: string, memberId: string, from: string) =>
    finance.ask(
      `mutation ($planId: ID!, $memberId: ID!, $from: Day!) {
         assignPlan(planId: $planId, memberIds: [$memberId], from: $from) { id } }`,
      { planId, memberId, from },
    );
  /** How many rows every table has, and which transactions wrote them; being here is noted in the session. */
  async function rowsAndWriters() {
    const tables = await laurel.sql<{ name: string }>(
      `select relname as name from pg_class
       where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and relname <> 'session' order by 1`,
    );
    const written = tables.map(
      ({ name }) => `select '${name}' as name, count(*), sum(xmin::text::bigint) from "${name}"`,
    );
    return laurel.sql(written.join(' union all '));
  }

  it('by the plan in force gives what its earnings say, and writes nothing', async () => {
    const before = await rowsAndWriters();
    const { payees, ...totals } = await tried();
    expect(await rowsAndWriters()).toEqual(before);
    const earnings = await laurel.sql<{ name: string; earned: string }>(
      `select name, earned from earning join member on member.id = payee_id where period = $1 order by name`,
      [castPeriod],
    );
    expect(payees.map(({ payee, current }) => ({ name: payee.name, earned: current }))).toEqual(
      earnings,
    );
    expect(earnings.filter(({ earned }) => earned !== '0').length).toBeGreaterThan(2);
    expect(payees.every((each) => each.tried === each.current && each.difference === '0')).toBe(
      true,
    );
    const sum = String(earnings.reduce((total, { earned }) => total + BigInt(earned), 0n));
    expect(totals).toEqual({
      period: castPeriod,
      from: '2026-01-01',
      currency: 'EUR',
      current: sum,
      tried: sum,
      spread: [{ from: '0', to: '0', payees: payees.length }],
    });
  });

  it('by another gives what its earnings say once it is saved', async () => {
    const changed = {
      components: [
        {
          kind: 'tiers',
          name: 'pay',
          title,
          tiers: [{ from: '0', rate: '0.2' }],
          trueUp: true,
          accumulate: 'year',
        },
        {
          kind: 'rates',
          name: 'by-region',
          title,
          rates: [{ region: 'Alder region', rate: '0.01' }],
        },
        override,
      ],
    };
    const { payees } = await tried(changed);
    expect(payees.some(({ difference }) => difference !== '0')).toBe(true);
    await finance.ask(
      `mutation ($id: ID!, $document: JSON!) {
         savePlan(id: $id, name: "Tried", effectiveFrom: "2016-01-01", document: $document) { id } }`,
      { id: cast.ids.plan, document: { ...document, ...changed } },
    );
    await finance.settled();
    const again = await tried(changed);
    expect(again.payees.map((each) => each.current)).toEqual(payees.map((each) => each.tried));
    const earnings = await laurel.sql<{ earned: string }>(
      `select earned from earning join member on member.id = payee_id where period = $1 order by name`,
      [castPeriod],
    );
    expect(payees.map((each) => each.tried)).toEqual(earnings.map(({ earned }) => earned));
  });

  it('names what could not be paid', async () => {
    const { payees } = await tried();
    expect(payees.find(({ payee }) => payee.name === 'Alder chief')?.problems).toEqual([
      { code: 'RATE_MISSING' },
    ]);
  });

  it('refuses what cannot be compared, and a document with problems', async () => {
    const paths = async (changed: object) =>
      ((await problemsOf(changed))?.problems as { path: string }[] | undefined)?.map(
        ({ path }) => path,
      );
    expect(await paths({ components: [] })).toEqual(['components']);
    expect(await paths({ period: 'month' })).toEqual(['period']);
    expect(await paths({ currency: 'USD' })).toEqual(['currency']);
    expect(await finance.refusal(query, { trial: trialOf({}, { planId: cast.ids.deal }) })).toBe(
      'UNKNOWN_PLAN',
    );
    expect(await finance.refusal(query, { trial: trialOf({}, { from: '2026-04-01' }) })).toBe(
      'BAD_VALUE',
    );
  });

  it('finds, sorts and cuts into pages, with totals over all', async () => {
    const flat = { kind: 'flat', name: 'pay', title, rate: '0.1' };
    const trial = trialOf({ components: [flat] });
    const all = await ask(trial);
    const { total, rows } = all.payees;
    expect(total).toBeGreaterThan(3);
    const byName = (column: 'difference' | 'name', { rows: some }: Trial['payees']) =>
      some.map((row) => (column === 'name' ? row.payee.name : row.difference));
    const greatest = rows.map(({ difference }) => Number(difference)).sort((a, b) => b - a);
    const sorted = await ask(trial, { sort: 'difference', descending: true });
    expect(byName('difference', sorted.payees).map(Number)).toEqual(greatest);
    const order = { sort: 'difference', descending: true };
    const page = await ask(trial, { ...order, page: { first: 2, offset: 1 } });
    expect(page).toEqual({ ...all, payees: { total, rows: sorted.payees.rows.slice(1, 3) } });
    const found = await ask(trial, { search: 'ALDER PEER' });
    expect(byName('name', found.payees)).toEqual(['Alder peer']);
    expect(found).toMatchObject({ current: all.current, tried: all.tried, spread: all.spread });
    const counted = all.spread.reduce((sum, { payees }) => sum + payees, 0);
    expect(counted).toBe(total);
    const reached = rows.find(({ payee }) => payee.name === 'Alder peer')!;
    const [goal] = await laurel.sql<{ share: number }>(
      `select credited::float / quota as share from earning where payee_id = $1 and period = $2`,
      [reached.payee.id, castPeriod],
    );
    expect(Number(reached.attainment)).toBeCloseTo(goal!.share, 6);
  });

  it('replaces the tried plan alone, from its day, for somebody who moves to another within the period', async () => {
    const flat = (rate: string) => [{ kind: 'flat', name: 'pay', title, rate }];
    const plan = (rate: string) => ({ currency: 'EUR', period: 'quarter', components: flat(rate) });
    const mover = await addMember('Mover');
    const saved = await finance.ask<{ savePlan: { plan: { id: string } } }>(
      `mutation ($document: JSON!) {
         savePlan(name: "Inside", effectiveFrom: "2016-01-01", document: $document) { plan { id } } }`,
      { document: plan('0.01') },
    );
    const inside = saved.savePlan.plan.id;
    const other = await savePlan(finance, plan('0.1'), [mover], {
      name: 'Field',
      from: '2016-01-01',
    });
    await assign(inside, mover, '2016-01-01');
    await assign(other, mover, '2026-02-16');
    await saveDeals(
      finance,
      ['2026-01-10', '2026-02-01', '2026-02-16'].map((closedOn, i) => ({
        externalId: `moved-${i}`,
        owner: mover,
        amount: '100000',
        status: 'won',
        closedOn,
      })),
    );
    await finance.settled();
    const trial = { planId: inside, document: plan('0.02'), period: castPeriod };
    const only = async (more: object) => {
      const { current, tried: then, payees } = await ask({ ...trial, ...more });
      expect(payees.rows.map(({ payee }) => payee.id)).toEqual([mover]);
      return [current, then];
    };
    // Two deals of the tried plan at 1 %, then 2 %; the third pays 10 % by the other plan either way.
    expect(await only({})).toEqual(['12000', '14000']);
    expect(await only({ from: '2026-01-20' })).toEqual(['12000', '13000']);
    expect(await only({ planId: other, document: plan('0.2') })).toEqual(['12000', '22000']);
    const { triedLines } = await finance.ask<{ triedLines: Lines }>(lineQuery, {
      trial: { ...trial, from: '2026-01-20' },
      payeeId: mover,
      side: 'tried',
    });
    expect(
      triedLines.rows.map((line) => [line.deal.externalId, line.amount, line.planVersion]),
    ).toEqual([
      ['moved-0', '1000', { number: 1 }],
      ['moved-1', '2000', null],
      ['moved-2', '10000', { number: 1 }],
    ]);
    const lines = { trial, payeeId: cast.people.rep, side: 'current' };
    expect(await finance.refusal(lineQuery, lines)).toBe('UNKNOWN_MEMBER');
  });

  it('is for finance alone: it tells everybody’s pay', async () => {
    const variables = { trial: trialOf() };
    const refusals = roles.map((role) => cast.browsers[role].refusal(query, variables));
    expect(await Promise.all(refusals)).toEqual(
      roles.map((role) => (role === 'finance' ? undefined : 'FORBIDDEN')),
    );
  });
});
