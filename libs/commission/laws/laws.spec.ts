import { Rational } from '@laurel/shared/core';
import fc from 'fast-check';
import { compilePlan } from '../core/compile.js';
import { earn, outcomeOf } from '../core/earn.js';
import { explain } from '../core/explain/explain.js';
import { earnedBy } from '../core/head.js';
import type { EarningLine } from '../core/line.js';
import type { Partition } from '../core/partition.js';
import { anyFacts } from './any-facts.js';
import { anyPlan } from './any-plan.js';

const runs = { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 1_000) };
const anyPartition: fc.Arbitrary<Partition> = fc
  .tuple(anyPlan, anyFacts)
  .map(([plan, facts]) => ({ plan, ...facts }));

const keyOf = ({ component, creditId, tier, kind, detail }: EarningLine) =>
  [component, creditId, tier, kind, detail?.part].join('|');
const sumOf = (numbers: readonly Rational[]) =>
  numbers.reduce((sum, each) => sum.add(each), Rational.zero);
const exactOf = (lines: readonly EarningLine[]) =>
  sumOf(lines.map(({ exact }) => Rational.parse(exact)));

/** Whatever is in it can no longer be changed. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

describe('laws that hold for any plan and any facts', () => {
  it('3: the same lines for any order, any repetition, and whatever was computed between', () => {
    const shuffled = anyPartition.chain((partition) =>
      fc.tuple(
        fc.constant(partition),
        fc.shuffledSubarray([...partition.credits], { minLength: partition.credits.length }),
        fc.shuffledSubarray([...partition.earlier!], { minLength: partition.earlier!.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([partition, credits, earlier]) => {
        const first = outcomeOf(partition);
        outcomeOf({ ...partition, credits: credits.slice(1) });
        expect(outcomeOf({ ...partition, credits, earlier })).toEqual(first);
      }),
      runs,
    );
  });

  it('4: what the teams below sell changes no component that counts none of it', () => {
    fc.assert(
      fc.property(anyPartition, (partition) => {
        const own = compilePlan(partition.plan)
          .components.filter(({ kinds }) => !kinds.has('rollUp'))
          .map(({ component }) => component.name);
        const paid = (given: Partition) =>
          earn(given).filter(({ component }) => own.includes(component));
        const without = partition.credits.filter(({ kind }) => kind !== 'rollUp');
        expect(paid({ ...partition, credits: without })).toEqual(paid(partition));
      }),
      runs,
    );
  });

  it('5: each line adds up, rounds once, has a name of its own, and says why in words', () => {
    fc.assert(
      fc.property(anyPartition, (partition) => {
        const lines = earn(partition);
        expect(new Set(lines.map(keyOf)).size).toBe(lines.length);
        for (const line of lines) {
          const { base, rate, multiplier, exact, amount, rounding, kind, detail } = line;
          const product = [base, rate, multiplier]
            .map((each) => Rational.parse(each))
            .reduce((a, b) => a.multiply(b));
          expect(product.toText()).toBe(exact);
          if (kind !== 'rounding') expect(product.round(rounding as 'half-even')).toBe(amount);
          const factors = (detail?.factors ?? []).map(({ by }) => Rational.parse(by));
          const factor = factors.reduce((a, b) => a.multiply(b), Rational.one);
          if (detail?.factors) expect(factor.toText()).toBe(multiplier);
          for (const locale of ['en', 'de'])
            expect(explain(line, locale)).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      runs,
    );
  });

  it('5: where only the statement is rounded, its lines sum to its rounded exact sum', () => {
    fc.assert(
      fc.property(anyPartition, ({ plan, ...facts }) => {
        const statement = { ...plan, roundAt: 'statement' as const };
        const lines = earn({ plan: statement, ...facts });
        const exact = exactOf(lines.filter(({ kind }) => kind !== 'rounding'));
        expect(earnedBy(lines)).toBe(exact.round(plan.rounding));
      }),
      runs,
    );
  });

  it('6: nothing given is changed; differences posted elsewhere bring one result to the other', () => {
    fc.assert(
      fc.property(anyPartition, anyFacts, (partition, corrected) => {
        const before = earn(frozen(partition));
        const after = earn({ ...partition, credits: corrected.credits });
        const posted = new Map(after.map((line) => [keyOf(line), line.amount]));
        for (const line of before)
          posted.set(keyOf(line), (posted.get(keyOf(line)) ?? 0n) - line.amount);
        const difference = [...posted.values()].reduce((sum, each) => sum + each, 0n);
        expect(earnedBy(before) + difference).toBe(earnedBy(after));
        expect(earn(partition)).toEqual(before);
      }),
      runs,
    );
  });

  it('limits hold: no more than the cap, no less than the floor', () => {
    fc.assert(
      fc.property(anyPartition, (partition) => {
        const { components, limits = [] } = partition.plan;
        const lines = earn(partition).filter(({ component }) => component !== 'limit');
        for (const { name, cap, floor } of components) {
          const own = lines.filter(({ component }) => component === name);
          if (own.some(({ kind }) => kind === 'gate')) continue;
          const exact =
            partition.plan.roundAt === 'statement' ? exactOf(own) : Rational.of(earnedBy(own));
          const least = floor === undefined ? null : Rational.parse(floor).multiply(cents);
          const most =
            cap?.on === 'payment' && cap.amount !== undefined && cap.when === undefined
              ? Rational.max(Rational.parse(cap.amount).multiply(cents), least ?? Rational.zero)
              : null;
          if (most) expect(exact.compare(most)).toBeLessThanOrEqual(0);
          const gated = components.find((each) => each.name === name)?.gate !== undefined;
          if (least && !gated) expect(exact.compare(least)).toBeGreaterThanOrEqual(0);
        }
        expect(limits.length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });
});

const cents = Rational.of(100n);
