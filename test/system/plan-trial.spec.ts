import type { Browser } from '../harness/client.js';
import { castPeriod, foundCast, roles, type Cast } from '../harness/cast.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';

const query = `query ($planId: ID!, $document: JSON!, $period: String! = "${castPeriod}") {
  tryPlan(planId: $planId, document: $document, period: $period) {
    period currency current tried
    payees { payee { id name } current tried difference problems { code } } } }`;

type Trial = {
  current: string;
  tried: string;
  payees: {
    payee: { id: string; name: string };
    current: string;
    tried: string;
    difference: string;
    problems: { code: string }[];
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

  const tried = async (changed: Partial<Document> = {}): Promise<Trial> => {
    const variables = { planId: cast.ids.plan, document: { ...document, ...changed } };
    return (await finance.ask<{ tryPlan: Trial }>(query, variables)).tryPlan;
  };
  const problemsOf = async (changed: object) => {
    const variables = { planId: cast.ids.plan, document: { ...document, ...changed } };
    const { errors } = await finance.send(query, variables);
    return errors?.[0]?.extensions;
  };
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
    expect(totals).toEqual({ period: castPeriod, currency: 'EUR', current: sum, tried: sum });
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
    expect(await finance.refusal(query, { planId: cast.ids.deal, document })).toBe('UNKNOWN_PLAN');
  });

  it('is for finance alone: it tells everybody’s pay', async () => {
    const variables = { planId: cast.ids.plan, document };
    const refusals = roles.map((role) => cast.browsers[role].refusal(query, variables));
    expect(await Promise.all(refusals)).toEqual(
      roles.map((role) => (role === 'finance' ? undefined : 'FORBIDDEN')),
    );
  });
});
