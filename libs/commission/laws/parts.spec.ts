import { splitCredit } from '@laurel/credit/core';
import { groupBy } from '@laurel/shared/core';
import fc from 'fast-check';
import { asksRolledUp } from '../core/asked.js';
import { compilePlan } from '../core/compile.js';
import { earn, outcomeOf } from '../core/earn.js';
import { earnedBy, headOf } from '../core/head.js';
import type { PayableCredit } from '../core/partition.js';
import { parsePlan } from '../core/plan.js';
import { anyFacts } from './any-facts.js';
import { anyPlan } from './any-plan.js';
import { decimal, edges, maybe, rate } from './any-settings.js';

const runs = { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 1_000) };
const title = { en: 'Pay', de: 'Geld' };
const planOf = (...components: object[]) =>
  parsePlan({
    currency: 'EUR',
    period: 'quarter',
    components: components.map((each, i) => ({ name: `pay-${i}`, title, ...each })),
  });

/** Ten-thousandths as a decimal. */
const shareOf = (parts: number) => (parts === 10_000 ? '1' : `0.${String(parts).padStart(4, '0')}`);

describe('law 1: parts sum to the whole', () => {
  it('of a deal that is split, for any amount, sign and shares', () => {
    const shares = fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), shares, (amount, cuts) => {
        const marks = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
        const parts = marks.slice(1).map((mark, i) => ({
          payeeId: `payee ${i}`,
          share: shareOf(mark - marks[i]!),
        }));
        const sum = splitCredit(amount, parts).reduce((all, each) => all + each.amount, 0n);
        expect(sum).toBe(amount);
      }),
      runs,
    );
  });

  it('of a pool, over all its members', () => {
    const sharing = fc.constantFrom('equal', 'weight', 'credited');
    fc.assert(
      fc.property(anyFacts, sharing, fc.nat(100_000), (facts, share, size) => {
        const { pool } = facts;
        if (!pool) return;
        const amount = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
        const plan = planOf({ kind: 'pool', amount, share });
        const parts = pool.members.map(({ id }) =>
          earnedBy(earn({ plan, ...facts, pool: { ...pool, payeeId: id } })),
        );
        const sum = parts.reduce((all, each) => all + each, 0n);
        expect([0n, BigInt(size)]).toContain(sum);
        if (share === 'equal') expect(sum).toBe(BigInt(size));
      }),
      runs,
    );
  });

  it('of what is rolled up, where a plan asks for no more than its sum', () => {
    let summed = 0;
    const override = fc.record({ rate, levels: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(anyPlan, override, anyFacts, ({ components, ...rest }, own, facts) => {
        const team = { kind: 'override', name: 'team', title, ...own } as const;
        const plan = { ...rest, components: [...components, team] };
        if (asksRolledUp(plan)) return;
        summed++;
        const credits = withSums(facts.credits);
        const [each, sums] = [facts, { ...facts, credits }].map((all) => ({ plan, ...all }));
        expect(outcomeOf(sums!)).toEqual(outcomeOf(each!));
        expect(headOf(sums!, [])).toEqual(headOf(each!, []));
      }),
      runs,
    );
    expect(summed).toBeGreaterThan(runs.numRuns / 10);
  });
});

/** What is rolled up in the plan's currency as one credit for each level. */
function withSums(credits: readonly PayableCredit[]): PayableCredit[] {
  const isSummed = ({ kind, currency }: PayableCredit) => kind === 'rollUp' && currency === 'EUR';
  const levels = groupBy(credits.filter(isSummed), ({ level }) => level);
  const sums = [...levels.values()].map((own) => ({
    ...own[0]!,
    amount: own.reduce((sum, { amount }) => sum + amount, 0n),
  }));
  return [...credits.filter((credit) => !isSummed(credit)), ...sums];
}

describe('the short way', () => {
  const multipliers = maybe(fc.constant([{ product: 'Gold', multiplier: '1.25' }]));
  const credits = maybe(fc.subarray(['direct', 'split', 'rollUp'], { minLength: 1 }));
  const plain = fc
    .tuple(
      edges(1),
      fc.array(rate, { minLength: 5, maxLength: 5 }),
      multipliers,
      credits,
      decimal(9),
    )
    .map(([from, rates, by, kinds, amount]) => {
      const tiers = from.map((edge, i) => ({ from: edge, rate: rates[i]! }));
      const shared = { multipliers: by, credits: kinds };
      return planOf(
        { kind: 'tiers', tiers, ...shared },
        { kind: 'flat', rate: rates[0], ...shared },
        { kind: 'spiff', product: 'Gold', amount, ...shared },
        { kind: 'override', rate: rates[1] },
      );
    });

  it('makes the very lines of the general way', () => {
    fc.assert(
      fc.property(plain, anyFacts, (plan, facts) => {
        const compiled = compilePlan(plan);
        expect(compiled.components.every((each) => each.plain)).toBe(true);
        const general = {
          ...compiled,
          components: compiled.components.map((each) => ({ ...each, plain: null })),
        };
        expect(earn({ plan, ...facts })).toEqual(earn({ plan, ...facts }, general));
      }),
      runs,
    );
  });
});
