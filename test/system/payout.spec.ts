import { parse } from 'csv-parse/sync';
import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { close, lock } from '../harness/locked.js';
import { addPeople, addressOf, found, join, saveDeals, savePlan } from '../harness/organization.js';

const period = '2025-Q4';
const flat = {
  currency: 'EUR',
  period: 'quarter',
  components: [{ kind: 'flat', name: 'share', title: { en: 'Share', de: 'Anteil' }, rate: '0.05' }],
};
const rate = (from: string, to: string, day: string, worth: string) => ({
  from,
  to,
  day,
  rate: worth,
  source: 'SNB',
});

describe('a payout', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Payouts', 'admin@payouts.example');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Urs', role: 'rep', currency: 'CHF' },
      { name: 'Yen', role: 'rep', currency: 'JPY' },
      { name: 'Mia', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    const payees = ['Ann', 'Urs', 'Yen'];
    await savePlan(
      finance,
      flat,
      payees.map((name) => people[name]!),
    );
    const won = { amount: '100000', currency: 'EUR', status: 'won', closedOn: '2025-10-05' };
    await saveDeals(
      finance,
      payees.map((name) => ({ ...won, externalId: `D-${name}`, owner: name })),
    );
    await finance.settled();
  }, 120_000);
  afterAll(() => laurel?.stop());

  async function paid(name: string) {
    const { statement } = await finance.ask<{
      statement: { payout: string; paidIn: object | null };
    }>(
      `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) {
         payout paidIn { currency amount rate source day } } }`,
      { id: people[name], period },
    );
    return statement;
  }

  async function missing(): Promise<number | undefined> {
    const { periodChecklist } = await finance.ask<{
      periodChecklist: { code: string; count: number }[];
    }>(`query ($period: String!) { periodChecklist(period: $period) { code count } }`, { period });
    return periodChecklist.find(({ code }) => code === 'PAYOUT_RATE_MISSING')?.count;
  }

  const saveRates = (...inputs: object[]) =>
    finance.ask(
      `mutation ($inputs: [ExchangeRateInput!]!) { saveExchangeRates(inputs: $inputs) { id } }`,
      { inputs },
    );

  it('in another currency waits for a rate, and is a point of the checklist until there is one', async () => {
    const none = { amount: null, rate: null, source: null, day: null };
    expect(await paid('Ann')).toEqual({ payout: '5000', paidIn: null });
    expect(await paid('Urs')).toEqual({ payout: '5000', paidIn: { currency: 'CHF', ...none } });
    expect(await missing()).toBe(2);
  });

  it('goes by the rate of the period’s last day, by its own pair before the opposite one', async () => {
    await saveRates(
      rate('EUR', 'CHF', '2025-12-31', '0.93337'),
      rate('EUR', 'CHF', '2026-01-01', '0.5'),
      rate('CHF', 'EUR', '2025-12-31', '9'),
      rate('JPY', 'EUR', '2025-11-01', '0.006'),
    );
    // 50.00 × 0.93337 = 46.6685, and 50 ÷ 0.006 = 8,333.33 yen.
    expect((await paid('Urs')).paidIn).toEqual({
      currency: 'CHF',
      amount: '4667',
      rate: '0.93337',
      source: 'SNB',
      day: '2025-12-31',
    });
    expect((await paid('Yen')).paidIn).toMatchObject({ amount: '8333', rate: '500/3' });
    expect(await missing()).toBe(0);
  });

  it('stays what it was when the period is locked, and stands in the report', async () => {
    const before = [await paid('Urs'), await paid('Yen')];
    await finance.settled();
    await close(finance, period);
    await lock(finance, period);
    await saveRates(rate('EUR', 'CHF', '2025-12-31', '0.9'));
    const urs = { id: people.Urs, name: 'Urs', role: 'rep', email: addressOf('Urs') };
    await admin.ask(`mutation ($input: MemberInput!) { saveMember(input: $input) { id } }`, {
      input: { ...urs, currency: 'EUR' },
    });
    expect([await paid('Urs'), await paid('Yen')]).toEqual(before);
    const report = await finance.fetch(`/exports/commission.csv?period=${period}`);
    const rows: Record<string, string>[] = parse(await report.text(), { columns: true, bom: true });
    expect(rows.map(({ paid_in: currency, paid_rate: rate }) => [currency, rate])).toEqual([
      ['', ''],
      ['CHF', '0.93337'],
      ['JPY', '166.666666666667'],
    ]);
  });

  it('has a statement also where only balances move, which takes earnings that come later', async () => {
    const holding = { ...flat, holdback: { share: '0.5', release: { by: 'cash' } } };
    await savePlan(finance, holding, [people.Mia!], { name: 'Holding' });
    const deal = { owner: people.Mia!, currency: 'EUR', amount: '100000', status: 'won' };
    await saveDeals(finance, [{ ...deal, externalId: 'M-1', closedOn: '2026-01-10' }]);
    const statements = async () => {
      await finance.settled();
      const { statementHistory } = await finance.ask<{
        statementHistory: { id: string; period: string; earned: string; payout: string }[];
      }>(`query ($id: ID!) { statementHistory(memberId: $id) { id period earned payout } }`, {
        id: people.Mia!,
      });
      return statementHistory.filter((each) => each.period !== '2026-Q1');
    };
    const payment = { deal: 'M-1', externalId: 'P-1', receivedOn: '2026-08-05', amount: '100000' };
    expect(await statements()).toEqual([]);
    await finance.ask(
      `mutation ($inputs: [PaymentInput!]!) { savePayments(inputs: $inputs) { created } }`,
      { inputs: [payment] },
    );
    const [released, ...others] = await statements();
    expect(released).toMatchObject({ period: '2026-Q3', earned: '0', payout: '2500' });
    expect(others).toEqual([]);
    const august = { ...deal, externalId: 'M-2', amount: '40000', closedOn: '2026-08-15' };
    await saveDeals(finance, [august]);
    expect(await statements()).toEqual([{ ...released, earned: '2000', payout: '3500' }]);
    await saveDeals(finance, [{ ...august, status: 'lost' }]);
    expect(await statements()).toEqual([released]);
  });
});
