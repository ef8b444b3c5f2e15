import type { Browser } from '../harness/client.js';
import { dumpOf, organizationOf } from '../harness/dump.js';
import { awaitImport, importFile } from '../harness/import.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import {
  addPeople,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
  type DealInput,
} from '../harness/organization.js';

const email = 'crediting@example.com';
const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'override',
      name: 'team',
      title: { en: 'Team', de: 'Team' },
      rate: '0.01',
      levels: 5,
    },
  ],
};
const people = ['Ann', 'Ben', 'Cem'] as const;
const leaders = ['Lea', 'Max', 'Top'] as const;

const won = (externalId: string, more: object = {}): DealInput => ({
  externalId,
  owner: 'Ann',
  amount: '10001',
  status: 'won',
  closedOn: '2026-01-15',
  ...more,
});
const split = (payee: string, share: string, kind = 'split') => ({ payee, share, kind });

describe('crediting', () => {
  let laurel: Laurel;
  let finance: Browser;
  let organization: string;

  /** Ann and Ben under Lea, Cem under Max, both teams under Top. */
  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Crediting', email);
    const ids = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      ...people.map((name) => ({ name, role: 'rep' as const })),
      ...leaders.map((name) => ({ name, role: 'manager' as const })),
    ]);
    const all = await addTeam(admin, 'All');
    const north = await addTeam(admin, 'North', all);
    const south = await addTeam(admin, 'South', all);
    await place(admin, all, [ids.Top!], { position: 'manager' });
    await place(admin, north, [ids.Lea!], { position: 'manager' });
    await place(admin, south, [ids.Max!], { position: 'manager' });
    await place(admin, north, [ids.Ann!, ids.Ben!]);
    await place(admin, south, [ids.Cem!]);
    finance = await join(laurel, admin, ids.Fin!);
    await savePlan(
      finance,
      plan,
      Object.values(ids).filter((id) => id !== ids.Fin),
    );
    organization = await organizationOf(laurel.databaseUrl, email);
  }, 120_000);
  afterAll(() => laurel?.stop());

  type Credit = { kind: string; level: number; amount: string; payee: { name: string } };

  async function creditsOf(externalId: string): Promise<string[]> {
    await finance.settled();
    const { deals } = await finance.ask<{ deals: { rows: { credits: Credit[] }[] } }>(
      `query ($search: String) { deals(filter: { search: $search }) { rows {
         credits { kind level amount payee { name } } } } }`,
      { search: externalId },
    );
    return deals.rows[0]!.credits.map(
      ({ payee, kind, amount }) => `${payee.name} ${kind} ${amount}`,
    ).sort();
  }

  const figures = async () => {
    await finance.settled();
    return dumpOf(laurel.databaseUrl, organization);
  };

  async function refusal(deal: object) {
    const { errors } = await finance.send(
      `mutation ($input: DealInput!) { saveDeal(input: $input) { id } }`,
      { input: deal },
    );
    return errors?.[0];
  }

  const asAnnAlone = ['Ann direct 10001', 'Lea rollUp 10001', 'Top rollUp 10001'];

  it('splits a deal to the minor unit, and managers get the sum of their people once', async () => {
    const splits = [split('Ann', '0.5'), split('Ben', '0.25'), split('Cem', '0.25')];
    await saveDeals(finance, [won('S-1', { splits: [...splits, split('Max', '0.1', 'overlay')] })]);
    expect(await creditsOf('S-1')).toEqual([
      'Ann split 5001',
      'Ben split 2500',
      'Cem split 2500',
      'Lea rollUp 7501',
      'Max overlay 1000',
      'Max rollUp 2500',
      'Top rollUp 10001',
    ]);
  });

  it('keeps the shares when they are not mentioned, and clears them by null', async () => {
    const { updated } = await saveDeals(finance, [won('S-1', { region: 'Nord' })]);
    expect(updated).toBe(1);
    expect(await creditsOf('S-1')).toContain('Cem split 2500');
    expect(await saveDeals(finance, [won('S-1')])).toMatchObject({ unchanged: 1 });
    await saveDeals(finance, [won('S-1', { splits: null })]);
    expect(await creditsOf('S-1')).toEqual(asAnnAlone);
    const { deal } = await shares('S-1');
    expect(deal.splits).toEqual([]);
  });

  async function shares(externalId: string) {
    const { deals } = await finance.ask<{ deals: { rows: { id: string }[] } }>(
      `query ($search: String) { deals(filter: { search: $search }) { rows { id } } }`,
      { search: externalId },
    );
    return finance.ask<{ deal: { splits: object[] } }>(
      `query ($id: ID!) { deal(id: $id) { splits { share kind payee { name } } } }`,
      { id: deals.rows[0]!.id },
    );
  }

  it.each([
    [
      [split('Ann', '0.3333'), split('Ben', '0.3333'), split('Cem', '0.3333')],
      'SPLIT_TOTAL',
      'The shares total 99.99 %, not 100 %.',
    ],
    [[split('Ann', '0.5'), split('Ann', '0.5')], 'REPEATED', 'Nobody can have two'],
    [[split('Ann', '0')], 'NOT_A_SHARE', '“0” is not a share'],
    [[split('Nobody', '1')], 'UNKNOWN', 'Nothing is known as “Nobody”'],
  ])('refuses %j and says why', async (splits, code, reason) => {
    const before = await laurel.sql(`select count(*) from deal`);
    const error = await refusal(won('S-bad', { splits }));
    expect(error).toMatchObject({
      message: expect.stringContaining(reason),
      extensions: { code: 'DEAL_REFUSED', field: 'splits', rows: [{ field: 'splits', code }] },
    });
    expect(await laurel.sql(`select count(*) from deal`)).toEqual(before);
  });

  it('takes shares from a file, and gives back what was before when it is undone', async () => {
    await saveDeals(finance, [won('S-2', { splits: [split('Ann', '0.6'), split('Cem', '0.4')] })]);
    const before = await figures();
    const file = [
      'deal id,owner,amount,status,closed,splits',
      'S-2,Ann,100.01,won,2026-01-15,Ben 50 %; Cem 50%; Lea +10',
      'S-3,Ann,100.01,won,2026-01-15,',
      'S-4,Ann,100.01,won,2026-01-15,Ben 50 %; Cem 49.9 %',
      'S-5,Ann,100.01,won,2026-01-15,half each',
    ].join('\n');
    const done = await importFile(finance, 'deal', 'deals.csv', file);
    expect(done).toMatchObject({ createdCount: 1, updatedCount: 1, rejectedCount: 2 });
    const { importRejections } = await finance.ask<{ importRejections: { rows: object[] } }>(
      `query ($id: ID!) { importRejections(importId: $id) { rows { row field code reason } } }`,
      { id: done.id },
    );
    expect(importRejections.rows).toEqual([
      {
        row: 4,
        field: 'splits',
        code: 'SPLIT_TOTAL',
        reason: 'The shares total 99.9 %, not 100 %.',
      },
      expect.objectContaining({ row: 5, field: 'splits', code: 'NOT_A_SPLIT' }),
    ]);
    expect(await creditsOf('S-2')).toEqual([
      'Ben split 5001',
      'Cem split 5000',
      'Lea overlay 1000',
      'Lea rollUp 5001',
      'Max rollUp 5000',
      'Top rollUp 10001',
    ]);
    expect(await creditsOf('S-3')).toEqual(asAnnAlone);
    await finance.ask(`mutation ($id: ID!) { undoImport(id: $id) { id } }`, { id: done.id });
    await awaitImport(finance, done.id, 'undone');
    expect(await figures()).toEqual(before);
    expect((await shares('S-2')).deal.splits).toEqual([
      { share: '0.6', kind: 'split', payee: { name: 'Ann' } },
      { share: '0.4', kind: 'split', payee: { name: 'Cem' } },
    ]);
  });
});
