import { dumpOf, organizationOf, rowsOf, type Dump } from '../harness/dump.js';
import { foundForce, type Force } from '../harness/force.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { saveDeals } from '../harness/organization.js';
import { applyHistory, historyOf, type Step } from '../harness/history.js';
import { seededRandom } from '../harness/random.js';

const permutations = Number(process.env.LAUREL_TEST_PERMUTATIONS ?? 200);
/** Organisations that are worked on at once: as many as keep two cores busy. */
const lanes = 3;

describe('the path from deal to export', () => {
  let laurel: Laurel;
  beforeAll(async () => {
    laurel = await startLaurel();
  });
  afterAll(() => laurel?.stop());

  const rows = async ({ email }: Force, read: typeof dumpOf): Promise<Dump> =>
    read(laurel.databaseUrl, await organizationOf(laurel.databaseUrl, email));

  it('pays three deals by hand-worked figures, and again the same', async () => {
    const force = await foundForce(laurel, 'Path');
    await saveDeals(force.finance, threeDeals);
    await force.finance.settled();

    const dump = await rows(force, dumpOf);
    expect(dump.credit).toHaveLength(9);
    expect(await statement(force, 'Ann')).toEqual({
      credited: '120000',
      quota: '100000',
      attainment: '1.2',
      earned: '9650',
      dealCount: 3,
      lines: { rows: linesOfAnn },
    });
    expect(await statement(force, 'Hal')).toMatchObject({ earned: '1200' });
    expect(await report(force)).toEqual({ Ann: 96.5, Hal: 12 });

    const before = await rows(force, rowsOf);
    await saveDeals(force.finance, threeDeals.toReversed());
    await recalculate(force);
    expect(await rows(force, rowsOf)).toEqual(before);
    expect(await rows(force, dumpOf)).toEqual(dump);

    await laurel.sql(
      `update earning set lines = set_byte(lines, 51, get_byte(lines, 51) # 1) where line_count > 0`,
    );
    expect(await rows(force, dumpOf)).not.toEqual(dump);
    await recalculate(force);
    expect(await rows(force, dumpOf)).toEqual(dump);
  });

  async function recalculate({ finance }: Force): Promise<void> {
    await finance.ask(`mutation { recalculate(period: "2026-Q1") { partitions } }`);
    await finance.settled();
  }

  it(
    `leaves the same rows after ${permutations} orders and batchings of 300 deals`,
    async () => {
      const random = seededRandom();
      const history = historyOf(random, 300);
      const first = await outcome('Order 0', history.inOrder());
      expect(first.earning!.length).toBeGreaterThan(200);
      let next = 1;
      const lane = async () => {
        while (next < permutations) {
          const name = `Order ${next++}`;
          expect(await outcome(name, history.shuffled(random))).toEqual(first);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
    },
    20 * 60_000,
  );

  async function outcome(name: string, steps: Step[]): Promise<Dump> {
    const force = await foundForce(laurel, name, { quota: '10000000' });
    await applyHistory(force.finance, steps);
    await force.finance.settled();
    return rows(force, dumpOf);
  }

  async function statement({ finance, ids }: Force, name: string) {
    const { statement: found } = await finance.ask<{ statement: Record<string, unknown> }>(
      `query ($id: ID!) { statement(memberId: $id, period: "2026-Q1") {
         credited quota attainment earned dealCount
         lines { rows { deal { externalId } component tier base rate multiplier amount } } } }`,
      { id: ids[name] },
    );
    return found;
  }

  /** What the commission report pays to whom; its amounts are numbers, not text. */
  async function report({ finance }: Force): Promise<Record<string, number>> {
    const response = await finance.fetch('/exports/commission.csv?period=2026-Q1');
    const [head, ...lines] = (await response.text()).replace('\uFEFF', '').trimEnd().split(/\r?\n/);
    const columns = head!.split(',');
    const paid: Record<string, number> = {};
    for (const line of lines) {
      const cells = line.split(',');
      const payee = cells[columns.indexOf('payee')]!;
      paid[payee] = (paid[payee] ?? 0) + Number(cells[columns.indexOf('amount')]);
    }
    return paid;
  }
});

const deal = (externalId: string, amount: string, product: string, closedOn: string) => ({
  externalId,
  owner: 'Ann',
  amount,
  product,
  closedOn,
  status: 'won',
});

/** Quota 1,000.00; tiers 5 % to half of it, 8 % to all of it, 10 % above. */
const threeDeals = [
  deal('one', '40000', 'Gold', '2026-01-10'),
  deal('two', '30000', 'Plain', '2026-02-10'),
  deal('three', '50000', 'Starter', '2026-03-10'),
];

const line = (
  externalId: string,
  tier: number | null,
  base: string,
  rate: string,
  multiplier: string,
  amount: string,
  component = 'commission',
) => ({ deal: { externalId }, component, tier, base, rate, multiplier, amount });

/** 24.00 + 5.00 + 16.00 + 24.00 + 20.00 and 7.50 for the Starter. */
const linesOfAnn = [
  line('one', 0, '40000', '0.05', '1.2', '2400'),
  line('two', 0, '10000', '0.05', '1', '500'),
  line('two', 1, '20000', '0.08', '1', '1600'),
  line('three', 1, '30000', '0.08', '1', '2400'),
  line('three', 2, '20000', '0.1', '1', '2000'),
  line('three', null, '750', '1', '1', '750', 'starter'),
];
