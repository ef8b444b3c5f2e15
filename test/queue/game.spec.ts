import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Browser } from '../harness/client.js';
import { importFile } from '../harness/import.js';
import { type Laurel, startLaurel } from '../harness/laurel.js';
import {
  addPeople,
  addTeam,
  type DealInput,
  found,
  join,
  place,
  saveDeals,
  saveQuotas,
} from '../harness/organization.js';

const quarter = '2025-Q1';

type Place = { rank: number; movement: number | null; score: string; member: { name: string } };
type Board = { total: number; rows: Place[]; mine: Place | null };
type Award = { badge: { code: string }; period: string; evidence: string[]; reason: string | null };

const boardQuery = `query ($measure: Measure!, $teamId: ID, $page: PageInput) {
  leaderboard(period: "${quarter}", measure: $measure, teamId: $teamId, page: $page) {
    total rows { rank movement score member { name } } mine { rank movement score member { name } } } }`;

const readBoard = async (browser: Browser, variables: object): Promise<Board> =>
  (await browser.ask<{ leaderboard: Board }>(boardQuery, variables)).leaderboard;

const places = ({ rows }: Board) =>
  rows.map(({ rank, score, member }) => [rank, member.name, score]);

describe('the game', () => {
  let laurel: Laurel;
  let admin: Browser;
  let ann: Browser;
  let finance: Browser;
  let people: Record<string, string>;
  let north: string;

  const won = (owner: string, externalId: string, amount: number): DealInput => ({
    externalId,
    owner: people[owner]!,
    amount: String(amount),
    status: 'won',
    closedOn: '2025-02-03',
  });
  const awardsOf = async (name: string): Promise<Award[]> => {
    const { awards } = await admin.ask<{ awards: { rows: Award[] } }>(
      `query ($id: ID) { awards(memberId: $id) { rows { badge { code } period evidence reason } } }`,
      { id: people[name] },
    );
    return awards.rows.sort((a, b) => (a.badge.code < b.badge.code ? -1 : 1));
  };

  beforeAll(async () => {
    laurel = await startLaurel();
    admin = await found(laurel, 'Board Games', 'admin@example.com');
    people = await addPeople(admin, [
      ...['Ann', 'Ben', 'Cem', 'Dora'].map((name) => ({ name, role: 'rep' as const })),
      { name: 'Fin', role: 'finance' },
    ]);
    north = await addTeam(admin, 'North');
    await place(admin, north, [people.Ben!, people.Dora!]);
    ann = await join(laurel, admin, people.Ann!);
    finance = await join(laurel, admin, people.Fin!);
    await saveQuotas(finance, [
      { memberId: people.Ann!, period: quarter, amount: '40000' },
      { memberId: people.Ben!, period: quarter, amount: '10000' },
    ]);
    await saveDeals(admin, [
      ...Array.from({ length: 10 }, (_, i) => won('Ann', `A-${i}`, 2_000)),
      won('Ben', 'B-1', 9_000),
      won('Cem', 'C-1', 9_000),
    ]);
    await admin.settled();
  });

  afterAll(() => laurel.stop());

  it('ranks everybody by each measure, equal scores on the same place', async () => {
    expect(places(await readBoard(admin, { measure: 'credited' }))).toEqual([
      [1, 'Ann', '20000'],
      [2, 'Ben', '9000'],
      [2, 'Cem', '9000'],
      [4, 'Dora', '0'],
    ]);
    expect(places(await readBoard(admin, { measure: 'attainment' }))).toEqual([
      [1, 'Ben', '0.9'],
      [2, 'Ann', '0.5'],
    ]);
  });

  it('ranks a team within itself, and shows my place on whichever page', async () => {
    const team = await readBoard(admin, { measure: 'credited', teamId: north });
    expect(places(team)).toEqual([
      [1, 'Ben', '9000'],
      [2, 'Dora', '0'],
    ]);
    const second = await readBoard(ann, { measure: 'credited', page: { first: 1, offset: 1 } });
    expect([second.total, second.rows[0]?.member.name]).toEqual([4, 'Ben']);
    expect([second.mine?.rank, second.mine?.movement]).toEqual([1, 0]);
  });

  it('awards badges by the deals they rest on', async () => {
    const tenDeals = Array.from({ length: 10 }, (_, i) => `A-${i}`);
    expect(await awardsOf('Ann')).toEqual([
      { badge: { code: 'first-deal' }, period: 'ever', evidence: ['A-0'], reason: null },
      { badge: { code: 'ten-deals' }, period: quarter, evidence: tenDeals, reason: null },
      { badge: { code: 'top-of-the-board' }, period: quarter, evidence: tenDeals, reason: null },
    ]);
  });

  it('measures goals against quotas, of a year as the sum of its quarters', async () => {
    const { goal } = await ann.ask<{ goal: object }>(
      `query ($id: ID!) { goal(memberId: $id, period: "2025") { target actual attainment pace } }`,
      { id: people.Ann },
    );
    expect(goal).toEqual({ target: '40000', actual: '20000', attainment: '0.5', pace: '0.5' });
    const { teamGoals } = await admin.ask<{ teamGoals: object[] }>(
      `{ teamGoals(period: "${quarter}") { name target actual } }`,
    );
    expect(teamGoals).toEqual([{ name: 'North', target: '10000', actual: '9000' }]);
    expect(
      await ann.refusal(`query ($id: ID!) { goal(memberId: $id, period: "2025") { actual } }`, {
        id: people.Ben,
      }),
    ).toBe('FORBIDDEN');
  });

  it('takes quotas away again, for finance only, and all that rests on them with them', async () => {
    const given = [{ memberId: people.Cem!, period: quarter, amount: '10000' }];
    const onBoard = async () => {
      await admin.settled();
      return (await readBoard(admin, { measure: 'attainment' })).rows.map(
        ({ member }) => member.name,
      );
    };
    await saveQuotas(finance, given);
    expect(await onBoard()).toContain('Cem');
    const save = `mutation ($inputs: [QuotaInput!]!) { saveQuotas(inputs: $inputs) { amount } }`;
    const none = { memberId: people.Cem, period: quarter, amount: null };
    expect(await admin.refusal(save, { inputs: [none] })).toBe('FORBIDDEN');
    const bad = { memberId: people.Ann, period: quarter, amount: '-1' };
    expect(await finance.refusal(save, { inputs: [none, bad] })).toBe('BAD_QUOTAS');
    expect(await onBoard()).toContain('Cem');
    const other = { memberId: people.Cem, period: '2030-Q1', amount: '500' };
    expect(await finance.ask(save, { inputs: [none, other] })).toEqual({
      saveQuotas: [{ amount: '500' }],
    });
    const gone = { ...other, amount: null };
    expect(await finance.ask(save, { inputs: [none, gone] })).toEqual({ saveQuotas: [] });
    expect(await onBoard()).not.toContain('Cem');
    const { goal } = await finance.ask<{ goal: object }>(
      `query ($id: ID!) { goal(memberId: $id, period: "2025") { target } }`,
      { id: people.Cem },
    );
    expect(goal).toEqual({ target: null });
    await laurel.sql(
      `insert into period (organization_id, name, kind, from_day, to_day, status)
       select organization_id, '2023', 'year', '2023-01-01', '2024-01-01', 'locked' from organization`,
    );
    const locked = { ...none, period: '2023-Q1' };
    expect(await finance.refusal(save, { inputs: [locked] })).toBe('PERIOD_LOCKED');
  });

  it('takes quotas from a file, and nothing from the same file again', async () => {
    const file =
      'Mitarbeiter;Quartal;Quota\nCem;Q2 2025;12.500,00\nDora;2025/5;100,00\nZoe;2025;1,00\n';
    const first = await importFile(finance, 'quota', 'quotas.csv', file);
    expect([first.createdCount, first.rejectedCount]).toEqual([2, 1]);
    const again = await importFile(finance, 'quota', 'quotas.csv', file);
    expect([again.createdCount, again.updatedCount, again.unchangedCount]).toEqual([0, 0, 2]);
    const { quotas } = await finance.ask<{ quotas: { rows: object[] } }>(
      `{ quotas(period: "2025-Q2") { rows { member { name } amount currency } } }`,
    );
    expect(quotas.rows).toEqual([{ member: { name: 'Cem' }, amount: '1250000', currency: 'EUR' }]);
  });

  it('tells who watches, and takes badges back with the deal', async () => {
    const watched = watch(laurel.url, ann.headers);
    await watched.ready;
    await saveDeals(admin, [
      { ...won('Ann', 'A-9', 2_000), status: 'lost' },
      won('Ben', 'B-2', 15_000),
    ]);
    await admin.settled();
    const board = await readBoard(admin, { measure: 'credited' });
    expect(board.rows[0]?.member.name).toBe('Ben');
    expect((await awardsOf('Ann')).map(({ badge, reason }) => [badge.code, reason])).toEqual([
      ['first-deal', null],
      ['ten-deals', 'tooFewDeals'],
      ['top-of-the-board', 'overtaken'],
    ]);
    await watched.until((events) => events.filter(({ awarded }) => awarded).length >= 4);
    await watched.until((events) => events.some((e) => e.standingsChanged?.period === quarter));
    await watched.stop();
  });
});

type Signal = { standingsChanged?: { period: string }; awarded?: { badge: { code: string } } };

/** Subscribes to boards and awards as a browser would. */
function watch(url: string, headers: Record<string, string>) {
  const events: Signal[] = [];
  const socket = class extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
    }
  };
  const client: Client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: socket,
    lazy: false,
  });
  for (const query of [
    'subscription { standingsChanged { period } }',
    'subscription { awarded { badge { code } } }',
  ])
    client.subscribe<Signal>(
      { query },
      {
        next: ({ data }) => data && events.push(data),
        error: (e) => {
          throw e;
        },
        complete: () => {},
      },
    );
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  return {
    ready: pause(500),
    until: async (met: (events: Signal[]) => boolean) => {
      for (let waited = 0; !met(events); waited += 50) {
        if (waited > 10_000) throw new Error(`Not seen: ${JSON.stringify(events)}`);
        await pause(50);
      }
    },
    stop: () => client.dispose(),
  };
}
