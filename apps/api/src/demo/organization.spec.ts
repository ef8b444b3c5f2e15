import fs from 'node:fs';
import path from 'node:path';
import { checkPlan } from '@laurel/commission/core';
import { addDays, contains, periodOf, weekday } from '@laurel/shared/core';
import fc from 'fast-check';
import { accountsIn } from './accounts.js';
import type { Deal } from './deals.js';
import { demoOrganization } from './organization.js';
import { products } from './products.js';
import { teams } from './teams.js';

const today = '2026-11-24';
const demo = demoOrganization(today);
const people = [...demo.people.values()];

const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days));

describe('the demo organisation', () => {
  it('is the same for the same seed and day, and another for another seed', () => {
    expect(demoOrganization(today)).toEqual(demo);
    expect(demoOrganization(today, 8).deals).not.toEqual(demo.deals);
  });

  it('has 60 people under their own names and addresses', () => {
    expect(people).toHaveLength(60);
    expect(new Set(people.map(({ name }) => name)).size).toBe(60);
    for (const { email } of people) expect(email).toMatch(/^[a-z.]+@alder-finch\.example$/);
  });

  it('has about 8,000 deals, a fifth of the closed ones lost, and a pipeline in every stage', () => {
    const of = (status: string) => demo.deals.filter((deal) => deal.status === status);
    expect(demo.deals.length).toBeGreaterThan(7_500);
    expect(demo.deals.length).toBeLessThan(8_500);
    const lostShare = of('lost').length / (of('lost').length + of('won').length);
    expect(lostShare).toBeGreaterThan(0.17);
    expect(lostShare).toBeLessThan(0.23);
    expect(new Set(of('open').map(({ stage }) => stage)).size).toBe(4);
  });

  it('lets some reach their quota and others not, in every full quarter', () => {
    for (const period of new Set(demo.quotas.map((quota) => quota.period))) {
      const shares = demo.quotas.filter((quota) => quota.period === period).map(attainmentOf);
      const reached = shares.filter((share) => share >= 1).length / shares.length;
      expect(reached).toBeLessThan(0.8);
      if (period !== periodOf(today, 'quarter')) expect(reached).toBeGreaterThan(0.3);
    }
  });

  it('shows its rep among the first six of the quarter', () => {
    const quarter = demo.quotas.filter(({ period }) => period === periodOf(today, 'quarter'));
    const ranked = quarter.toSorted((a, b) => (wonIn(a) > wonIn(b) ? -1 : 1));
    const names = ranked.map(({ seat }) => demo.people.get(seat)!.name);
    expect(names.slice(2, 6)).toContain('Jonas Wiegand');
  });

  it('has plans that the product takes', () => {
    for (const { document } of demo.plans.flatMap(({ versions }) => versions))
      expect(checkPlan(document)).toEqual([]);
  });

  it('names no person, customer or product of the real data', () => {
    const shared = process.env.LAUREL_SHARED ?? path.resolve('../../../shared');
    const folder = path.join(shared, 'data/crm-sales-opportunities');
    const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
    const real = files
      .filter((file) => /^(accounts|products|sales_teams)\.csv$/.test(file))
      .flatMap((file) => fs.readFileSync(path.join(folder, file), 'utf8').split(/[,\r\n]+/));
    const own = [people, Object.values(accountsIn), products, teams]
      .flat(2)
      .map(({ name }) => name);
    expect(own.filter((name) => real.includes(name))).toEqual([]);
  });
});

describe('a demo of any day', () => {
  it('ends on that day, and every deal was its owner’s to close', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(), (day, seed) => {
        const isWrong = ({ seat, createdOn, closedOn, amount }: Deal) => {
          const end = closedOn ?? day;
          const isInOrder = seat.hiredOn <= createdOn && createdOn <= end && end <= day;
          const isOwners = seat.places.some((place) => contains(place, end));
          const isSigned = closedOn === null || weekday(closedOn) < 6;
          return !(isInOrder && isOwners && isSigned && amount > 0n);
        };
        expect(demoOrganization(day, seed).deals.filter(isWrong)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });

  it('gives the four accounts to the same names', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const roles = [...demoOrganization(day).people].map(([{ role }, { name }]) => [name, role]);
        expect(Object.fromEntries(roles)).toMatchObject({
          'Mara Lindqvist': 'admin',
          'Tobias Ackermann': 'finance',
          'Leyla Aydemir': 'manager',
          'Jonas Wiegand': 'rep',
        });
      }),
      { numRuns: 5 },
    );
  });

  it('has leads and their people meet, mostly, and talk only where they met', () => {
    const { oneOnOnes } = demo;
    expect(new Set(oneOnOnes.map(({ lead }) => lead)).size).toBe(teams.length);
    const names = oneOnOnes.map(({ lead, member }) =>
      [lead, member].map((seat) => demo.people.get(seat)!.name),
    );
    expect(names).toContainEqual(['Leyla Aydemir', 'Jonas Wiegand']);
    const meetings = oneOnOnes.flatMap((series) => series.meetings);
    const held = meetings.filter(({ status }) => status === 'held');
    expect(held.length / meetings.length).toBeGreaterThan(0.7);
    expect(new Set(meetings.map(({ status }) => status)).size).toBe(3);
    for (const { status, talk, skipNote } of meetings)
      expect([talk !== null, skipNote !== null]).toEqual([status === 'held', status === 'skipped']);
  });
});

type Quota = (typeof demo.quotas)[number];

const wonIn = ({ seat, period }: Quota): bigint =>
  demo.deals
    .filter((deal) => deal.seat === seat && deal.status === 'won')
    .filter(({ closedOn }) => periodOf(closedOn!, 'quarter') === period)
    .reduce((sum, { amount }) => sum + amount, 0n);

const attainmentOf = (quota: Quota): number => Number(wonIn(quota)) / Number(quota.amount);
