import type { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
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

const plan = (creditDate: string) => ({
  currency: 'EUR',
  period: 'month',
  creditDate,
  components: [
    { kind: 'flat', name: 'pay', title: { en: 'Pay', de: 'Provision' }, rate: '0.1' },
    {
      kind: 'override',
      name: 'team',
      title: { en: 'Team', de: 'Team' },
      rate: '0.01',
    },
  ],
});

/** The date that credits a deal is that of each payee's plan; the story of pay is told in `test/scenarios`. */
describe('the date that credits a deal', () => {
  let laurel: Laurel;
  let finance: Browser;
  let admin: Browser;
  let people: Record<string, string>;
  let planId: string;

  const credits = async (externalId: string) => {
    await finance.settled();
    const rows = await laurel.sql<Record<'name' | 'day' | 'amount' | 'dated_by' | 'part', string>>(
      `select member.name, credited_on::text as day, credit.amount, dated_by, part
       from credit join deal on deal.id = deal_id join member on member.id = payee_id
       where external_id = $1 and not void order by kind, day`,
      [externalId],
    );
    return rows.map(({ name, day, amount, dated_by: by, part }) =>
      [name, day, amount, by, part].join(' '),
    );
  };
  const waiting = async () => {
    await finance.settled();
    const { uncreditedDeals } = await finance.ask<{
      uncreditedDeals: {
        rows: {
          reason: string;
          open: string;
          deal: { externalId: string };
          payee: { name: string };
        }[];
      };
    }>(`{ uncreditedDeals { rows { reason open deal { externalId } payee { name } } } }`);
    return uncreditedDeals.rows.map(({ reason, open, deal, payee }) =>
      [deal.externalId, payee?.name, reason, open].join(' '),
    );
  };

  /** What the page of late changes tells of each deal. */
  const changes = async () => {
    await finance.settled();
    type Payment = { externalId: string; receivedOn: string; amount: string } | null;
    type Row = {
      externalId: string;
      fields: object[];
      payments: { before: Payment; after: Payment }[];
    };
    const payment = `{ externalId receivedOn amount }`;
    const told = (paid: Payment) =>
      paid && [paid.externalId, paid.receivedOn, paid.amount].join(' ');
    const months = await laurel.sql<{ posted_period: string }>(
      `select distinct posted_period from correction`,
    );
    expect(months).toHaveLength(1);
    const { lateChanges } = await finance.ask<{ lateChanges: { rows: Row[] } }>(
      `query ($month: String!) { lateChanges(period: $month) {
         rows { externalId fields { field } payments { before ${payment} after ${payment} } } } }`,
      { month: months[0]!.posted_period },
    );
    return lateChanges.rows.map(({ externalId, fields, payments }) => ({
      deal: externalId,
      fields,
      payments: payments.map(({ before, after }) => `${told(before)} -> ${told(after)}`),
    }));
  };

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Dates', 'dates@example.com');
    people = await addPeople(admin, [
      { name: 'Fin', role: 'finance' },
      { name: 'Ann', role: 'rep' },
      { name: 'Bea', role: 'rep' },
      { name: 'Max', role: 'manager' },
    ]);
    finance = await join(laurel, admin, people.Fin!);
    planId = await savePlan(finance, plan('paid'), [people.Ann!], { from: '2024-01-01' });
    await saveDeals(finance, [
      {
        externalId: 'D-1',
        owner: people.Ann!,
        amount: '100000',
        status: 'won',
        closedOn: '2024-01-10',
      },
    ]);
  }, 60_000);
  afterAll(() => laurel?.stop());

  it('leaves a deal on the work list until cash comes in, and for what has not come in', async () => {
    expect(await credits('D-1')).toEqual([]);
    expect(await waiting()).toEqual(['D-1 Ann notPaid 100000']);
    const file = 'deal id,payment,received,amount\nD-1,P-1,2024-02-05,400.00\n';
    await importFile(finance, 'payment', 'payments.csv', file);
    expect(await credits('D-1')).toEqual(['Ann 2024-02-05 40000 paid 0']);
    expect(await waiting()).toEqual(['D-1 Ann notPaid 60000']);
    const report = await finance.fetch('/exports/commission.csv?period=2024-02');
    expect(await report.text()).toMatch(
      /^2024-02,Ann,.*,D-1,.*,2024-01-10,.*,2024-02-05,paid\r?$/m,
    );
  });

  it('is another when the plan says so, or the payee has another plan', async () => {
    const saveVersion = (creditDate: string, from: string) =>
      finance.ask(
        `mutation ($id: ID!, $from: Day!, $document: JSON!) {
           savePlan(id: $id, name: "Plan", effectiveFrom: $from, document: $document) { id } }`,
        { id: planId, from, document: plan(creditDate) },
      );
    await saveVersion('closed', '2024-01-05');
    expect(await credits('D-1')).toEqual(['Ann 2024-01-10 100000 closed 0']);
    expect(await waiting()).toEqual([]);
    await saveVersion('closed', '2024-01-11');
    await savePlan(finance, plan('booked'), [people.Ann!], { name: 'Other', from: '2024-01-10' });
    expect(await credits('D-1')).toEqual([]);
    expect(await waiting()).toEqual(['D-1 Ann notBooked 100000']);
    const assign = `mutation ($planId: ID!, $memberIds: [ID!]!, $from: Day!) {
      assignPlan(planId: $planId, memberIds: $memberIds, from: $from) { id } }`;
    await finance.ask(assign, { planId, memberIds: [people.Ann!], from: '2024-01-01' });
    await saveVersion('paid', '2024-01-05');
    expect(await credits('D-1')).toEqual(['Ann 2024-02-05 40000 paid 0']);
  });

  it('is another when a rule puts the payee on another plan', async () => {
    const owner = people.Bea!;
    const deal = {
      externalId: 'D-3',
      owner,
      amount: '7000',
      status: 'won',
      closedOn: '2024-03-10',
    };
    await saveDeals(finance, [deal]);
    expect(await credits('D-3')).toEqual(['Bea 2024-03-10 7000 closed 0']);
    const booked = await savePlan(finance, plan('booked'), [], {
      name: 'By rule',
      from: '2024-01-01',
    });
    await finance.ask(`mutation ($input: PlanRuleInput!) { savePlanRule(input: $input) { id } }`, {
      input: { planId: booked, role: 'rep', from: '2024-01-01' },
    });
    expect(await credits('D-3')).toEqual([]);
    expect(await waiting()).toContain('D-3 Bea notBooked 7000');
  });

  it('rolls up by the plan of each manager, also for what still waits', async () => {
    const team = await addTeam(admin, 'North');
    await place(admin, team, [people.Ann!], { from: '2024-01-01' });
    await place(admin, team, [people.Max!], { from: '2024-01-01', position: 'manager' });
    expect(await credits('D-1')).toEqual([
      'Ann 2024-02-05 40000 paid 0',
      'Max 2024-01-10 100000 closed 0',
    ]);
  });

  it('in a locked period posts what came late, and keeps an import of it from being undone', async () => {
    await finance.settled();
    await close(finance, '2024-02');
    await lock(finance, '2024-02');
    const file = 'deal id,owner,amount,status,closed\nD-2,Ann,50.00,won,2024-01-09\n';
    const { id } = await importFile(finance, 'deal', 'deals.csv', file);
    await importFile(
      finance,
      'payment',
      'more.csv',
      'deal id,payment,received,amount\nD-1,P-2,2024-02-06,600.00\nD-2,P-3,2024-02-07,50.00\n',
    );
    expect(await credits('D-1')).toContain('Ann 2024-02-06 60000 paid 1');
    const [posted] = await laurel.sql(
      `select status from credit_entry join period on period.name = posted_period
       where credited_on = '2024-02-06'`,
    );
    expect(posted).toEqual({ status: 'open' });
    expect(await changes()).toEqual([
      { deal: 'D-1', fields: [], payments: ['null -> P-2 2024-02-06 60000'] },
      { deal: 'D-2', fields: [], payments: ['null -> P-3 2024-02-07 5000'] },
    ]);
    await importFile(
      finance,
      'payment',
      'changed.csv',
      'deal id,payment,received,amount\nD-1,P-1,2024-02-05,300.00\nD-1,P-2,2024-02-06,650.00\n',
    );
    expect((await changes())[0]).toEqual({
      deal: 'D-1',
      fields: [],
      payments: ['null -> P-2 2024-02-06 65000', 'P-1 2024-02-05 40000 -> P-1 2024-02-05 30000'],
    });
    const undo = `mutation ($id: ID!) { undoImport(id: $id) { id } }`;
    expect(await finance.refusal(undo, { id })).toBe('PERIOD_LOCKED');
  });
});
