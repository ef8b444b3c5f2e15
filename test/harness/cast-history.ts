import type { Cast } from './cast.js';
import { castPeriod } from './cast.js';
import type { Browser } from './client.js';
import { close, lock } from './locked.js';
import { saveDeals, savePlan } from './organization.js';

const lockedQuarter = '2023-Q1';

/** The rep looks at the statement, which then changes; and a deal of a locked quarter is changed, and its payment. */
export async function addHistory(cast: Cast, unit: bigint): Promise<void> {
  const { finance, rep } = cast.browsers;
  await seeStatement(rep, cast.people.rep!);
  await saveDeals(finance, [dealOf(cast, 'seen', `${unit}`, '2026-03-30')]);
  await creditCash(cast);
  await saveDeals(finance, [dealOf(cast, 'late', `${unit}`, '2023-02-10')]);
  await pay(cast, unit / 2n);
  await finance.settled();
  for (const step of [close, lock]) {
    const { errors } = await step(finance, lockedQuarter);
    if (errors) throw new Error(JSON.stringify(errors));
  }
  await saveDeals(finance, [dealOf(cast, 'late', `${unit * 2n}`, '2023-02-10')]);
  await pay(cast, unit / 4n);
  await finance.settled();
}

/** In that quarter the rep is credited as cash comes in. */
async function creditCash({ mark, ids, people, browsers: { finance } }: Cast): Promise<void> {
  const title = { en: mark, de: mark };
  const document = {
    currency: 'EUR',
    period: 'quarter',
    creditDate: 'paid',
    components: [{ kind: 'flat', name: 'cash', title, rate: '0.01' }],
  };
  const planId = await savePlan(finance, document, [], {
    name: `${mark} cash`,
    from: '2023-01-01',
  });
  const assign = (plan: string, from: string) =>
    finance.ask(
      `mutation ($plan: ID!, $memberIds: [ID!]!, $from: Day!) {
         assignPlan(planId: $plan, memberIds: $memberIds, from: $from) { id } }`,
      { plan, memberIds: [people.rep], from },
    );
  await assign(planId, '2023-01-01');
  await assign(ids.plan!, '2023-04-01');
}

const pay = ({ mark, browsers: { finance } }: Cast, amount: bigint) =>
  finance.ask(
    `mutation ($inputs: [PaymentInput!]!) { savePayments(inputs: $inputs) { created } }`,
    {
      inputs: [
        {
          deal: `${mark}-late`,
          externalId: `${mark} cash`,
          receivedOn: '2023-02-12',
          amount: String(amount),
        },
      ],
    },
  );

const dealOf = ({ mark, people }: Cast, name: string, amount: string, closedOn: string) => ({
  externalId: `${mark}-${name}`,
  owner: people.rep!,
  amount,
  status: 'won',
  closedOn,
});

/** When the statement of a member was computed. */
export async function computedAt(browser: Browser, memberId: string): Promise<string> {
  const { statement } = await browser.ask<{ statement: { computedAt: string } }>(
    `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) { computedAt } }`,
    { id: memberId, period: castPeriod },
  );
  return statement.computedAt;
}

async function seeStatement(browser: Browser, memberId: string): Promise<void> {
  await browser.ask(
    `mutation ($period: String!, $at: DateTime!) { seeStatement(period: $period, computedAt: $at) { id } }`,
    { period: castPeriod, at: await computedAt(browser, memberId) },
  );
}
