import type { Browser } from '../harness/client.js';
import { dumpOf, organizationOf } from '../harness/dump.js';
import { awaitImport, importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  found,
  join,
  saveDeals,
  savePlan,
  saveQuotas,
} from '../harness/organization.js';

const email = 'rates@example.com';
const tiers = (currency: string) => ({
  currency,
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [
        { from: '0', rate: '0.05' },
        { from: '1', rate: '0.1' },
      ],
    },
  ],
});
const won = (externalId: string, owner: string, amount: string, currency: string, day: string) => ({
  externalId,
  owner,
  amount,
  currency,
  status: 'won',
  closedOn: day,
});
const save = `mutation ($inputs: [ExchangeRateInput!]!) {
  saveExchangeRates(inputs: $inputs) { id from to day rate source } }`;
const undo = `mutation ($id: ID!) { undoImport(id: $id) { id } }`;

type Rate = { id: string; from: string; to: string; day: string; rate: string; source: string };
const usd = (day: string, rate: string) => ({ from: 'USD', to: 'EUR', day, rate, source: 'ECB' });

describe('exchange rates', () => {
  let laurel: Laurel;
  let finance: Browser;
  let people: Record<string, string>;
  let organization: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Rates', email);
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Yen', role: 'rep', currency: 'JPY' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    await savePlan(finance, tiers('EUR'), [people.Ann!], { name: 'Euro' });
    await savePlan(finance, tiers('JPY'), [people.Yen!], { name: 'Yen' });
    const quota = (name: string, amount: string) => ({
      memberId: people[name]!,
      period: '2026-Q1',
      amount,
    });
    await saveQuotas(finance, [quota('Ann', '200000'), quota('Yen', '300000')]);
    await saveDeals(finance, [
      won('euro', 'Ann', '50000', 'EUR', '2026-01-05'),
      won('dollar', 'Ann', '100001', 'USD', '2026-01-15'),
      won('yen', 'Yen', '100000', 'EUR', '2026-02-01'),
    ]);
    organization = await organizationOf(laurel.databaseUrl, email);
  }, 120_000);
  afterAll(() => laurel?.stop());

  async function statement(name: string) {
    await finance.settled();
    const { statement: found } = await finance.ask<{
      statement: { problems: { code: string; message: string }[] };
    }>(
      `query ($id: ID!) { statement(memberId: $id, period: "2026-Q1") {
         credited quota earned currency dealCount problems { code message } } }`,
      { id: people[name] },
    );
    return found;
  }

  const saveRates = async (...inputs: object[]): Promise<Rate[]> =>
    (await finance.ask<{ saveExchangeRates: Rate[] }>(save, { inputs })).saveExchangeRates;
  const remove = (id: string) =>
    finance.ask<{ removeExchangeRate: boolean }>(
      `mutation ($id: ID!) { removeExchangeRate(id: $id) }`,
      { id },
    );
  const missing = async () =>
    (
      await finance.ask<{ missingRates: object[] }>(
        `{ missingRates { from to firstDay lastDay deals } }`,
      )
    ).missingRates;
  const figures = async () => {
    await finance.settled();
    return dumpOf(laurel.databaseUrl, organization);
  };

  it('that are missing stop those lines only, and are named', async () => {
    expect(await statement('Ann')).toEqual({
      credited: '50000',
      quota: '200000',
      earned: '2500',
      currency: 'EUR',
      dealCount: 1,
      problems: [{ code: 'RATE_MISSING', message: expect.stringContaining('dollar is in USD') }],
    });
    expect(await missing()).toEqual([
      { from: 'EUR', to: 'JPY', firstDay: '2026-02-01', lastDay: '2026-02-01', deals: 1 },
      { from: 'USD', to: 'EUR', firstDay: '2026-01-15', lastDay: '2026-01-15', deals: 1 },
    ]);
  });

  it('that come late repair the statement', async () => {
    await saveRates(usd('2026-01-01', '0.90'));
    // 1,000.01 dollars are 900.009 euros: 900.01, so 5 % of 1,400.01 and each line rounded.
    expect(await statement('Ann')).toEqual({
      credited: '140001',
      quota: '200000',
      earned: '7000',
      currency: 'EUR',
      dealCount: 2,
      problems: [],
    });
  });

  it('may be the inverse of the opposite pair, between currencies of other digits', async () => {
    const [rate] = await saveRates({ from: 'JPY', to: 'EUR', day: '2026-01-01', rate: '0.005' });
    expect(rate).toMatchObject({ rate: '0.005', source: '' });
    // 1,000 euros ÷ 0.005 are 200,000 yen of a quota of 300,000.
    expect(await statement('Yen')).toMatchObject({ credited: '200000', earned: '10000' });
  });

  it('hold from their day until the next of the pair, and change pay when they change', async () => {
    const before = await figures();
    const [later] = await saveRates(usd('2026-01-16', '0.5'));
    expect(await figures()).toEqual(before);
    const [earlier] = await saveRates(usd('2026-01-15', '0.8'));
    expect(await statement('Ann')).toMatchObject({ credited: '130001', earned: '6500' });
    expect(await remove(earlier!.id)).toEqual({ removeExchangeRate: true });
    expect(await remove(later!.id)).toEqual({ removeExchangeRate: true });
    expect(await remove(later!.id)).toEqual({ removeExchangeRate: false });
    expect(await figures()).toEqual(before);
  });

  it('come by file, and the file can be taken back', async () => {
    const before = await figures();
    const file =
      'Von;Nach;Datum;Kurs;Quelle\nUSD;EUR;01.01.2026;0,7;EZB\nUSD;EUR;15.01.2026;0,6125;EZB\n';
    const done = await importFile(finance, 'exchangeRate', 'kurse.csv', file);
    expect(done).toMatchObject({ createdCount: 1, updatedCount: 1, rejectedCount: 0 });
    // 1,000.01 × 0.6125 = 612.506125
    expect(await statement('Ann')).toMatchObject({ credited: '111251' });
    await finance.ask(undo, { id: done.id });
    await awaitImport(finance, done.id, 'undone');
    expect(await figures()).toEqual(before);
    const rates = await laurel.sql(
      `select rate, source from exchange_rate where from_currency = 'USD'`,
    );
    expect(rates).toEqual([{ rate: '0.9', source: 'ECB' }]);
  });

  it('of a file that were changed since keep it from being taken back', async () => {
    const { id } = await importFile(
      finance,
      'exchangeRate',
      'a.csv',
      'from,to,day,rate\nCHF,EUR,2026-01-01,1.05\n',
    );
    await saveRates({ from: 'CHF', to: 'EUR', day: '2026-01-01', rate: '1.06' });
    expect(await finance.refusal(undo, { id })).toBe('CHANGED_SINCE');
  });

  it('of a file that are wrong are refused by line and field', async () => {
    const rows = [
      'from,to,day,rate',
      'SEK,EUR,2026-01-01,0.0912',
      'SEK,SEK,2026-01-02,1.0000',
      'SEK,EUR,2026-01-01,0.0999',
      'SEK,EUR,2026-01-03,-0.0912',
      'KRONA,EUR,2026-01-03,0.0912',
      'SEK,EUR,2026-02-30,0.0912',
    ];
    const columns = { from: 'from', to: 'to' };
    const done = await importFile(finance, 'exchangeRate', 'b.csv', rows.join('\n'), columns);
    expect(done).toMatchObject({ createdCount: 1, rejectedCount: 5 });
    const { importRejections } = await finance.ask<{ importRejections: { rows: object[] } }>(
      `query ($id: ID!) { importRejections(importId: $id) { rows { row field code } } }`,
      { id: done.id },
    );
    expect(importRejections.rows).toEqual([
      { row: 3, field: 'to', code: 'SAME_CURRENCY' },
      { row: 4, field: 'from', code: 'REPEATED' },
      { row: 5, field: 'rate', code: 'NOT_A_RATE' },
      { row: 6, field: 'from', code: 'UNKNOWN_CURRENCY' },
      { row: 7, field: 'day', code: 'NOT_A_DAY' },
    ]);
  });

  it('are saved all or none, and a list says which row is wrong', async () => {
    const before = await laurel.sql(`select * from exchange_rate order by id`);
    const inputs = [usd('2026-03-01', '1'), usd('2026-03-02', '0'), usd('2026-03-01', '2')];
    const { errors } = await finance.send(save, { inputs });
    expect(errors?.[0]).toMatchObject({
      message: 'Row 2: “0” is not a rate above 0 such as 0.9215. Nothing was saved.',
      extensions: {
        code: 'BAD_RATES',
        field: 'rate',
        rows: [
          { row: 2, field: 'rate', code: 'NOT_A_RATE' },
          { row: 3, field: 'day', code: 'REPEATED' },
        ],
      },
    });
    expect(await laurel.sql(`select * from exchange_rate order by id`)).toEqual(before);
  });

  it('are listed by pair, newest first, by currency and days, a page at a time', async () => {
    await saveRates(usd('2027-01-01', '0.91'), usd('2028-01-01', '0.92'));
    const { exchangeRates } = await finance.ask<{ exchangeRates: object }>(
      `{ exchangeRates(filter: { currency: "USD", dayFrom: "2026-01-01", dayTo: "2028-01-01" }, page: { first: 1, offset: 0 }) {
         total rows { day rate } } }`,
    );
    expect(exchangeRates).toEqual({ total: 2, rows: [{ day: '2027-01-01', rate: '0.91' }] });
  });
});
