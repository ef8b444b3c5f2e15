import type { Browser } from './client.js';
import { organizationOf } from './dump.js';
import type { Laurel } from './laurel.js';
import {
  addPeople,
  addTeam,
  found,
  join,
  place,
  saveDeals,
  savePlan,
  saveQuotas,
} from './organization.js';

export const lockedQuarter = '2026-Q1';

/** Two reps under a manager, paid by quarter; their first quarter has deals across the tiers. */
export type Small = {
  admin: Browser;
  finance: Browser;
  people: Record<string, string>;
  planId: string;
  organizationId: string;
};

export const document = (rate = '0.05') => ({
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [
        { from: '0', rate },
        { from: '0.5', rate: '0.08' },
        { from: '1', rate: '0.1' },
      ],
    },
    {
      kind: 'override',
      name: 'team',
      title: { en: 'Team', de: 'Team' },
      rate: '0.01',
    },
  ],
});

export async function foundSmall(
  laurel: Laurel,
  name: string,
  plan: object = document(),
): Promise<Small> {
  const email = `${name}@example.com`;
  const admin = await found(laurel, name, email);
  const people = await addPeople(admin, [
    { name: 'Ann', role: 'rep', email: `ann@${name}.example` },
    { name: 'Bob', role: 'rep', email: `bob@${name}.example` },
    { name: 'Max', role: 'manager', email: `max@${name}.example` },
    { name: 'Fin', role: 'finance', email: `fin@${name}.example` },
  ]);
  const team = await addTeam(admin, 'Team');
  await place(admin, team, [people.Max!], { position: 'manager' });
  await place(admin, team, [people.Ann!, people.Bob!]);
  const finance = await join(laurel, admin, people.Fin!);
  const paid = [people.Ann!, people.Bob!, people.Max!];
  const planId = await savePlan(finance, plan, paid);
  await saveQuotas(
    finance,
    ['Ann', 'Bob'].map((rep) => ({
      memberId: people[rep]!,
      period: lockedQuarter,
      amount: '1000000',
    })),
  );
  const deals = [300_000, 400_000, 500_000].flatMap((amount, i) =>
    ['Ann', 'Bob'].map((rep) => ({
      externalId: `${rep}-${i}`,
      owner: people[rep]!,
      amount: String(amount),
      status: 'won',
      closedOn: `2026-0${i + 1}-10`,
    })),
  );
  await saveDeals(finance, deals);
  await finance.settled();
  const organizationId = await organizationOf(laurel.databaseUrl, email);
  return { admin, finance, people, planId, organizationId };
}

export type PaidLine = {
  kind: string;
  amount: string;
  deal: { externalId: string } | null;
  detail: {
    correction?: {
      period: string;
      before: string;
      after: string;
      cause: string;
      origin: string | null;
    };
  } | null;
};

/** Lines of a payee's period; none without a statement. */
export async function linesIn(
  { finance, people }: Small,
  name: string,
  period: string,
): Promise<PaidLine[]> {
  const { statement } = await finance.ask<{
    statement: { lines: { rows: PaidLine[] } } | null;
  }>(
    `query ($id: ID!, $period: String!) { statement(memberId: $id, period: $period) {
       lines(page: { first: 200, offset: 0 }) { rows { kind amount deal { externalId } detail } } } }`,
    { id: people[name], period },
  );
  return statement?.lines.rows ?? [];
}

/** All that somebody was ever paid. */
export async function paidInAll({ finance, people }: Small, name: string): Promise<bigint> {
  const { statementHistory } = await finance.ask<{ statementHistory: { earned: string }[] }>(
    `query ($id: ID!) { statementHistory(memberId: $id) { earned } }`,
    { id: people[name] },
  );
  return statementHistory.reduce((sum, { earned }) => sum + BigInt(earned), 0n);
}
