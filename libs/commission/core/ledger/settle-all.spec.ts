import { groupBy, kindOf, periodRange, periodsLater } from '@laurel/shared/core';
import fc from 'fast-check';
import { balancesOf } from './balance.js';
import type { DealFacts } from './deposit.js';
import { deal } from './example.js';
import { keyOfMovement } from './movement.js';
import type { SettlementSettings } from './settings.js';
import { type DuePeriod, type PlannedMovement, settleAll } from './settle-all.js';

/** Months and the quarters around them, in the order in which they are settled. */
const periods = ['2026-01', '2026-Q1', '2026-02', '2026-03', '2026-04', '2026-Q2', '2026-05'];
const dealIds = ['a', 'b'];

/** What is known of the payee's deals at some time, and which of them are cancelled. */
type Facts = {
  readonly deals: Readonly<Record<string, DealFacts>>;
  readonly cancelled: Readonly<Record<string, boolean>>;
};
type Pay = Readonly<Record<string, readonly { dealId: string | null; amount: bigint }[]>>;
type Settings = Readonly<Record<'month' | 'quarter', SettlementSettings>>;
type Payee = { readonly settings: Settings; readonly pay: Pay };

const originalOf = (settings: Settings, name: string) => ({
  name,
  until: periodRange(name).to,
  settings: settings[kindOf(name) as 'month' | 'quarter'],
  rounding: 'half-even' as const,
});

function dueOf({ settings, pay }: Payee, { cancelled }: Facts, name: string): DuePeriod {
  const paidBy = periods.filter((each) => (periodsLater(each, name) ?? -1) >= 0);
  return {
    ...originalOf(settings, name),
    currency: 'EUR',
    tenure: null,
    planVersionId: null,
    earned: pay[name]!,
    cancelled: paidBy.flatMap((each) =>
      [...groupBy(pay[each]!, ({ dealId }) => dealId)].flatMap(([dealId, all]) =>
        dealId !== null && cancelled[dealId]
          ? [
              {
                dealId,
                original: originalOf(settings, each),
                earned: all.reduce((sum, { amount }) => sum + amount, 0n),
                service: { months: 12, served: 3 },
              },
            ]
          : [],
      ),
    ),
  };
}

/** Settles all periods but those that stand, as they were posted before. */
function settle(
  payee: Payee,
  facts: Facts,
  posted: readonly PlannedMovement[] = [],
  standing: readonly string[] = [],
  order = periods,
): PlannedMovement[] {
  const stands = (name: string) => posted.filter(({ period }) => period === name);
  const settled = settleAll({
    history: order.map((name) =>
      standing.includes(name) ? { stands: stands(name) } : { due: dueOf(payee, facts, name) },
    ),
    facts: { deals: new Map(Object.entries(facts.deals)) },
    originalOf: ({ originalPeriod }) => originalOf(payee.settings, originalPeriod),
  });
  return [...standing.flatMap(stands), ...settled];
}

describe('settling all periods of a payee who is paid by month and by quarter', () => {
  const share = fc.constantFrom('0.1', '1/3', '1');
  const settings: fc.Arbitrary<SettlementSettings> = fc.record(
    {
      draw: fc.constant({
        amount: '15.00',
        recoverable: true,
        recovery: 'take-all',
        paid: 'top-up',
      } as const),
      holdback: fc.record({ share, release: fc.constant({ by: 'cash' as const }) }),
      instalments: fc.constant([0, 2].map((after) => ({ after, share: '0.5' }))),
      clawback: fc.record({ take: fc.constantFrom('paid', 'all'), share }),
    },
    { requiredKeys: [] },
  );
  const amount = fc.bigInt({ min: -100_00n, max: 900_00n });
  const line = fc.record({ dealId: fc.constantFrom(...dealIds, null), amount });
  const pay = fc
    .array(fc.array(line, { maxLength: 3 }), {
      minLength: periods.length,
      maxLength: periods.length,
    })
    .map((lines): Pay => Object.fromEntries(periods.map((name, i) => [name, lines[i]!])));
  const payee = fc.record({
    settings: fc.record({ month: settings, quarter: settings }),
    pay,
  });
  const payment = fc.record({
    on: fc.constantFrom('2026-01-10', '2026-02-20', '2026-04-05'),
    amount: fc.bigInt({ min: -300_00n, max: 700_00n }),
  });
  const ofDeals = <T>(each: fc.Arbitrary<T>) => fc.record({ a: each, b: each });
  const facts: fc.Arbitrary<Facts> = fc.record({
    deals: ofDeals(fc.array(payment, { maxLength: 3 }).map((payments) => deal({ payments }))),
    cancelled: ofDeals(fc.boolean()),
  });
  const standing = fc.subarray(periods);
  const runs = { numRuns: 200 };

  it('posts no movement twice, whatever stands, whatever became known since and in whatever order', () => {
    const order = fc.shuffledSubarray(periods, { minLength: periods.length });
    fc.assert(
      fc.property(payee, facts, facts, standing, order, (who, before, now, stands, shuffled) => {
        const posted = settle(who, now, settle(who, before), stands, shuffled);
        const keys = posted.map((each) => keyOfMovement(each).join('|'));
        expect(new Set(keys).size).toBe(keys.length);
      }),
      runs,
    );
  });

  it('posts the same again: what it posted may stand, all of it or a part', () => {
    fc.assert(
      fc.property(payee, facts, fc.nat(periods.length), (who, now, count) => {
        const posted = settle(who, now);
        expect(settle(who, now, posted, periods.slice(0, count))).toEqual(posted);
      }),
      runs,
    );
  });

  it('pays for what was earned by month in a month, and by quarter in a quarter', () => {
    fc.assert(
      fc.property(payee, facts, facts, standing, (who, before, now, stands) => {
        for (const { period, originalPeriod } of settle(who, now, settle(who, before), stands))
          expect(periodsLater(originalPeriod, period)).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('gives back all that was taken for deals once they are not cancelled any more', () => {
    const undone: Facts['cancelled'] = { a: false, b: false };
    fc.assert(
      fc.property(payee, facts, fc.nat(5), (who, before, count) => {
        const now = { ...before, cancelled: undone };
        const posted = settle(who, now, settle(who, before), periods.slice(0, count));
        const never = settle(who, now);
        const closing = (all: readonly PlannedMovement[], account: string) =>
          balancesOf(all, periods).findLast((each) => each.account === account)?.closing ?? 0n;
        for (const account of ['holdback', 'instalment'])
          expect(closing(posted, account)).toBe(closing(never, account));
        const taken = posted.filter(({ kind }) => ['owed', 'cancelled', 'returned'].includes(kind));
        const sums = groupBy(taken, (each) => [each.dealId, each.originalPeriod].join('|'));
        for (const all of sums.values())
          expect(all.reduce((sum, each) => sum + each.amount, 0n)).toBe(0n);
      }),
      runs,
    );
  });
});
