import type { Browser } from '../harness/client.js';
import { dumpOf, organizationOf, type Dump } from '../harness/dump.js';
import { awaitImport, importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { addPeople, found, join, savePlan, saveQuotas } from '../harness/organization.js';

const email = 'undo@example.com';
const plan = {
  currency: 'EUR',
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
};
const undo = `mutation ($id: ID!) { undoImport(id: $id) { id } }`;
const quotas = (period: string, amount: string) =>
  `member,period,amount\nAnn,${period},${amount}\nBen,${period},${amount}\n`;
const deals = (amount: string) =>
  `deal id,owner,product,amount,status,closed\nD-1,Ann,Lamp,${amount},won,2026-01-15\n`;

describe('an import taken back', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let people: Record<string, string>;
  let organization: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Undo', email);
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    await savePlan(finance, plan, [people.Ann!, people.Ben!]);
    await importFile(finance, 'product', 'products.csv', 'name\nLamp\n');
    await importFile(finance, 'deal', 'deals.csv', deals('1000.00'));
    await importFile(
      finance,
      'payment',
      'payments.csv',
      'deal,payment id,received,amount\nD-1,P-1,2026-01-31,5\n',
    );
    await saveQuotas(finance, [{ memberId: people.Ann!, period: '2026-Q1', amount: '50000' }]);
    organization = await organizationOf(laurel.databaseUrl, email);
  }, 120_000);
  afterAll(() => laurel?.stop());

  async function figures(): Promise<Dump> {
    await admin.settled();
    return dumpOf(laurel.databaseUrl, organization);
  }

  async function takeBack(id: string): Promise<void> {
    await finance.ask(undo, { id });
    await awaitImport(finance, id, 'undone');
  }

  it.each([
    ['quota', quotas('2026-Q1', '2000.00')],
    ['deal', deals('3000.00') + 'D-2,Ben,Lamp,400,won,2026-01-20\n'],
    ['payment', 'deal,payment id,received,amount\nD-1,P-1,2026-02-01,4.00\nD-1,P-2,2026-02-01,6\n'],
    ['product', 'name,price\nLamp,12.00\nDesk,99.00\n'],
    ['account', 'name,sector\nDorn & Co,Retail\n'],
  ])(
    'leaves every figure as it was before the file: %s',
    async (kind, content) => {
      const before = await figures();
      const { id, createdCount } = await importFile(finance, kind, 'file.csv', content);
      expect(createdCount).toBe(1);
      if (['quota', 'deal', 'payment'].includes(kind)) expect(await figures()).not.toEqual(before);
      await takeBack(id);
      expect(await figures()).toEqual(before);
      const stored = await laurel.sql(`select name, list_price from product`);
      expect(stored).toEqual([{ name: 'Lamp', list_price: null }]);
      expect(await laurel.sql(`select name from account`)).toEqual([]);
    },
    60_000,
  );

  it('is refused when a row was changed since', async () => {
    const { id } = await importFile(finance, 'quota', 'file.csv', quotas('2026-Q2', '2000.00'));
    const inputs = [{ memberId: people.Ann!, period: '2026-Q2', amount: '300000' }];
    await saveQuotas(finance, inputs);
    const before = await figures();
    expect(await finance.refusal(undo, { id })).toBe('CHANGED_SINCE');
    expect(await figures()).toEqual(before);
  });

  it('is refused when a row was taken away since', async () => {
    const { id } = await importFile(finance, 'quota', 'file.csv', quotas('2026-Q3', '2000.00'));
    await saveQuotas(finance, [{ memberId: people.Ann!, period: '2026-Q3', amount: null }]);
    expect(await finance.refusal(undo, { id })).toBe('CHANGED_SINCE');
  });

  it('is refused when a period it counts in is closed', async () => {
    const { id } = await importFile(finance, 'quota', 'file.csv', quotas('2027', '2000.00'));
    await finance.settled();
    await laurel.sql(`update period set status = 'closed' where name = '2027'`);
    expect(await finance.refusal(undo, { id })).toBe('PERIOD_LOCKED');
    const stored = await laurel.sql(`select amount from quota where period = '2027'`);
    expect(stored).toHaveLength(2);
  });

  it('is refused when deals were made with what it brought in', async () => {
    const { id } = await importFile(finance, 'product', 'file.csv', 'name\nChair\n');
    await importFile(finance, 'deal', 'file.csv', deals('5.00').replaceAll(/Lamp|D-1/g, 'Chair'));
    expect(await finance.refusal(undo, { id })).toBe('IN_USE');
  });

  it('is refused for people, who may be at work by now', async () => {
    const { id } = await importFile(admin, 'person', 'file.csv', 'name,team\nCem,North\n');
    expect(await admin.refusal(undo, { id })).toBe('NOT_UNDOABLE');
  });
});
