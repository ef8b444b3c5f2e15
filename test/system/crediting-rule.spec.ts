import type { Browser } from '../harness/client.js';
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

const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [
    { kind: 'override', name: 'team', title: { en: 'Team', de: 'Team' }, rate: '0.01', levels: 5 },
  ],
};
const won = (externalId: string, more: object = {}): DealInput => ({
  externalId,
  owner: 'Ann',
  amount: '10000',
  status: 'won',
  closedOn: '2026-01-15',
  region: 'Nord',
  ...more,
});
const save = `mutation ($input: CreditingRuleInput!) { saveCreditingRule(input: $input) { id number } }`;

type Saved = { id: string; number: number };

describe('crediting rules', () => {
  let laurel: Laurel;
  let finance: Browser;
  let ids: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Rules', 'rules@example.com');
    ids = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
      { name: 'New', role: 'rep' },
      { name: 'Lea', role: 'manager' },
    ]);
    const team = await addTeam(admin, 'Team');
    await place(admin, team, [ids.Lea!], { position: 'manager' });
    await place(admin, team, [ids.Ann!, ids.Ben!, ids.New!]);
    finance = await join(laurel, admin, ids.Fin!);
    await savePlan(finance, plan, [ids.Ann!, ids.Ben!, ids.Lea!]);
    await saveDeals(finance, [
      won('N-1'),
      won('N-2', { closedOn: '2026-02-15' }),
      won('S-1', { region: 'Süd' }),
    ]);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const saveRule = async (name: string, document: object, more: object = {}): Promise<Saved> =>
    (
      await finance.ask<{ saveCreditingRule: Saved }>(save, {
        input: { name, from: '2026-01-01', document, ...more },
      })
    ).saveCreditingRule;

  const removeRule = ({ id }: Saved) =>
    finance.ask<{ removeCreditingRule: boolean }>(
      `mutation ($id: ID!) { removeCreditingRule(id: $id) }`,
      { id },
    );

  async function creditsOf(externalId: string): Promise<string[]> {
    await finance.settled();
    const { deals } = await finance.ask<{
      deals: {
        rows: {
          credits: { kind: string; amount: string; rule: string | null; payee: { name: string } }[];
        }[];
      };
    }>(
      `query ($search: String) { deals(filter: { search: $search }) { rows {
         credits { kind amount rule payee { name } } } } }`,
      { search: externalId },
    );
    return deals.rows[0]!.credits.filter(({ kind }) => kind !== 'rollUp')
      .map(({ payee, kind, amount, rule }) => `${payee.name} ${kind} ${amount} ${rule ?? '-'}`)
      .sort();
  }

  async function workList() {
    await finance.settled();
    const { uncreditedDeals } = await finance.ask<{
      uncreditedDeals: {
        total: number;
        rows: { reason: string; deal: { externalId: string }; payee: { name: string } | null }[];
      };
    }>(`{ uncreditedDeals { total rows { reason deal { externalId } payee { name } } } }`);
    const rows = uncreditedDeals.rows.map(
      ({ reason, deal, payee }) => `${deal.externalId} ${reason} ${payee?.name ?? '-'}`,
    );
    expect(uncreditedDeals.total).toBe(rows.length);
    return rows.sort();
  }

  it('credit the deals again that they are about, from their day on, and by name of the member', async () => {
    const document = { kind: 'overlay', payee: 'Ben', share: '0.1', when: { regions: ['nord'] } };
    const { number } = await saveRule('Specialist', document, { from: '2026-02-01' });
    expect(number).toBe(1);
    expect(await creditsOf('N-1')).toEqual(['Ann direct 10000 -']);
    expect(await creditsOf('N-2')).toEqual([
      'Ann direct 10000 -',
      'Ben overlay 1000 Specialist (1)',
    ]);
    expect(await creditsOf('S-1')).toEqual(['Ann direct 10000 -']);
  });

  it('have versions: the latest that began counts, its end included', async () => {
    const document = { kind: 'overlay', payee: ids.Ben, share: '0.2', when: { regions: ['Nord'] } };
    const range = { from: '2026-01-01', to: '2026-02-01' };
    expect((await saveRule('Specialist', document, range)).number).toBe(2);
    expect(await creditsOf('N-1')).toEqual([
      'Ann direct 10000 -',
      'Ben overlay 2000 Specialist (2)',
    ]);
    expect(await creditsOf('N-2')).toEqual(['Ann direct 10000 -']);
    const { creditingRules } = await finance.ask<{ creditingRules: object[] }>(
      `{ creditingRules(history: true) { name number from to named { name } } }`,
    );
    expect(creditingRules).toEqual([
      {
        name: 'Specialist',
        number: 2,
        from: '2026-01-01',
        to: '2026-02-01',
        named: [{ name: 'Ben' }],
      },
      { name: 'Specialist', number: 1, from: '2026-02-01', to: null, named: [{ name: 'Ben' }] },
    ]);
  });

  it('taken away leave nothing behind', async () => {
    const { creditingRules } = await finance.ask<{ creditingRules: Saved[] }>(
      `{ creditingRules { id number } }`,
    );
    expect(await removeRule(creditingRules[0]!)).toEqual({ removeCreditingRule: true });
    expect(await removeRule(creditingRules[0]!)).toEqual({ removeCreditingRule: false });
    expect(await creditsOf('N-1')).toEqual(['Ann direct 10000 -']);
    expect(await creditsOf('N-2')).toEqual(['Ann direct 10000 -']);
  });

  it('a territory takes the deal from its owner; the new payee has no plan, so it stands in the work list', async () => {
    expect(await workList()).toEqual([]);
    const rule = await saveRule('North', {
      kind: 'territory',
      payee: 'New',
      when: { regions: ['Nord'] },
    });
    expect(await creditsOf('N-1')).toEqual(['New direct 10000 North (1)']);
    expect(await workList()).toEqual(['N-1 noPlan New', 'N-2 noPlan New']);
    await removeRule(rule);
    expect(await workList()).toEqual([]);
  });

  it('what no rule catches stands in the work list until somebody shares it out', async () => {
    const rule = await saveRule('Owners', { kind: 'owner', when: { regions: ['Nord'] } });
    expect(await workList()).toEqual(['S-1 uncaught -']);
    expect(await creditsOf('S-1')).toEqual([]);
    const splits = [{ payee: 'Ann', share: '1' }];
    await saveDeals(finance, [won('S-1', { region: 'Süd', splits })]);
    expect(await creditsOf('S-1')).toEqual(['Ann split 10000 -']);
    expect(await workList()).toEqual([]);
    await removeRule(rule);
  });

  it('credit deals again when what they say of its product or account changes', async () => {
    const document = { kind: 'overlay', payee: 'Ben', share: '0.1', when: { series: ['G'] } };
    const rule = await saveRule('Series', document);
    await finance.ask(`mutation { saveProduct(name: "Lamp") { id } }`);
    await saveDeals(finance, [won('N-1', { product: 'Lamp' })]);
    expect(await creditsOf('N-1')).toHaveLength(1);
    await finance.ask(`mutation { saveProduct(name: "Lamp", series: "G") { id } }`);
    expect(await creditsOf('N-1')).toContain('Ben overlay 1000 Series (1)');
    const { id } = await importFile(finance, 'product', 'p.csv', 'name,series\nLamp,H\n');
    expect(await creditsOf('N-1')).toHaveLength(1);
    await finance.ask(`mutation ($id: ID!) { undoImport(id: $id) { id } }`, { id });
    await awaitImport(finance, id, 'undone');
    expect(await creditsOf('N-1')).toHaveLength(2);
    await removeRule(rule);
  });

  it('follow managers only as far as they say', async () => {
    const rule = await saveRule('Flat', { kind: 'rollUp', levels: 0 });
    await finance.settled();
    const rolled = () =>
      laurel
        .sql(`select 1 from credit where kind = 'rollUp' and not void`)
        .then((rows) => rows.length);
    expect(await rolled()).toBe(0);
    await removeRule(rule);
    await finance.settled();
    expect(await rolled()).toBe(3);
  });

  it.each([
    ['Bad', { kind: 'gift' }, {}, 'document', 'kind: Expected a kind'],
    [
      'Bad',
      { kind: 'overlay', payee: 'Nobody', share: '0.1' },
      {},
      'document',
      'payee: Nobody is known as “Nobody”.',
    ],
    [
      'Bad',
      { kind: 'split', shares: [{ payee: 'owner', share: '0.9' }] },
      {},
      'document',
      'shares: The shares total 90 %, not 100 %.',
    ],
    [' ', { kind: 'owner' }, {}, 'name', 'A rule needs a name'],
    ['Bad', { kind: 'owner' }, { to: '2026-01-01' }, 'to', 'A rule ends after'],
    ['Bad', 'an overlay', {}, 'document', 'Expected a kind'],
  ])('refuses %j %j and says why', async (name, document, more, field, message) => {
    const input = { name, from: '2026-01-01', document, ...more };
    const { errors } = await finance.send(save, { input });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_RULE', field, problems: [{ message: expect.any(String) }] },
    });
    expect(await laurel.sql(`select 1 from crediting_rule where name = 'Bad'`)).toEqual([]);
  });
});
