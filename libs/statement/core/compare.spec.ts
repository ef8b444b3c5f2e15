import {
  earn,
  earnedBy,
  type EarningLine,
  parsePlan,
  type Partition,
  type PayableCredit,
} from '@laurel/commission/core';
import fc from 'fast-check';
import { compareStatements, type StatementFigures } from './compare.js';

const title = { en: 'Pay', de: 'Geld' };
const planOf = (rate = '0.05') =>
  parsePlan({
    currency: 'EUR',
    period: 'quarter',
    components: [
      {
        kind: 'tiers',
        name: 'commission',
        title,
        tiers: [
          { from: '0', rate },
          { from: '0.5', rate: '0.1' },
        ],
        multipliers: [{ product: 'Gold', multiplier: '2' }],
      },
      { kind: 'override', name: 'team', title, rate: '0.01' },
      {
        kind: 'objectives',
        name: 'goals',
        title,
        target: '100',
        objectives: [{ name: 'care', title, weight: '1' }],
      },
    ],
  });

const credit = (
  name: string,
  amount: bigint,
  more: Partial<PayableCredit> = {},
): PayableCredit => ({
  id: `credit of ${name}`,
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

type Given = Partial<Partition> & { version?: string };

const statement = ({ version = 'v1', ...facts }: Given): StatementFigures => {
  const quota = { amount: 100_000n, currency: 'EUR' };
  const partition = { plan: planOf(), quota, credits: [], scores: { care: '1' }, ...facts };
  return { lines: earn(partition), planVersionId: version, quota: partition.quota?.amount ?? null };
};

const a = credit('A', 40_000n);
const b = credit('B', 40_000n);
const told = (before: Given, after: Given) =>
  compareStatements(statement(before), statement(after)).map(
    ({ dealId, before: was, after: is, reason }) => [dealId, was, is, reason],
  );

describe('what changed on a statement', () => {
  it('says nothing of equal ones', () => {
    expect(told({ credits: [a, b] }, { credits: [b, a] })).toEqual([]);
  });

  it('tells deals that came, changed and went, and those they move', () => {
    expect(told({ credits: [a] }, { credits: [a, b] })).toEqual([['B', null, 3500n, 'dealAdded']]);
    expect(told({ credits: [a, b] }, { credits: [b] })).toEqual([
      ['B', 3500n, 2000n, 'order'],
      ['A', 2000n, null, 'dealRemoved'],
    ]);
    expect(told({ credits: [a] }, { credits: [{ ...a, amount: 20_000n }] })).toEqual([
      ['A', 2000n, 1000n, 'deal'],
    ]);
    expect(told({ credits: [a] }, { credits: [{ ...a, product: 'Gold' }] })).toEqual([
      ['A', 2000n, 4000n, 'deal'],
    ]);
  });

  it('tells a share apart from a deal, and another rate of exchange', () => {
    const shared = { ...a, id: 'another credit of A', kind: 'split' as const, amount: 20_000n };
    expect(told({ credits: [a] }, { credits: [shared] })).toEqual([['A', 2000n, 1000n, 'split']]);
    const dollars = (rate: string, amount: bigint): PayableCredit => ({
      ...a,
      amount,
      exchange: { amount: '50000', currency: 'USD', rate, source: 'bank', day: '2026-01-01' },
    });
    expect(
      told({ credits: [dollars('0.8', 40_000n)] }, { credits: [dollars('0.6', 30_000n)] }),
    ).toEqual([['A', 2000n, 1500n, 'rate']]);
  });

  it('tells what the rules changed: quota, plan, score, and the team', () => {
    const quota = { amount: 160_000n, currency: 'EUR' };
    expect(told({ credits: [a, b] }, { credits: [a, b], quota })).toEqual([
      ['B', 3500n, 2000n, 'quota'],
    ]);
    expect(told({ credits: [a] }, { credits: [a], plan: planOf('0.06'), version: 'v2' })).toEqual([
      ['A', 2000n, 2400n, 'plan'],
    ]);
    expect(told({}, { scores: { care: '0.5' } })).toEqual([[null, 10_000n, 5_000n, 'score']]);
    const below = credit('C', 70_000n, { kind: 'rollUp', level: 1 });
    expect(told({}, { credits: [below] })).toEqual([[null, null, 700n, 'team']]);
  });

  it('adds up to the difference of the totals, whatever changed', () => {
    const anyCredit = fc
      .tuple(
        fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        fc.bigInt({ min: -20_000n, max: 90_000n }),
        fc.constantFrom('direct' as const, 'split' as const, 'overlay' as const, 'rollUp' as const),
        fc.constantFrom('Gold', null),
      )
      .map(([name, amount, kind, product]) =>
        credit(name, amount, { id: `${name} ${kind}`, kind, product }),
      );
    const anyStatement = fc
      .record({
        credits: fc.uniqueArray(anyCredit, { selector: ({ id }) => id }),
        quota: fc.option(
          fc.bigInt({ min: 0n, max: 90_000n }).map((amount) => ({ amount, currency: 'EUR' })),
        ),
        version: fc.constantFrom('v1', 'v2'),
      })
      .map((given) =>
        statement({ ...given, plan: planOf(given.version === 'v1' ? '0.05' : '0.06') }),
      );
    fc.assert(
      fc.property(anyStatement, anyStatement, (before, after) => {
        const changes = compareStatements(before, after);
        const sum = (of: (change: (typeof changes)[number]) => bigint | null) =>
          changes.reduce((total, each) => total + (of(each) ?? 0n), 0n);
        const paid = (lines: readonly EarningLine[]) => earnedBy(lines);
        expect(sum(({ difference }) => difference)).toBe(paid(after.lines) - paid(before.lines));
        expect(sum(({ after: is }) => is) - sum(({ before: was }) => was)).toBe(
          sum(({ difference }) => difference),
        );
        expect(compareStatements(after, after)).toEqual([]);
        expect(
          compareStatements(after, before)
            .map(({ difference }) => -difference)
            .sort(),
        ).toEqual(changes.map(({ difference }) => difference).sort());
      }),
      { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 300) },
    );
  });
});
