import fc from 'fast-check';
import { anyFacts } from '../laws/any-facts.js';
import { anyPlan } from '../laws/any-plan.js';
import { differences, ofVersion } from './correction.js';
import { earn } from './earn.js';
import { earnedBy } from './head.js';
import { byOrigin, type LateFacts } from './origin.js';
import type { Partition, PayableCredit } from './partition.js';
import { parsePlan } from './plan.js';

const plan = parsePlan({
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [
        { from: '0', rate: '0.05' },
        { from: '0.5', rate: '0.1' },
      ],
      multipliers: [{ product: 'Gold', multiplier: '2' }],
    },
    { kind: 'override', name: 'team', title: { en: 'Team', de: 'Team' }, rate: '0.01' },
  ],
});

const credit = (
  name: string,
  amount: bigint,
  more: Partial<PayableCredit> = {},
): PayableCredit => ({
  id: `${name} ${amount}`,
  dealId: name,
  externalId: name,
  kind: 'direct',
  level: 0,
  amount,
  currency: 'EUR',
  creditedOn: '2026-01-10',
  product: null,
  ...more,
});

const partition = (...credits: PayableCredit[]): Partition => ({
  plan,
  quota: { amount: 100_000n, currency: 'EUR' },
  credits,
  range: { from: '2026-01-01', to: '2026-04-01' },
});

const paid = (due: Partition) => earn(due).map((line) => ofVersion(line, due));

type Given = { before: Partition; after: Partition; whole?: 'quota' };

/** Who moved whose pay, by how much and why. */
function moved({ before, after, whole }: Given, more: Partial<LateFacts> = {}) {
  const found = differences({ lines: paid(before), corrections: [] }, paid(after), whole ?? null);
  const known = { partition: after, credits: before.credits, edited: [], whole: whole ?? null };
  return byOrigin(found, { ...known, ...more }).map(
    ({ originDealId, dealId, difference, cause }) => [originDealId, dealId, difference, cause],
  );
}

describe('the deals that moved pay', () => {
  const a = credit('A', 40_000n);
  const b = credit('B', 40_000n);

  it('a changed deal moves itself, and what comes after it into another tier', () => {
    expect(moved({ before: partition(a, b), after: partition(credit('A', 50_000n), b) })).toEqual([
      ['A', 'A', 500n, 'deal'],
      ['A', 'B', 500n, 'order'],
    ]);
  });

  it('two changed deals are told apart, also where they move the same pay', () => {
    const z = credit('Z', 20_000n);
    const after = partition(credit('A', 30_000n), credit('B', 50_000n), z);
    expect(moved({ before: partition(a, b, z), after })).toEqual([
      ['A', 'A', -500n, 'deal'],
      ['A', 'B', -500n, 'order'],
      ['B', 'B', 1000n, 'deal'],
    ]);
  });

  it('a deal that comes or goes moves the share of a manager, which is about no deal', () => {
    const c = credit('C', 70_000n, { kind: 'rollUp', level: 1 });
    expect(moved({ before: partition(), after: partition(c) })).toEqual([
      ['C', null, 700n, 'deal'],
    ]);
    expect(moved({ before: partition(c), after: partition() })).toEqual([
      ['C', null, -700n, 'deal'],
    ]);
  });

  it('another product moves the deal though its credit stays, and nothing is said of other deals', () => {
    const gold = { ...a, product: 'Gold' };
    const after = partition(gold, b);
    const known = { credits: [gold, b], edited: ['A'] };
    expect(moved({ before: partition(a, b), after }, known)).toEqual([['A', 'A', 2000n, 'deal']]);
  });

  it('nobody is named for another quota', () => {
    const after = { ...partition(a, b), quota: { amount: 160_000n, currency: 'EUR' } };
    expect(moved({ before: partition(a, b), after, whole: 'quota' })).toEqual([
      [null, 'B', -1500n, 'quota'],
    ]);
  });

  it('whatever the plan and the changes, the parts sum to the whole, piece by piece', () => {
    const anyChange = fc.tuple(anyPlan, anyFacts, anyFacts);
    fc.assert(
      fc.property(anyChange, ([any, { credits: before, ...facts }, { credits: after }]) => {
        const due: Partition = { plan: any, ...facts, credits: after };
        const lines = paid({ ...due, credits: before });
        const found = differences({ lines, corrections: [] }, paid(due), null);
        const parts = byOrigin(found, { partition: due, credits: before, edited: [], whole: null });
        expect(
          parts.every(({ before: was, after: is, difference }) => is - was === difference),
        ).toBe(true);
        const sum = parts.reduce((total, each) => total + each.difference, 0n);
        expect(sum).toBe(earnedBy(earn(due)) - earnedBy(lines));
        expect(parts.every(({ originDealId }) => originDealId !== null)).toBe(true);
      }),
      { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 300) },
    );
  });
});
