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
  saveScores,
  saveTargetPays,
} from '../harness/organization.js';

const period = '2026-Q1';
const title = { en: 'Bonus', de: 'Bonus' };
const points = [
  { at: '0', pays: '0' },
  { at: '1', pays: '1' },
];
const plan = {
  currency: 'EUR',
  period: 'quarter',
  components: [
    { kind: 'curve', name: 'revenue', title, curve: { shape: 'linear', points, beyond: 'extend' } },
    {
      kind: 'objectives',
      name: 'mbo',
      title,
      objectives: [{ name: 'hiring', title, weight: '0.5' }],
    },
  ],
};
const statement = `{ statements(period: "${period}") { rows { payee { name } earned problems { code } } } }`;

type Statements = {
  statements: {
    rows: { payee: { name: string }; earned: string; problems: { code: string }[] }[];
  };
};

/** Half of the quota reached and all of the objective: curve and objective pay half of the target each. */
describe('target pay', () => {
  let laurel: Laurel;
  let finance: Browser;
  let rep: Browser;
  let people: Record<string, string>;

  beforeAll(async () => {
    laurel = await startLaurel();
    const admin = await found(laurel, 'Targets', 'targets@example.com');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    rep = await join(laurel, admin, people.Ann!);
    const payees = [people.Ann!, people.Ben!];
    await savePlan(finance, plan, payees);
    await saveQuotas(
      finance,
      payees.map((memberId) => ({ memberId, period, amount: '200000' })),
    );
    await saveScores(
      finance,
      payees.map((memberId) => ({ memberId, period, objective: 'hiring', score: '1' })),
    );
    const won = { status: 'won', amount: '100000', closedOn: '2026-02-10' };
    await saveDeals(finance, [
      { ...won, externalId: 'T-1', owner: people.Ann! },
      { ...won, externalId: 'T-2', owner: people.Ben! },
    ]);
  }, 120_000);
  afterAll(() => laurel?.stop());

  const target = (name: string, amount: string | null, of = period) => ({
    memberId: people[name]!,
    period: of,
    amount,
  });
  async function paid(): Promise<Record<string, string>> {
    await finance.settled();
    const { statements } = await finance.ask<Statements>(statement);
    return Object.fromEntries(
      statements.rows.map(({ payee, earned, problems }) => [
        payee.name,
        [earned, ...problems.map(({ code }) => code)].join(' '),
      ]),
    );
  }
  const missing = '0 TARGET_MISSING';

  it('is asked for where a plan pays a share of it and there is none', async () => {
    expect(await paid()).toEqual({ Ann: missing, Ben: missing });
    const { periodChecklist } = await finance.ask<{
      periodChecklist: { code: string; count: number }[];
    }>(`{ periodChecklist(period: "${period}") { code count } }`);
    expect(periodChecklist).toContainEqual({ code: 'TARGET_MISSING', count: 2 });
  });

  it('pays by curves and objectives, of one person alone, and the same in bulk', async () => {
    await saveTargetPays(finance, [target('Ann', '300001')]);
    expect(await paid()).toEqual({ Ann: '300000', Ben: missing });
    await finance.ask(`mutation { recalculate(period: "${period}") { partitions } }`);
    expect(await paid()).toEqual({ Ann: '300000', Ben: missing });
    await saveTargetPays(finance, [target('Ann', null)]);
    expect(await paid()).toEqual({ Ann: missing, Ben: missing });
  });

  it('of months counts for their quarter', async () => {
    await saveTargetPays(finance, [
      target('Ann', '100000', '2026-01'),
      target('Ann', '50000', '2026-03'),
    ]);
    expect(await paid()).toEqual({ Ann: '150000', Ben: missing });
  });

  it('comes by file, and goes with it', async () => {
    const file = `person,quarter,target pay\nBen,Q1 2026,"4,000.00"\nNobody,Q1 2026,1\nBen,Q1 2026,2\n`;
    const { id, createdCount, rejectedCount } = await importFile(
      finance,
      'targetPay',
      'targets.csv',
      file,
    );
    expect({ createdCount, rejectedCount }).toEqual({ createdCount: 1, rejectedCount: 2 });
    expect(await paid()).toEqual({ Ann: '150000', Ben: '400000' });
    await finance.ask(`mutation ($id: ID!) { undoImport(id: $id) { id } }`, { id });
    expect(await paid()).toEqual({ Ann: '150000', Ben: missing });
  });

  it('is saved all or none, and read by its own person', async () => {
    const { errors } = await finance.send(
      `mutation ($inputs: [TargetPayInput!]!) { saveTargetPays(inputs: $inputs) { id } }`,
      { inputs: [target('Ann', '7'), target('Ben', '-1')] },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_TARGET_PAY',
      rows: [{ row: 2, field: 'amount' }],
    });
    await saveTargetPays(finance, [target('Ann', '7'), target('Ben', '8')]);
    const read = (browser: Browser) =>
      browser.ask(`{ targetPays(period: "${period}") { total rows { amount member { name } } } }`);
    expect(await read(rep)).toEqual({
      targetPays: { total: 1, rows: [{ amount: '7', member: { name: 'Ann' } }] },
    });
    expect(await read(finance)).toMatchObject({ targetPays: { total: 2 } });
  });

  it('of a locked period stays', async () => {
    await finance.settled();
    for (const move of ['closePeriod(confirmed: true, ', 'lockPeriod('])
      await finance.ask(`mutation { ${move}period: "${period}") { name } }`);
    const save = `mutation ($inputs: [TargetPayInput!]!) { saveTargetPays(inputs: $inputs) { id } }`;
    expect(await finance.refusal(save, { inputs: [target('Ann', '9')] })).toBe('PERIOD_LOCKED');
    await expect(
      laurel.sql(`update target_pay set amount = 9 where period = '${period}'`),
    ).rejects.toThrow('locked');
  });
});
