import type { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  found,
  join,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';

const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'spiff',
      name: 'lamps',
      title: { en: 'Lamps', de: 'Lampen' },
      product: 'Lamp',
      amount: '5',
    },
  ],
};
const savePayments = `mutation ($inputs: [PaymentInput!]!) {
  savePayments(inputs: $inputs) { created updated unchanged payments { id amount currency } } }`;
const paymentsOf = `query ($id: ID!) { deal(id: $id) {
  payments { externalId receivedOn amount currency } cancelledOn cancelReason monthsServed } }`;

type Paid = { externalId: string; receivedOn: string; amount: string; currency: string };
type Facts = { payments: Paid[]; cancelledOn: string | null; monthsServed: number | null };

/** What happens to a sale after it: each a fact that is told to those who compute from it. */
describe('facts of a deal', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let rep: Browser;
  let people: Record<string, string>;
  let deal: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Facts', 'facts@example.com');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    rep = await join(laurel, admin, people.Ann!);
    await importFile(finance, 'product', 'products.csv', 'name\nLamp\n');
    await savePlan(finance, plan, [people.Ann!]);
    // With a quota every quarter has a statement.
    const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'];
    await saveQuotas(
      finance,
      quarters.map((period) => ({ memberId: people.Ann!, period, amount: '100000' })),
    );
    const { deals } = await saveDeals(finance, [
      {
        externalId: 'D-1',
        owner: people.Ann!,
        amount: '100000',
        product: 'Lamp',
        status: 'won',
        closedOn: '2026-01-20',
        bookedOn: '2026-01-22',
        invoicedOn: '2026-02-03',
        contractMonths: 24,
      },
    ]);
    deal = deals[0]!.id;
    await admin.settled();
  }, 120_000);
  afterAll(() => laurel?.stop());

  const facts = async (browser = finance) =>
    (await browser.ask<{ deal: Facts }>(paymentsOf, { id: deal })).deal;
  const pay = (...inputs: object[]) =>
    finance.ask<{ savePayments: { created: number; payments: { id: string }[] } }>(savePayments, {
      inputs: inputs.map((input) => ({ deal: 'D-1', ...input })),
    });
  const first = { externalId: 'P-1', receivedOn: '2026-04-10', amount: '40000' };

  /** The periods whose pay is computed because of the work: their statements come back. */
  async function computed(work: () => Promise<unknown>): Promise<string[]> {
    await admin.settled();
    await laurel.sql(`delete from statement`);
    await work();
    await admin.settled();
    const rows = await laurel.sql<{ period: string }>(
      `select period from statement order by period`,
    );
    return rows.map(({ period }) => period);
  }

  it('knows when it was booked and invoiced, by program and by file', async () => {
    const days = `query ($id: ID!) { deal(id: $id) { bookedOn invoicedOn contractMonths } }`;
    expect(await finance.ask(days, { id: deal })).toEqual({
      deal: { bookedOn: '2026-01-22', invoicedOn: '2026-02-03', contractMonths: 24 },
    });
    const file = 'deal id,owner,invoice date,contract term\nD-1,Ann,2026-02-05,12\n';
    await importFile(finance, 'deal', 'deals.csv', file);
    expect(await finance.ask(days, { id: deal })).toEqual({
      deal: { bookedOn: '2026-01-22', invoicedOn: '2026-02-05', contractMonths: 12 },
    });
  });

  it('takes payments and refunds, and the same ones again without a trace', async () => {
    const both = [first, { externalId: 'P-2', receivedOn: '2026-05-02', amount: '-2500' }];
    expect((await pay(...both)).savePayments).toMatchObject({ created: 2, unchanged: 0 });
    expect((await pay(...both)).savePayments).toMatchObject({ created: 0, unchanged: 2 });
    const { payments } = await facts(rep);
    expect(payments).toEqual([
      { externalId: 'P-2', receivedOn: '2026-05-02', amount: '-2500', currency: 'EUR' },
      { ...first, currency: 'EUR' },
    ]);
  });

  it('saves no payment of a batch in which one is wrong, and names each', async () => {
    const { errors } = await finance.send(savePayments, {
      inputs: [
        { ...first, deal: 'D-1', amount: '99' },
        { ...first, deal: 'D-404' },
        { ...first, deal: 'D-1', externalId: 'P-3', currency: 'USD' },
      ],
    });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'PAYMENT_REFUSED',
      rows: [
        { row: 1, field: 'deal', code: 'UNKNOWN_DEAL' },
        { row: 2, field: 'currency', code: 'OTHER_CURRENCY' },
      ],
    });
    expect((await facts()).payments).toHaveLength(2);
  });

  it('has pay computed for the period of the sale and of the payment, of both days when it moves', async () => {
    expect(await computed(() => pay(first))).toEqual([]);
    expect(await computed(() => pay({ ...first, amount: '50000' }))).toEqual([
      '2026-Q1',
      '2026-Q2',
    ]);
    const moved = { ...first, receivedOn: '2026-07-01' };
    expect(await computed(() => pay(moved))).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
  });

  it('forgets a payment that was a mistake', async () => {
    const { payments } = (await pay({ ...first, amount: '1' })).savePayments;
    const remove = `mutation ($id: ID!) { removePayment(id: $id) }`;
    const gone = () => finance.ask(remove, { id: payments[0]!.id });
    expect(await computed(gone)).toEqual(['2026-Q1', '2026-Q2']);
    expect((await facts()).payments.map(({ externalId }) => externalId)).toEqual(['P-2']);
    expect(await gone()).toEqual({ removePayment: false });
  });

  it('is imported from a file of payments, whose wrong rows stay out', async () => {
    const file = [
      'order number,payment id,received on,amount,currency',
      'D-1,F-1,2026-08-01,12.50,EUR',
      'D-9,F-2,2026-08-01,12.50,EUR',
      'D-1,F-3,2026-08-01,12.50,USD',
    ].join('\n');
    const done = await importFile(finance, 'payment', 'payments.csv', file);
    expect(done).toMatchObject({ createdCount: 1, rejectedCount: 2 });
    const { payments } = await facts();
    expect(payments[0]).toMatchObject({ externalId: 'F-1', amount: '1250' });
  });

  describe('when the customer goes back on it', () => {
    const cancel = `mutation ($id: ID!, $on: Day!) {
      cancelDeal(id: $id, on: $on, reason: "Moved", monthsServed: 9) { status cancelledOn } }`;
    const reinstate = `mutation ($id: ID!) { reinstateDeal(id: $id) { cancelledOn } }`;

    it('stays won, and pay of the day is computed', async () => {
      const again = await computed(() => finance.ask(cancel, { id: deal, on: '2026-11-02' }));
      expect(again).toContain('2026-Q1');
      expect(again).toContain('2026-Q4');
      expect(await facts()).toMatchObject({ cancelledOn: '2026-11-02', monthsServed: 9 });
      const [sold] = await laurel.sql(`select status from deal where cancelled_on is not null`);
      expect(sold).toEqual({ status: 'won' });
    });

    it('and back again', async () => {
      const again = await computed(() => finance.ask(reinstate, { id: deal }));
      expect(again).toContain('2026-Q4');
      expect(await facts()).toMatchObject({ cancelledOn: null, monthsServed: null });
      expect(await computed(() => finance.ask(reinstate, { id: deal }))).toEqual([]);
    });

    it('is refused before the day of the sale, and to whoever it would pay', async () => {
      const early = { id: deal, on: '2026-01-19' };
      expect(await finance.refusal(cancel, early)).toBe('CANCELLATION_REFUSED');
      expect(await rep.refusal(cancel, { id: deal, on: '2026-11-02' })).toBe('FORBIDDEN');
    });

    it('comes by file, and goes with the file', async () => {
      const file =
        'deal id,owner,cancelled on,cancellation reason,months served\nD-1,Ann,2026-12-01,Moved,10\n';
      const { id, updatedCount } = await importFile(finance, 'deal', 'deals.csv', file);
      expect(updatedCount).toBe(1);
      expect(await facts()).toMatchObject({ cancelledOn: '2026-12-01', monthsServed: 10 });
      const undo = () => finance.ask(`mutation ($id: ID!) { undoImport(id: $id) { id } }`, { id });
      expect(await computed(undo)).toContain('2026-Q4');
      expect(await facts()).toMatchObject({ cancelledOn: null, monthsServed: null });
    });

    it('ends with the sale itself', async () => {
      await finance.ask(cancel, { id: deal, on: '2026-11-02' });
      const lost = { externalId: 'D-1', owner: people.Ann!, amount: '100000', status: 'lost' };
      expect(await computed(() => saveDeals(rep, [lost]))).toContain('2026-Q4');
      expect(await facts()).toMatchObject({ cancelledOn: null });
    });
  });
});
