import { add, compare, type Decimal, parseDecimal, zero } from '@laurel/shared/core';
import fc from 'fast-check';
import { earn, problemsOf } from './earn.js';
import { credit, examplePlan as plan, quota } from './example.js';
import type { EarningLine } from './line.js';
import type { PayableCredit } from './partition.js';

const linesFor = (...credits: PayableCredit[]) => earn({ plan, quota, credits });
const total = (lines: readonly EarningLine[], of: 'base' | 'exact'): Decimal =>
  lines.reduce((sum, line) => add(sum, parseDecimal(line[of])), zero);
const cents = fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n });

describe('earn', () => {
  it('pays each side of a tier edge at its own rate and says why', () => {
    const [first, second, ...rest] = linesFor(
      credit('A', 400_00n),
      credit('B', 200_00n, { product: 'Gold' }),
    ).slice(1);
    expect(first).toEqual({
      component: 'commission',
      kind: 'tier',
      creditId: 'credit of B',
      dealId: 'deal B',
      tier: 0,
      tierFrom: '0',
      tierTo: '0.5',
      base: '10000',
      rate: '0.05',
      multiplier: '1.2',
      exact: '600',
      amount: 6_00n,
      currency: 'EUR',
      rounding: 'half-even',
      creditedBefore: 400_00n,
      quota: 1_000_00n,
      detail: null,
    });
    expect(second).toMatchObject({
      tier: 1,
      tierFrom: '0.5',
      tierTo: '1',
      base: '10000',
      rate: '0.08',
      amount: 9_60n,
    });
    expect(rest).toEqual([]);
  });

  it('puts a deal that ends on an edge wholly below it', () => {
    expect(linesFor(credit('A', 500_00n)).map(({ tier }) => tier)).toEqual([0]);
    expect(linesFor(credit('A', 500_01n)).map(({ tier, base }) => [tier, base])).toEqual([
      [0, '50000'],
      [1, '1'],
    ]);
  });

  it('stays exact when an edge falls on a fraction of a cent, and rounds once at the end', () => {
    const lines = earn({
      plan,
      quota: { amount: 3_33n, currency: 'EUR' },
      credits: [credit('A', 3_00n)],
    });
    expect(lines.map(({ base, exact, amount }) => [base, exact, amount])).toEqual([
      ['166.5', '8.325', 8n],
      ['133.5', '10.68', 11n],
    ]);
  });

  it('rounds an exact half the way the plan says', () => {
    const half = { quota, credits: [credit('A', 50n)] };
    expect(earn({ plan, ...half })).toMatchObject([{ exact: '2.5', amount: 2n }]);
    expect(earn({ plan: { ...plan, rounding: 'half-up' }, ...half })).toMatchObject([
      { exact: '2.5', amount: 3n },
    ]);
  });

  it('pays a bonus per deal of the product, and none for a correction', () => {
    const starter = { product: 'Starter' };
    const lines = linesFor(
      credit('A', 0n, starter),
      credit('B', 10_00n, starter),
      credit('C', -10_00n, starter),
    );
    const bonuses = lines.filter(({ kind }) => kind === 'spiff');
    expect(bonuses.map(({ dealId, amount }) => [dealId, amount])).toEqual([
      ['deal A', 7_50n],
      ['deal B', 7_50n],
    ]);
  });

  it('pays one override line on what the teams within reach were credited', () => {
    const rolledUp = { kind: 'rollUp', level: 1 } as const;
    const lines = linesFor(
      credit('A', 300_00n, rolledUp),
      credit('B', 150_50n, rolledUp),
      credit('C', 999_00n, { ...rolledUp, level: 2 }),
    );
    expect(lines).toMatchObject([
      { kind: 'override', dealId: null, base: '45050', rate: '0.01', exact: '450.5', amount: 450n },
    ]);
  });

  it('names what it cannot pay', () => {
    const credits = [credit('A', 100_00n), credit('B', 5_00n, { currency: 'USD' })];
    const missing = {
      code: 'RATE_MISSING',
      dealId: 'deal B',
      message: expect.stringContaining('Deal B is in USD'),
    };
    expect(problemsOf({ plan, quota, credits })).toEqual([missing]);
    expect(problemsOf({ plan, quota: null, credits })).toMatchObject([
      { code: 'QUOTA_MISSING' },
      missing,
    ]);
    expect(problemsOf({ plan, quota: { ...quota, currency: 'USD' }, credits })).toMatchObject([
      { code: 'RATE_MISSING' },
      missing,
    ]);
    expect(problemsOf({ plan, quota: null, credits: [] })).toEqual([]);
    expect(earn({ plan, quota, credits })).toHaveLength(1);
    expect(earn({ plan, quota: { ...quota, amount: 0n }, credits })).toEqual([]);
  });
});

describe('the laws of earning', () => {
  it('bases every cent of every credit exactly once, corrections included', () => {
    fc.assert(
      fc.property(
        fc.array(cents, { maxLength: 8 }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (amounts, amount) => {
          const credits = amounts.map((each, i) => credit(`D${i}`, each));
          const lines = earn({ plan, quota: { amount, currency: 'EUR' }, credits });
          const sum = amounts.reduce((all, each) => all + each, 0n);
          expect(compare(total(lines, 'base'), { units: sum, scale: 0 })).toBe(0);
        },
      ),
    );
  });

  it('pays the same exact sum for a deal cut in two', () => {
    fc.assert(
      fc.property(cents, cents, cents, (before, one, two) => {
        const head = credit('A', before);
        const cut = linesFor(head, credit('B', one), credit('C', two));
        const entire = linesFor(head, credit('B', one + two));
        expect(compare(total(cut, 'exact'), total(entire, 'exact'))).toBe(0);
      }),
    );
  });

  it('does not depend on the order the credits come in', () => {
    const anyCredits = fc
      .uniqueArray(
        fc.record({
          id: fc.string(),
          amount: cents,
          day: fc.constantFrom('2026-01-05', '2026-01-06'),
        }),
        {
          selector: ({ id }) => id,
        },
      )
      .map((all) => all.map(({ id, amount, day }) => credit(id, amount, { creditedOn: day })));
    const shuffled = anyCredits.chain((credits) =>
      fc.tuple(fc.constant(credits), fc.shuffledSubarray(credits, { minLength: credits.length })),
    );
    fc.assert(
      fc.property(shuffled, ([credits, other]) =>
        expect(linesFor(...other)).toEqual(linesFor(...credits)),
      ),
    );
  });
});
