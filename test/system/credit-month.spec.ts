import pg from 'pg';
import { organizationOf } from '../harness/dump.js';
import { eventually } from '../harness/eventually.js';
import { foundForce, type Force } from '../harness/force.js';
import { applyHistory, historyOf } from '../harness/history.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { close, lock } from '../harness/locked.js';
import { saveDeals } from '../harness/organization.js';
import { seededRandom } from '../harness/random.js';

type Month = { payee: string; month: string; currency: string; level: number };
type Counted = Month & { amount: string; deals: number; credits: string[] | null };

/** What the ledger says of each month, credit by credit. */
const counted = `
  select payee_id as payee, to_char(credited_on, 'YYYY-MM-01') as month, credit.currency,
    case kind when 'rollUp' then level else 0 end as level, sum(credit.amount)::text as amount,
    count(*) filter (where kind <> 'overlay')::int as deals,
    case when min(kind) = 'rollUp' then null else array_agg(concat_ws(' ', credited_on, coalesce(product.name, 'none'),
      kind in ('direct', 'split') and part = 0, credit.amount, credit.id, deal_id)
      order by credited_on, external_id collate "C", credit.id) end as credits
  from credit join deal on deal.id = deal_id left join product on product.id = product_id
  where not void group by 1, 2, 3, 4 order by 1, 2, 3, 4`;

/** What was written of each month, record by record. */
const written = `
  select payee_id as payee, month::text, currency, level, amount::text, deals,
    (select array_agg(concat_ws(' ', date '2000-01-01' + (head >> 32)::integer,
        coalesce((select name from product where number = (head & 4294967295) / 2), 'none'), head % 2 = 1,
        whole_at(records, at + 8), id_at(records, at + 16), id_at(records, at + 32)) order by at)
     from generate_series(1, length(records), 48) at cross join lateral whole_at(records, at) as head) as credits
  from credit_month order by 1, 2, 3, 4`;

/** Months are written for whoever reads a whole company's credits; what changed since is looked up in the ledger. */
describe('the credits of a month', () => {
  let laurel: Laurel;
  let force: Force;
  let client: pg.Client;

  beforeAll(async () => {
    laurel = await startLaurel();
    force = await foundForce(laurel, 'Months');
    client = new pg.Client({ connectionString: laurel.databaseUrl });
    await client.connect();
    await client.query(`select set_config('app.organization_id', $1, false)`, [
      await organizationOf(laurel.databaseUrl, force.email),
    ]);
    await applyHistory(force.finance, historyOf(seededRandom(), 150).inOrder());
    await force.finance.settled();
  }, 120_000);
  afterAll(async () => {
    await client?.end();
    await laurel?.stop();
  });

  const rows = async <Row>(query: string): Promise<Row[]> => (await client.query(query)).rows;

  const monthsDue = `select payee_id || ' ' || month as key from credit_month_due order by 1`;
  const changed = async () => (await rows<{ key: string }>(monthsDue)).map(({ key }) => key);

  const recalculate = () =>
    force.finance.ask(`mutation { recalculate(period: "2026") { partitions } }`);

  async function write(): Promise<void> {
    await recalculate();
    await force.finance.settled();
  }

  /** Every month that is not said to have changed is as the ledger has it; how many of them there are. */
  async function trusted(): Promise<number> {
    const due = new Set(await changed());
    const isTrusted = ({ payee, month }: Month) => !due.has(`${payee} ${month}`);
    const known = (await rows<Counted>(written)).filter(isTrusted);
    expect(known).toEqual((await rows<Counted>(counted)).filter(isTrusted));
    return known.length;
  }

  const deal = (externalId: string, more: object = {}) => ({
    externalId,
    owner: 'Ann',
    amount: '120050',
    status: 'won',
    product: 'Gold',
    closedOn: '2026-02-17',
    ...more,
  });

  const save = async (...deals: ReturnType<typeof deal>[]) => {
    await saveDeals(force.finance, deals);
    await force.finance.settled();
  };

  it('are all written by a recalculation', async () => {
    expect(await trusted()).toBe(0);
    await write();
    expect(await changed()).toEqual([]);
    expect(await trusted()).toBeGreaterThan(10);
  });

  const changes: Record<string, () => Promise<unknown>> = {
    'a new deal': () => save(deal('month')),
    'another amount': () => save(deal('month', { amount: '99' })),
    'another product': () => save(deal('month', { amount: '99', product: 'Starter' })),
    'another owner': () => save(deal('month', { owner: 'Cy' })),
    'another day': () => save(deal('month', { closedOn: '2026-03-02' })),
    'another currency': () => save(deal('month', { currency: 'USD' })),
    'a deal that is lost after all': () => save(deal('month', { status: 'lost' })),
    'another name, by which deals of a day are ordered': async () => {
      await save(deal('a'), deal('b'));
      await write();
      return client.query(`update deal set external_id = 'c' where external_id = 'a'`);
    },
    'credits that are deleted': () =>
      client.query(
        `delete from credit_entry where deal_id = (select id from deal where external_id = 'b')`,
      ),
  };

  it.each(Object.keys(changes))('are not trusted after %s', async (name) => {
    await write();
    const all = await trusted();
    await changes[name]!();
    expect(await changed()).not.toEqual([]);
    const left = await trusted();
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(all);
    await write();
    expect(await changed()).toEqual([]);
    await trusted();
  });

  it('are not kept from a change that was not committed when they were written', async () => {
    await write();
    const other = new pg.Client({ connectionString: laurel.databaseUrl });
    await other.connect();
    try {
      await other.query('begin');
      await other.query(`update credit_entry set amount = amount + 1 where id in (
        select id from credit where not void and kind = 'direct' and credited_on >= '2026-04-01' limit 1)`);
      await save(deal('beside', { owner: 'Cy', closedOn: '2026-03-09' }));
      expect(await changed()).not.toEqual([]);
      // Pay of a period waits for who writes credits of it; the months do not.
      await recalculate();
      await eventually(changed, (months) => months.length === 0);
      expect(await trusted()).toBeGreaterThan(0);
      await other.query('commit');
    } finally {
      await other.end();
    }
    await force.finance.settled();
    expect(await changed()).toHaveLength(1);
    expect(await trusted()).toBeGreaterThan(0);
  });

  it('are not trusted after what a locked period has to take back', async () => {
    await save(deal('late', { closedOn: '2026-02-03' }));
    await force.finance.settled();
    await close(force.finance, '2026-Q1');
    await lock(force.finance, '2026-Q1');
    await write();
    await save(deal('late', { closedOn: '2026-02-03', amount: '7' }));
    const reversals = await rows(`select from credit_entry where reverses is not null`);
    expect(reversals.length).toBeGreaterThan(0);
    expect(await changed()).not.toEqual([]);
    await trusted();
    await write();
    await trusted();
  });
});
