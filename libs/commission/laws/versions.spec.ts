import fc from 'fast-check';
import { earn, outcomeOf } from '../core/earn.js';
import { earnedBy } from '../core/head.js';
import type { EarningLine } from '../core/line.js';
import type { Partition } from '../core/partition.js';
import type { PlanDocument } from '../core/plan.js';
import { anyFacts } from './any-facts.js';
import { anyPlan } from './any-plan.js';

const runs = { numRuns: Number(process.env.LAUREL_TEST_RUNS ?? 1_000) };
const { from, to } = { from: '2026-04-01', to: '2026-07-01' };
const anyDay = fc.constantFrom('2026-04-02', '2026-05-05', '2026-05-06', '2026-06-30');

/** All credits of a deal are of its day, so that one version pays them. */
function onDayOfDeal(credits: Partition['credits']): Partition['credits'] {
  const days = new Map(credits.map(({ dealId, creditedOn }) => [dealId, creditedOn]));
  return credits.map((each) => ({ ...each, creditedOn: days.get(each.dealId)! }));
}

/** Nothing is said of the payee's own days: what is prorated by them is another story. */
const always = (facts: Omit<Partition, 'plan'>) => ({
  ...facts,
  credits: onDayOfDeal(facts.credits),
  active: null,
});
const anyPartition: fc.Arbitrary<Partition> = fc
  .tuple(anyPlan, anyFacts)
  .map(([plan, facts]) => ({ plan, ...always(facts) }));

/** The same partition, paid by one plan before the day and by another from it on. */
const changed = (partition: Partition, on: string, plan: PlanDocument): Partition => ({
  ...partition,
  plan,
  span: { from: on, to, last: true },
  earlierVersions: [{ ...partition, planVersionId: 'first', span: { from, to: on, last: false } }],
});

/** Pays a part of a target for its days. */
const isDivided = ({ components }: PlanDocument): boolean =>
  components.some(({ prorate }) => prorate && prorate.of !== 'quota');

/** What a cap cut from an earlier version stays cut, though later credits below zero would have made room for it. */
const isCutForGood = ({ plan, credits, earlier = [] }: Partition): boolean =>
  [...credits, ...earlier].some(({ amount, margin }) => amount < 0n || (margin ?? 0n) < 0n) &&
  ((plan.limits ?? []).length > 0 || plan.components.some(({ cap, floor }) => cap || floor));

const totals = (lines: readonly EarningLine[]) => {
  const paid = new Map<string, bigint>();
  for (const { component, amount } of lines)
    paid.set(component, (paid.get(component) ?? 0n) + amount);
  return paid;
};

/** Minor units by which two versions may differ from one: a line of the period is rounded in two parts. */
const slack = 4n;

describe('a plan that changes within a period', () => {
  it('pays the same as before when the new version says the same', () => {
    fc.assert(
      fc.property(anyPartition, anyDay, (partition, day) => {
        fc.pre(!isDivided(partition.plan) && !isCutForGood(partition));
        const [one, two] = [
          totals(earn(partition)),
          totals(earn(changed(partition, day, partition.plan))),
        ];
        for (const component of new Set([...one.keys(), ...two.keys()])) {
          const difference = (one.get(component) ?? 0n) - (two.get(component) ?? 0n);
          expect([component, difference <= slack && difference >= -slack]).toEqual([
            component,
            true,
          ]);
        }
      }),
      runs,
    );
  });

  it('pays no more than before when the new version says the same: what a cap has cut stays cut', () => {
    fc.assert(
      fc.property(anyPartition, anyDay, (partition, day) => {
        fc.pre(!isDivided(partition.plan) && isCutForGood(partition));
        const [one, two] = [
          earnedBy(earn(partition)),
          earnedBy(earn(changed(partition, day, partition.plan))),
        ];
        expect(two <= one + slack * BigInt(partition.plan.components.length)).toBe(true);
      }),
      runs,
    );
  });

  it('pays each credit by the version of its day, and never twice', () => {
    fc.assert(
      fc.property(anyPartition, anyPlan, anyDay, (partition, plan, day) => {
        const lines = earn(changed(partition, day, plan));
        const dayOf = new Map(partition.credits.map(({ id, creditedOn }) => [id, creditedOn]));
        for (const { creditId, planVersionId } of lines)
          if (creditId) expect(dayOf.get(creditId)! < day).toBe(planVersionId === 'first');
      }),
      runs,
    );
  });

  it('is the last version’s alone from the first day on, and the first’s alone to the last', () => {
    fc.assert(
      fc.property(anyPartition, anyPlan, (partition, plan) => {
        const first = { ...partition, span: { from, to, last: true } };
        expect(earnedBy(earn(first))).toBe(earnedBy(earn(partition)));
        const none = { ...partition, credits: [] };
        expect(outcomeOf({ ...none, plan })).toEqual(
          outcomeOf({ ...none, plan, span: { from, to, last: true } }),
        );
      }),
      runs,
    );
  });
});
