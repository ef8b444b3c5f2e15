import type { Browser } from './client.js';
import { addToken, invite } from './cast-access.js';
import { awaitImport, importFile, mapImport, upload } from './import.js';
import { correctLockedMonth } from './cast-locked.js';
import { addOneOnOne } from './cast-one-on-one.js';
import { addAwaited, addPlanRule, addRate, addRule } from './cast-rules.js';
import { addSurvey } from './cast-survey.js';
import type { Laurel } from './laurel.js';
import {
  addPeople,
  addressOf,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
  saveQuotas,
  saveScores,
  saveTargetPays,
} from './organization.js';

export type Role = 'rep' | 'manager' | 'finance' | 'admin';
export const roles = ['rep', 'manager', 'finance', 'admin'] as const;

/**
 * A small organisation with somebody in every role. North: `rep` and `mate` under `manager`; South:
 * `peer` under `chief`; both below Company. All names carry the mark, all amounts are multiples of the unit.
 */
export type Cast = {
  mark: string;
  browsers: Record<Role, Browser>;
  people: Record<string, string>;
  /** One id of each kind of thing, such as a test passes as an argument. */
  ids: Record<string, string>;
  /** Of the link that nobody has followed yet. */
  invitationToken: string;
};

export const castPeriod = '2026-Q1';

export async function foundCast(laurel: Laurel, mark: string, unit: bigint): Promise<Cast> {
  const adminAddress = addressOf(`${mark} admin`);
  const admin = await found(laurel, `${mark} Company`, adminAddress);
  const { viewer } = await admin.ask<{ viewer: { member: { id: string } } }>(
    `{ viewer { member { id } } }`,
  );
  const people: Record<string, string> = {
    ...(await addCast(admin, mark)),
    admin: viewer.member.id,
  };
  const team = await addTeams(admin, mark, people);
  const browsers = {
    admin,
    rep: await join(laurel, admin, people.rep!),
    manager: await join(laurel, admin, people.manager!),
    finance: await join(laurel, admin, people.finance!),
  };
  const invitationToken = await invite(admin, people.mate!);
  const product = await addProduct(admin, `${mark} Lamp`, unit);
  const plan = await savePlan(
    browsers.finance,
    planOf(mark),
    ['rep', 'mate', 'peer', 'manager', 'chief'].map((name) => people[name]!),
    { name: `${mark} plan` },
  );
  const amounts = ['rep', 'mate', 'peer'].map((name) => ({
    memberId: people[name]!,
    period: castPeriod,
    amount: String(unit * 4n),
  }));
  await saveQuotas(browsers.finance, amounts);
  await saveTargetPays(browsers.finance, amounts);
  await saveScores(
    browsers.finance,
    ['rep', 'mate', 'peer'].map((name) => ({
      memberId: people[name]!,
      period: castPeriod,
      objective: `${mark} hiring`,
      score: `0.${unit}`,
      note: `${mark} note`,
    })),
  );
  await saveDeals(browsers.finance, dealsOf(mark, unit, people));
  await addAwaited(browsers.finance, mark, unit, people.chief!);
  const { id: importId } = await importFile(
    browsers.finance,
    'deal',
    `${mark}.csv`,
    dealFile(mark, unit),
    columnsOfDealFile,
  );
  const uploadedImport = await upload(browsers.finance, 'deal', `${mark} 2.csv`, lateFile(mark, 4));
  const checkedImport = await checkFile(browsers.finance, mark);
  const apiToken = await addToken(admin, mark);
  const exchangeRate = await addRate(browsers.finance, unit);
  const creditingRule = await addRule(browsers.finance, mark, people.finance!);
  const planRule = await addPlanRule(browsers.finance, mark);
  const deal = await firstDeal(browsers.rep);
  const oneOnOne = await addOneOnOne(laurel, browsers, people, mark);
  const payment = await addPayment(browsers.finance, mark, unit, deal.id);
  await admin.settled();
  const surveys = await addSurvey(laurel, browsers.finance, mark, people.rep!);
  const sellers = ['rep', 'mate', 'peer'].map((name) => people[name]!);
  await correctLockedMonth(browsers.finance, sellers, mark, unit);
  await admin.settled();
  return {
    mark,
    browsers,
    people,
    ids: {
      member: people.rep!,
      team,
      product,
      plan,
      import: importId,
      uploadedImport,
      checkedImport,
      apiToken,
      exchangeRate,
      creditingRule,
      planRule,
      deal: deal.id,
      ...surveys,
      payment,
      ...oneOnOne,
      account: deal.account.id,
    },
    invitationToken,
  };
}

async function addCast(admin: Browser, mark: string): Promise<Record<string, string>> {
  const cast = { rep: 'rep', mate: 'rep', peer: 'rep', manager: 'manager', chief: 'manager' };
  const people = Object.entries({ ...cast, finance: 'finance' }).map(([name, role]) => ({
    name: `${mark} ${name}`,
    role: role as Role,
    // A chief is paid in another currency than the plan's, and there is no rate for it.
    ...(name === 'chief' && { currency: 'CHF' }),
    // Whoever is in finance also looks after surveys.
    ...(role === 'finance' && { hr: true }),
  }));
  const ids = await addPeople(admin, people);
  return Object.fromEntries(
    Object.entries(ids).map(([name, id]) => [name.slice(mark.length + 1), id]),
  );
}

async function addTeams(
  admin: Browser,
  mark: string,
  people: Record<string, string>,
): Promise<string> {
  const company = await addTeam(admin, `${mark} all`);
  const north = await addTeam(admin, `${mark} North`, company);
  const south = await addTeam(admin, `${mark} South`, company);
  await place(admin, north, [people.manager!], { position: 'manager' });
  await place(admin, north, [people.rep!, people.mate!]);
  await place(admin, south, [people.chief!], { position: 'manager' });
  await place(admin, south, [people.peer!]);
  return north;
}

async function addProduct(admin: Browser, name: string, unit: bigint): Promise<string> {
  const { saveProduct } = await admin.ask<{ saveProduct: { id: string } }>(
    `mutation ($name: String!, $price: Money) {
       saveProduct(name: $name, series: $name, listPrice: $price, currency: "EUR") { id } }`,
    { name, price: String(unit) },
  );
  return saveProduct.id;
}

const title = (mark: string) => ({ en: `${mark} pay`, de: `${mark} Geld` });

const planOf = (mark: string) => ({
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: title(mark),
      tiers: [
        { from: '0', rate: '0.05' },
        { from: '0.5', rate: '0.08' },
        { from: '1', rate: '0.1' },
      ],
      multipliers: [{ product: `${mark} Lamp`, multiplier: '1.2' }],
    },
    { kind: 'spiff', name: 'lamps', title: title(mark), product: `${mark} Lamp`, amount: '7.50' },
    { kind: 'override', name: 'team', title: title(mark), rate: '0.01', levels: 1 },
  ],
  holdback: { share: '0.1', release: { by: 'cash' } },
});

const dealsOf = (mark: string, unit: bigint, people: Record<string, string>) => [
  ...['rep', 'mate', 'peer'].flatMap((owner, at) =>
    ['won', 'won', 'open'].map((status, i) => ({
      externalId: `${mark}-${owner}-${i}`,
      name: `${mark} deal ${i} of ${owner}`,
      owner: people[owner]!,
      amount: String(unit * BigInt(i + 1 + at)),
      status,
      stage: `${mark} stage`,
      region: `${mark} region`,
      account: `${mark} customer`,
      product: `${mark} Lamp`,
      createdOn: '2026-01-02',
      closedOn: status === 'won' ? `2026-0${i + 1}-1${at}` : null,
      attributes: { note: `${mark} note` },
      // The deal of each that is won first: to the owner alone, and a little on top.
      splits:
        i === 0
          ? [
              { payee: people[owner]!, share: '1' },
              { payee: people[owner]!, share: '0.01', kind: 'overlay' },
            ]
          : null,
    })),
  ),
  unpayable(mark, unit, people.chief!),
];

/** In a currency without a rate to the plan's: a problem on the statement. */
const unpayable = (mark: string, unit: bigint, owner: string) => ({
  externalId: `${mark}-chief`,
  owner,
  amount: String(unit * 9n),
  currency: 'USD',
  status: 'won',
  closedOn: '2026-02-20',
});

const columnsOfDealFile = {
  id: 'externalId',
  seller: 'owner',
  amount: 'amount',
  status: 'status',
  closed: 'closedOn',
};

/** Two rows that fit and one whose seller nobody knows. */
const dealFile = (mark: string, unit: bigint) =>
  [
    'id,seller,amount,status,closed',
    `${mark}-file-1,${mark} rep,${unit / 100n}.00,won,2026-03-21`,
    `${mark}-file-2,${mark} peer,${unit / 100n}.00,won,2026-03-22`,
    `${mark}-file-3,${mark} nobody,${unit / 100n}.00,won,2026-03-23`,
  ].join('\n');

const lateFile = (mark: string, number: number) =>
  `external id,owner,amount,status,closed\n${mark}-file-${number},${mark} rep,1.00,won,2026-03-24`;

/** An import that waits for somebody to commit it. */
async function checkFile(browser: Browser, mark: string): Promise<string> {
  const id = await upload(browser, 'deal', `${mark} 3.csv`, lateFile(mark, 5));
  const { layout } = await awaitImport(browser, id, 'read');
  const columns = layout!.columns.map(({ name, ...rest }) => ({ column: name, ...rest }));
  await mapImport(browser, id, columns);
  return id;
}

async function addPayment(finance: Browser, mark: string, unit: bigint, deal: string) {
  const payment = { deal, externalId: `${mark} payment`, receivedOn: '2026-03-01' };
  const { savePayments } = await finance.ask<{ savePayments: { payments: { id: string }[] } }>(
    `mutation ($inputs: [PaymentInput!]!) { savePayments(inputs: $inputs) { payments { id } } }`,
    { inputs: [{ ...payment, amount: String(unit / 2n) }] },
  );
  return savePayments.payments[0]!.id;
}

async function firstDeal(browser: Browser) {
  const { deals } = await browser.ask<{
    deals: { rows: { id: string; account: { id: string } }[] };
  }>(`{ deals(filter: { status: [won] }) { rows { id account { id } } } }`);
  return deals.rows.find(({ account }) => account)!;
}
