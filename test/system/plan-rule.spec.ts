import type { Browser } from '../harness/client.js';
import { startLaurel, type Laurel } from '../harness/laurel.js';
import { close, lock } from '../harness/locked.js';
import {
  addPeople,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
} from '../harness/organization.js';

const flat = (rate: string, currency = 'EUR') => ({
  currency,
  period: 'month',
  components: [
    { kind: 'flat', name: 'commission', title: { en: 'Commission', de: 'Provision' }, rate },
  ],
});

type Assignment = {
  member: { name: string };
  from: string;
  to: string | null;
  rule: { id: string } | null;
};
type Preview = {
  rows: { member: { name: string }; from: string; to: string | null; before: Named | null }[];
  total: number;
  kept: number;
  foreign: number;
  conflicts: { member: { name: string }; plan: Named; from: string }[];
};
type Named = { name: string };

describe('rules that put people on plans', () => {
  let laurel: Laurel;
  let admin: Browser;
  let finance: Browser;
  let people: Record<string, string>;
  let north: string;
  let five: string;
  let ten: string;
  let rule: string;

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Rules', 'admin@rules.example');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Ben', role: 'rep' },
      { name: 'Cora', role: 'rep' },
      { name: 'Dan', role: 'rep', currency: 'USD' },
    ]);
    const sales = await addTeam(admin, 'Sales');
    north = await addTeam(admin, 'North', sales);
    await place(admin, sales, [people.Ben!, people.Dan!]);
    await place(admin, north, [people.Ann!, people.Cora!]);
    finance = await join(laurel, admin, people.Fin!);
    five = await savePlan(finance, flat('0.05'), [], { name: 'Five' });
    ten = await savePlan(finance, flat('0.1'), [people.Cora!], { name: 'Ten' });
    const deal = (name: string, month: number) => ({
      externalId: `${name}-${month}`,
      owner: people[name]!,
      amount: '100000',
      status: 'won',
      closedOn: `2026-0${month}-15`,
    });
    await saveDeals(
      finance,
      ['Ann', 'Ben', 'Cora'].flatMap((name) => [1, 2, 3, 4].map((month) => deal(name, month))),
    );
    rule = await save({ planId: five, role: 'rep', teamId: sales, from: '2026-01-01' });
  }, 120_000);
  afterAll(() => laurel?.stop());

  const save = async (input: object): Promise<string> => {
    const { savePlanRule } = await finance.ask<{ savePlanRule: { id: string } }>(
      `mutation ($input: PlanRuleInput!) { savePlanRule(input: $input) { id } }`,
      { input },
    );
    return savePlanRule.id;
  };

  const remove = async (id: string): Promise<void> => {
    const { removePlanRule } = await finance.ask<{ removePlanRule: boolean }>(
      `mutation ($id: ID!) { removePlanRule(id: $id) }`,
      { id },
    );
    expect(removePlanRule).toBe(true);
  };

  const preview = async (input: object): Promise<Preview> => {
    const { previewPlanRule } = await finance.ask<{ previewPlanRule: Preview }>(
      `query ($input: PlanRuleInput!) { previewPlanRule(input: $input) { total kept foreign
         rows { member { name } from to before { name } }
         conflicts { member { name } plan { name } from } } }`,
      { input },
    );
    return previewPlanRule;
  };

  /** Whom a plan pays, each as "name from to by"; what stands by name ends with "name". */
  async function assigned(planId: string): Promise<string[]> {
    await finance.settled();
    const { plan } = await finance.ask<{ plan: { assignments: Assignment[] } }>(
      `query ($id: ID!) { plan(id: $id) { assignments { member { name } from to rule { id } } } }`,
      { id: planId },
    );
    return plan.assignments
      .map(({ member, from, to, rule: by }) =>
        [member.name, from, to ?? '-', by ? 'rule' : 'name'].join(' '),
      )
      .sort();
  }

  /** What somebody earned, by month. */
  async function earned(name: string): Promise<Record<string, string>> {
    await finance.settled();
    const { statementHistory } = await finance.ask<{
      statementHistory: { period: string; earned: string }[];
    }>(`query ($id: ID!) { statementHistory(memberId: $id) { period earned } }`, {
      id: people[name]!,
    });
    return Object.fromEntries(statementHistory.map((each) => [each.period, each.earned]));
  }

  it('puts on the plan whom they are for, and lets what is assigned by name win', async () => {
    // Dan is paid in another currency: his payout is converted.
    expect(await assigned(five)).toEqual([
      'Ann 2026-01-01 - rule',
      'Ben 2026-01-01 - rule',
      'Dan 2026-01-01 - rule',
    ]);
    expect(await assigned(ten)).toEqual(['Cora 2015-01-01 - name']);
    expect((await earned('Ann'))['2026-02']).toBe('5000');
    expect((await earned('Cora'))['2026-02']).toBe('10000');
  });

  it('says beforehand whom they would move, whom not, and why', async () => {
    const found = await preview({ planId: ten, role: 'rep', teamId: north, from: '2026-03-01' });
    expect(found).toEqual({
      rows: [{ member: { name: 'Ann' }, from: '2026-03-01', to: null, before: { name: 'Five' } }],
      total: 1,
      kept: 1,
      foreign: 0,
      conflicts: [],
    });
    const everybody = await preview({ planId: ten, from: '2020-01-01', to: '2020-02-01' });
    expect([everybody.kept, everybody.foreign]).toEqual([1, 1]);
  });

  it('follow a joiner, a move to another team and a day of leaving by themselves', async () => {
    const inNorth = { planId: ten, teamId: north, from: '2026-03-01' };
    const lower = await save(inNorth);
    expect(await assigned(ten)).toEqual(['Ann 2026-03-01 - rule', 'Cora 2015-01-01 - name']);
    expect(await earned('Ann')).toMatchObject({ '2026-02': '5000', '2026-03': '10000' });
    await place(admin, north, [people.Ben!], { from: '2026-04-01' });
    const { Eve } = await addPeople(admin, [{ name: 'Eve', role: 'rep' }]);
    people.Eve = Eve!;
    await place(admin, north, [Eve!], { from: '2026-05-01' });
    expect(await assigned(ten)).toEqual([
      'Ann 2026-03-01 - rule',
      'Ben 2026-04-01 - rule',
      'Cora 2015-01-01 - name',
      'Eve 2026-05-01 - rule',
    ]);
    expect(await earned('Ben')).toMatchObject({ '2026-03': '5000', '2026-04': '10000' });
    await save({ ...inNorth, id: lower, to: '2026-04-01' });
    expect(await assigned(ten)).toEqual([
      'Ann 2026-03-01 2026-04-01 rule',
      'Cora 2015-01-01 - name',
    ]);
    expect(await earned('Ben')).toMatchObject({ '2026-04': '5000' });
  });

  it('refuse what another rule that names as much contradicts, and say whom', async () => {
    const input = { planId: ten, role: 'rep', teamId: north, below: false, from: '2026-06-01' };
    const other = await save({ ...input, planId: five });
    const { errors } = await finance.send(
      `mutation ($input: PlanRuleInput!) { savePlanRule(input: $input) { id } }`,
      { input: { ...input, from: '2026-10-01' } },
    );
    expect(errors![0]!.extensions).toMatchObject({
      code: 'PLAN_RULE_CONFLICT',
      member: 'Ann',
      plan: 'Five',
      day: '2026-10-01',
    });
    expect((await preview(input)).conflicts[0]).toEqual({
      member: { name: 'Ann' },
      plan: { name: 'Five' },
      from: '2026-06-01',
    });
    await remove(other);
  });

  it('stand in the checklist where somebody has come under two that contradict each other', async () => {
    const inNorth = { role: 'manager', teamId: north, from: '2026-01-01' };
    const both = [
      await save({ ...inNorth, planId: five }),
      await save({ ...inNorth, planId: ten }),
    ];
    const conflict = async () => {
      await finance.settled();
      const { periodChecklist } = await finance.ask<{ periodChecklist: { code: string }[] }>(
        `{ periodChecklist(period: "2026-12") { code count names } }`,
      );
      return periodChecklist.find(({ code }) => code === 'PLAN_RULE_CONFLICT');
    };
    const become = (role: string) =>
      admin.ask(
        `mutation ($id: ID!, $role: Role!) {
           saveMember(input: { id: $id, name: "Eve", email: "eve@example.com", role: $role }) { id } }`,
        { id: people.Eve!, role },
      );
    expect(await conflict()).toMatchObject({ count: 0, names: [] });
    await become('manager');
    expect(await conflict()).toMatchObject({ count: 1, names: ['Eve'] });
    await become('rep');
    for (const each of both) await remove(each);
  });

  it('give way on the days on which somebody is assigned by name', async () => {
    await finance.ask(
      `mutation ($planId: ID!, $id: ID!) {
         assignPlan(planId: $planId, memberIds: [$id], from: "2026-02-01", to: "2026-03-01") { id } }`,
      { planId: ten, id: people.Ben! },
    );
    expect((await assigned(five)).filter((each) => each.startsWith('Ben'))).toEqual([
      'Ben 2026-01-01 2026-02-01 rule',
      'Ben 2026-03-01 - rule',
    ]);
    expect(await earned('Ben')).toMatchObject({ '2026-01': '5000', '2026-02': '10000' });
  });

  it('do not touch a locked month: what they say otherwise is posted in an open one', async () => {
    expect((await close(finance, '2026-01')).errors).toBeUndefined();
    expect((await lock(finance, '2026-01')).errors).toBeUndefined();
    const { saveMember } = await admin.ask<{ saveMember: object }>(
      `mutation ($id: ID!) { saveMember(input: { id: $id, name: "Ann", email: "ann@example.com", role: manager }) { id } }`,
      { id: people.Ann! },
    );
    expect(saveMember).toBeTruthy();
    expect(await earned('Ann')).toMatchObject({ '2026-01': '5000', '2026-02': '5000' });
    await remove(rule);
    const { '2026-01': january, '2026-02': february, ...later } = await earned('Ben');
    expect([january, february]).toEqual(['5000', '10000']);
    expect(Object.values(later)).toContain('-5000');
    expect(await assigned(five)).toEqual([]);
  });

  it('are all back, with the pay, once the rule is brought back', async () => {
    const sales = await finance.ask<{ teams: { id: string; name: string }[] }>(
      `{ teams { id name } }`,
    );
    const { id: teamId } = sales.teams.find(({ name }) => name === 'Sales')!;
    await save({ id: rule, planId: five, role: 'rep', teamId, from: '2026-01-01' });
    expect((await assigned(five)).filter((each) => each.startsWith('Ben'))).toEqual([
      'Ben 2026-01-01 2026-02-01 rule',
      'Ben 2026-03-01 - rule',
    ]);
    const pay = await earned('Ben');
    expect(Object.values(pay).reduce((sum, each) => sum + Number(each), 0)).toBe(25_000);
  });
});
