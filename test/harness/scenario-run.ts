import { correctQuotas } from './cast-locked.js';
import type { Browser } from './client.js';
import { importFile } from './import.js';
import type { Laurel } from './laurel.js';
import { close, codeOf, lock } from './locked.js';
import { addPeople, found, join, place } from './organization.js';
import { payOf, type Pay } from './scenario-pay.js';
import type { Scenario, Step } from './scenario.js';
import { every } from './statements.js';

/** What an `expect` step found, and what its file says. */
export type Finding = { readonly file: string; readonly pay: Pay; readonly expected: Pay };

type Desk = {
  readonly scenario: Scenario;
  readonly admin: Browser;
  readonly finance: Browser;
  readonly findings: Finding[];
};

const within = 120_000;

/** Does all steps in an organisation of their own, as its administrator and its finance would. */
export async function runScenario(laurel: Laurel, scenario: Scenario): Promise<Finding[]> {
  const { name } = scenario;
  const admin = await found(laurel, name, `admin@${name}.example`);
  const { Finance } = await addPeople(admin, [
    { name: 'Finance', role: 'finance', email: `finance@${name}.example` },
  ]);
  const finance = await join(laurel, admin, Finance!);
  const desk: Desk = { scenario, admin, finance, findings: [] };
  for (const step of [...scenario.steps, { expect: 'expected.json' }]) await take(step, desk);
  return desk.findings;
}

function take(step: Step, desk: Desk): Promise<unknown> {
  if ('import' in step) return bringIn(step, desk);
  if ('plan' in step) return savePlan(step, desk);
  if ('assign' in step) return assign(step, desk);
  if ('move' in step) return move(step, desk);
  if ('correct' in step) return correct(step, desk);
  if ('expect' in step) return look(step, desk);
  return change(step, desk);
}

async function bringIn(
  step: Extract<Step, { import: string }>,
  { scenario, admin, finance }: Desk,
) {
  const browser = step.import === 'person' ? admin : finance;
  const done = await importFile(browser, step.import, step.file, scenario.text(step.file));
  if (done.rejectedCount || !done.rowCount)
    throw new Error(`${step.file}: ${done.rejectedCount} of ${done.rowCount} rows are refused.`);
}

async function savePlan(step: Extract<Step, { plan: string }>, { scenario, finance }: Desk) {
  const { plan: name, document, from } = step;
  const id = (await named(finance, 'plans')).get(name) ?? null;
  await finance.ask(
    `mutation ($id: ID, $name: String!, $from: Day!, $document: JSON!) {
       savePlan(id: $id, name: $name, effectiveFrom: $from, document: $document) { id } }`,
    { id, name, from, document: scenario.json(document) },
  );
}

async function assign(
  { assign: name, to, from, until }: Extract<Step, { assign: string }>,
  desk: Desk,
) {
  const { finance } = desk;
  const people = await peopleOf(finance);
  await finance.ask(
    `mutation ($planId: ID!, $memberIds: [ID!]!, $from: Day!, $to: Day) {
       assignPlan(planId: $planId, memberIds: $memberIds, from: $from, to: $to) { id } }`,
    {
      planId: (await named(finance, 'plans')).get(name),
      memberIds: to.map((each) => people.get(each)),
      from,
      to: until ?? null,
    },
  );
}

async function move(
  { move: name, team, from, position }: Extract<Step, { move: string }>,
  desk: Desk,
) {
  const id = (await peopleOf(desk.admin)).get(name)!;
  await place(desk.admin, (await named(desk.admin, 'teams')).get(team)!, [id], { position, from });
}

async function correct(step: Extract<Step, { correct: string }>, { finance }: Desk) {
  await finance.settled(within);
  const memberId = (await peopleOf(finance)).get(step.correct)!;
  const amount = step.quota.replace('.', '');
  await correctQuotas(finance, [{ memberId, period: step.period, amount }], step.reason);
}

async function change(step: Step, { finance }: Desk): Promise<void> {
  await finance.settled(within);
  if ('close' in step) granted(step, codeOf(await close(finance, step.close)));
  if ('lock' in step) granted(step, codeOf(await lock(finance, step.lock)));
  if ('remove' in step) await onDeal(finance, step.remove, 'removeDeal(id: $id)');
  if ('reinstate' in step) await onDeal(finance, step.reinstate, 'reinstateDeal(id: $id) { id }');
  if ('recalculate' in step)
    await finance.ask(`mutation ($p: String!) { recalculate(period: $p) { partitions } }`, {
      p: step.recalculate,
    });
}

function granted(step: Step, refusal: string | undefined): void {
  if (refusal) throw new Error(`${JSON.stringify(step)} is refused: ${refusal}`);
}

async function onDeal(finance: Browser, externalId: string, mutation: string): Promise<void> {
  const deals = await every<{ id: string; externalId: string }>(
    finance,
    `query ($page: PageInput) { list: deals(page: $page) { rows { id externalId } total } }`,
  );
  const { id } = deals.find((deal) => deal.externalId === externalId)!;
  await finance.ask(`mutation ($id: ID!) { ${mutation} }`, { id });
}

async function look(
  { expect: file }: Extract<Step, { expect: string }>,
  desk: Desk,
): Promise<void> {
  const { finance, scenario, findings } = desk;
  await finance.settled(within);
  const pay = await payOf(finance, await peopleOf(finance));
  findings.push({ file, pay, expected: scenario.json(file) });
}

const named = async (browser: Browser, list: 'plans' | 'teams'): Promise<Map<string, string>> => {
  type Named = Record<string, { id: string; name: string }[]>;
  const found = await browser.ask<Named>(`{ ${list} { id name } }`);
  return new Map(found[list]!.map(({ id, name }) => [name, id]));
};

const peopleOf = async (browser: Browser): Promise<Map<string, string>> => {
  const members = await every<{ id: string; name: string }>(
    browser,
    `query ($page: PageInput) { list: members(page: $page) { rows { id name } total } }`,
  );
  return new Map(members.map(({ id, name }) => [name, id]));
};
