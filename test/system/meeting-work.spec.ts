import pg from 'pg';
import type { Browser } from '../harness/client.js';
import { asOwner } from '../harness/database.js';
import { eventually } from '../harness/eventually.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, saveDeals, savePlan } from '../harness/organization.js';

const title = { en: 'Pay', de: 'Provision' };
const plan = {
  currency: 'EUR',
  period: 'month',
  components: [{ kind: 'flat', name: 'pay', title, rate: '0.1' }],
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const reconcileMs = 200;

/** What comes while the same figures are just being written: nothing of it is lost, and nothing is done twice. */
describe('work that meets other work', () => {
  let laurel: Laurel;
  let finance: Browser;
  let ann: string;

  beforeAll(async () => {
    laurel = await startLaurel({ RECONCILE_MS: String(reconcileMs) });
    const admin = await found(laurel, 'Meeting', 'meeting@example.com');
    const people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
    ]);
    ann = people.Ann!;
    finance = await join(laurel, admin, people.Fin!);
    await savePlan(finance, plan, [ann]);
    await saveRate('2026-01-01', '0.5');
    await saveDeals(finance, [dealOf('first', '2026-01-10', 'EUR')]);
    await finance.settled();
  }, 60_000);
  afterAll(() => laurel?.stop());

  const dealOf = (externalId: string, closedOn: string, currency: string) => ({
    externalId,
    owner: ann,
    amount: '100000',
    currency,
    status: 'won',
    closedOn,
  });

  const saveRate = (day: string, rate: string) =>
    finance.ask(
      `mutation ($inputs: [ExchangeRateInput!]!) { saveExchangeRates(inputs: $inputs) { day } }`,
      { inputs: [{ from: 'USD', to: 'EUR', day, rate }] },
    );

  const recalculate = () =>
    finance.ask(`mutation { recalculate(period: "2026-01") { partitions } }`);

  /** What was credited becomes another amount, past all triggers: whoever recalculates finds it, and nobody else is told. */
  const alter = (amount: number) =>
    asOwner(laurel.databaseUrl, (client) =>
      client.query(`set session_replication_role = replica; set statement_timeout = '5s';
        update credit_entry set amount = ${amount} where credited_on = '2026-01-10';
        insert into credit_month_due (organization_id, payee_id, month)
          select organization_id, payee_id, '2026-01-01' from credit_entry where credited_on = '2026-01-10'
          on conflict (organization_id, payee_id, month) do update set changed_by = excluded.changed_by`),
    );

  async function earned(period: string): Promise<string> {
    await finance.settled();
    const { statement } = await finance.ask<{ statement: { earned: string } }>(
      `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) { earned } }`,
      { id: ann, period },
    );
    return statement.earned;
  }

  const waits = (what: string): Promise<boolean> =>
    laurel
      .sql<{ waits: boolean }>(
        `select exists (select from pg_locks where not granted and ${what}) as waits`,
      )
      .then(([row]) => row!.waits);

  /** Does something while pay can be read and not be written, from when somebody has read it and wants to write it. */
  async function whileWritingWaits(begin: () => Promise<unknown>, meet: () => Promise<unknown>) {
    const client = new pg.Client({ connectionString: laurel.databaseUrl });
    await client.connect();
    try {
      await client.query(`begin; lock table earning in share mode`);
      await begin();
      await eventually(() => waits(`relation = 'earning'::regclass`), Boolean);
      await meet();
    } finally {
      await client.end();
    }
  }

  it('is looked for once the deals that are being credited are there: a rate that changes meanwhile', async () => {
    await whileWritingWaits(
      () => saveDeals(finance, [dealOf('dollars', '2026-02-10', 'USD')]),
      async () => {
        await saveRate('2026-02-01', '0.9');
        const due = `select from outbox where job = 'rate.changed'`;
        await eventually(
          async () => !(await laurel.sql(due)).length || (await waits(`locktype = 'advisory'`)),
          Boolean,
        );
      },
    );
    expect(await earned('2026-02')).toBe('9000');
  });

  it('is done again after it when it was asked for meanwhile', async () => {
    await alter(200_000);
    await whileWritingWaits(recalculate, async () => {
      await alter(300_000);
      await recalculate();
    });
    expect(await earned('2026-01')).toBe('30000');
  });

  it('is not begun again when it was only handed out again meanwhile', async () => {
    await alter(400_000);
    await whileWritingWaits(recalculate, async () => {
      await pause(5 * reconcileMs);
      await alter(500_000);
    });
    expect(await earned('2026-01')).toBe('40000');
    await pause(2 * reconcileMs);
    expect(await earned('2026-01')).toBe('40000');
  });
});
