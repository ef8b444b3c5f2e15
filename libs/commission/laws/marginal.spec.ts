import { Rational } from '@laurel/shared/core';
import fc from 'fast-check';
import { earn } from '../core/earn.js';
import { credit } from '../core/example.js';
import { parsePlan } from '../core/plan.js';
import { decimal, edges, maybe, rate } from './any-settings.js';

const runs = { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 1_000) };
const title = { en: 'Pay', de: 'Geld' };
const five = <T>(each: fc.Arbitrary<T>) => fc.array(each, { minLength: 5, maxLength: 5 });
const cents = fc.bigInt({ min: -50_000n, max: 90_000n });
const quota = { amount: 100_00n, currency: 'EUR' };

/** Marginal tiers with whatever else does not look at deals one by one. */
const marginal = fc
  .record({
    from: edges(1),
    rates: five(rate),
    basis: fc.constantFrom('quota', 'amount'),
    weight: maybe(decimal(2)),
    edgesRule: maybe(fc.constantFrom('closed-above', 'closed')),
    accelerator: maybe(fc.tuple(edges(1), five(decimal(3)))),
    cap: maybe(decimal(3)),
  })
  .map(({ from, rates, basis, weight, edgesRule, accelerator, cap }) =>
    parsePlan({
      currency: 'EUR',
      period: 'quarter',
      components: [
        {
          kind: 'tiers',
          name: 'pay',
          title,
          basis,
          weight,
          edges: edgesRule,
          tiers: from.map((edge, i) => ({ from: edge, rate: rates[i]! })),
          accelerator: accelerator && {
            tiers: accelerator[0].map((edge, i) => ({
              from: edge,
              multiplier: accelerator[1][i]!,
            })),
          },
          cap: cap && { on: 'attainment', at: cap },
          multipliers: [{ product: 'Gold', multiplier: '1.5' }],
        },
      ],
    }),
  );

type Plan = ReturnType<typeof parsePlan>;
const exactly = (plan: Plan, ...amounts: [id: string, amount: bigint, product?: string][]) =>
  earn({
    plan,
    quota,
    credits: amounts.map(([id, amount, product = 'Silver']) => credit(id, amount, { product })),
  }).reduce((sum, { exact }) => sum.add(Rational.parse(exact)), Rational.zero);

describe('law 2: marginal tiers', () => {
  it('pay the same for a deal cut in two', () => {
    fc.assert(
      fc.property(marginal, cents, cents, cents, (plan, before, one, two) => {
        const cut = exactly(plan, ['A', before], ['B', one, 'Gold'], ['C', two, 'Gold']);
        const entire = exactly(plan, ['A', before], ['B', one + two, 'Gold']);
        expect(cut.toText()).toBe(entire.toText());
      }),
      runs,
    );
  });

  it('never jump: one cent more changes pay by no more than the highest rate of a cent', () => {
    const highest = Rational.of(18n);
    fc.assert(
      fc.property(marginal, cents, (plan, amount) => {
        const step = exactly(plan, ['A', amount + 1n]).subtract(exactly(plan, ['A', amount]));
        expect(step.abs().compare(highest)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });
});
