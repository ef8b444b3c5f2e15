import { unpack, type EarningLine, type PackedLines } from '@laurel/commission/core';
import { DataSource } from 'typeorm';
import { migrations } from '../../infra/migrations/index.js';
import { asOwner, createDatabase, type TestDatabase } from '../harness/database.js';

const [payee, deal, credit] = [1, 2, 3].map((n) => `00000000-0000-0000-0000-00000000000${n}`);
const quota = 1_000_000n;
const tables = ['earning', 'statement_version'] as const;

const term = {
  component: 'commission',
  kind: 'tier' as const,
  tier: 1,
  tierFrom: '0.5',
  tierTo: null,
  rate: '0.08',
  multiplier: '1.2',
  currency: 'EUR',
  rounding: 'half-even' as const,
  detail: null,
};
const other = { ...term, kind: 'flat' as const, tier: null, tierFrom: null, detail: { part: 'x' } };

/** Lines of every shape: a whole base and none, an exact figure of its own, ids and none, below zero. */
const lines: EarningLine[] = [
  line(term, quota, { creditId: credit!, dealId: deal!, base: '250000', creditedBefore: 500_000n }),
  line(term, quota, { base: '100.5', amount: -10n, creditedBefore: 0n }),
  line(other, null, { dealId: deal!, base: '3', exact: '2/3', amount: 1n }),
  line(other, 77n, { base: '-12', amount: 0n }),
];

function line(of: typeof term | typeof other, own: bigint | null, said: Partial<EarningLine>) {
  const bare = { creditId: null, dealId: null, base: '0', amount: 24_000n, creditedBefore: null };
  const whole = { ...of, ...bare, quota: own, ...said };
  const product = { '250000': '24000', '100.5': '9.648', '-12': '-1.152' }[whole.base];
  return { ...whole, exact: said.exact ?? product! } as EarningLine;
}

/** As they stood in arrays, before lines were kept in bytes. */
const arrays = () => {
  const terms = [...new Set(lines.map(termOf))];
  const column = (values: readonly unknown[]) =>
    values.map((each) => (each === null ? null : String(each)));
  return {
    terms: `[${terms.join()}]`,
    term: lines.map((each) => terms.indexOf(termOf(each))),
    credit_id: column(lines.map(({ creditId }) => creditId)),
    deal_id: column(lines.map(({ dealId }) => dealId)),
    base: lines.map(({ base }) => base),
    exact: lines.map(({ exact }) => (exact === '2/3' ? exact : null)),
    amount: column(lines.map(({ amount }) => amount)),
    credited_before: column(lines.map(({ creditedBefore }) => creditedBefore)),
  };
};

function termOf({
  component,
  kind,
  tier,
  tierFrom,
  tierTo,
  rate,
  multiplier,
  ...more
}: EarningLine) {
  const { currency, rounding, detail, quota: own } = more;
  const said = { component, kind, tier, tierFrom, tierTo, rate, multiplier, currency, rounding };
  return JSON.stringify({ ...said, detail, quota: own === null ? null : String(own) });
}

/** Rows of an organisation that was there before; migrations of an empty database say nothing about them. */
describe('a database that is brought to the newest schema', () => {
  let known: TestDatabase;
  let name: string;
  let url: string;

  beforeAll(async () => {
    known = await createDatabase();
    const address = new URL(known.url);
    name = `${address.pathname.slice(1)}_before`;
    await asOwner(known.url, (client) => client.query(`create database ${name}`));
    address.pathname = `/${name}`;
    url = address.href;
    await migrate(52);
    for (const table of tables) await insertBefore(table);
    await migrate();
  });
  afterAll(async () => {
    await asOwner(known.url, (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
    await known?.drop();
  });

  async function migrate(upTo = Infinity): Promise<void> {
    const due = migrations.filter(({ name: each }) => Number(each.slice(-3)) <= upTo);
    const source = new DataSource({ type: 'postgres', url, migrations: due });
    await source.initialize();
    await source.runMigrations({ transaction: 'each' });
    await source.destroy();
  }

  /** A row as it was before lines were kept in bytes. */
  async function insertBefore(table: (typeof tables)[number]): Promise<void> {
    const whole = table === 'earning' ? { revision: 1 } : { number: 1, computed_at: 'now' };
    const row = { organization_id: payee, id: deal, payee_id: payee, period: '2026-Q1', ...whole };
    const figures = { plan_version_id: credit, currency: 'EUR', credited: 0, quota: String(quota) };
    const counts = { earned: 0, deal_count: 0, line_count: 4, problems: [], seen_at: 'now' };
    const { terms, ...own } = arrays();
    const given = { ...row, ...figures, ...counts, terms: JSON.parse(terms), ...own };
    await asOwner(url, async (client) => {
      await client.query(`set session_replication_role = replica`);
      await client.query(
        `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`,
        [JSON.stringify(given)],
      );
    });
  }

  it.each(tables)('keeps every line of %s', async (table) => {
    const [kept] = await asOwner(
      url,
      async (client) => (await client.query<PackedLines>(`select * from ${table}`)).rows,
    );
    expect(unpack(kept!, quota)).toEqual(lines);
  });
});
