import type { Cast } from './cast.js';
import { castPeriod } from './cast.js';
import type { Browser } from './client.js';
import { close, lock } from './locked.js';
import { saveDeals } from './organization.js';

const lockedQuarter = '2023-Q1';

/** The rep looks at the statement, which then changes; and a deal of a locked quarter is changed. */
export async function addHistory(cast: Cast, unit: bigint): Promise<void> {
  const { finance, rep } = cast.browsers;
  await seeStatement(rep, cast.people.rep!);
  await saveDeals(finance, [dealOf(cast, 'seen', `${unit}`, '2026-03-30')]);
  await saveDeals(finance, [dealOf(cast, 'late', `${unit}`, '2023-02-10')]);
  await finance.settled();
  for (const step of [close, lock]) {
    const { errors } = await step(finance, lockedQuarter);
    if (errors) throw new Error(JSON.stringify(errors));
  }
  await saveDeals(finance, [dealOf(cast, 'late', `${unit * 2n}`, '2023-02-10')]);
  await finance.settled();
}

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
