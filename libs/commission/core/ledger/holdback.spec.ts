import fc from 'fast-check';
import { payOnCash } from './cash.js';
import { holdBack, paidOf, releasedOf, type ReleaseFacts } from './holdback.js';
import { dueBy, instalmentsOf } from './instalments.js';

const facts: ReleaseFacts = {
  day: '2026-04-01',
  deal: { amount: 900_00n, received: 300_00n },
  reached: ['go-live'],
};
const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const share = fc.integer({ min: 0, max: 10_000 });

describe('what is held back', () => {
  it('is a share of the earning; the rest is payable', () => {
    expect(holdBack(1_200_00n, '0.3', 'half-even')).toEqual({ held: 360_00n, payable: 840_00n });
    expect(holdBack(5n, '0.5', 'half-even')).toEqual({ held: 2n, payable: 3n });
    expect(holdBack(5n, '0.5', 'half-up')).toEqual({ held: 3n, payable: 2n });
  });

  it('is released as the customer pays, on a day, or at milestones', () => {
    const released = (release: Parameters<typeof releasedOf>[1]) =>
      releasedOf(100_00n, release, facts, 'half-even');
    expect(released({ by: 'cash' })).toBe(33_33n);
    expect(released({ by: 'date', on: '2026-04-01' })).toBe(100_00n);
    expect(released({ by: 'date', on: '2026-04-02' })).toBe(0n);
    const milestones = [
      { name: 'go-live', share: '0.6' },
      { name: 'renewal', share: '0.4' },
    ];
    expect(released({ by: 'milestone', milestones })).toBe(60_00n);
    expect(() => released({ by: 'milestone', milestones: milestones.slice(1) })).toThrow(
      'The shares total 40 %, not 100 %.',
    );
  });

  it('is not released twice for cash that came twice, and comes back with a refund', () => {
    const paid = (received: bigint) => paidOf(100n, { amount: 50n, received }, 'half-even');
    expect([paid(-1n), paid(0n), paid(25n), paid(50n), paid(80n)]).toEqual([
      0n,
      0n,
      50n,
      100n,
      100n,
    ]);
    expect(paidOf(100n, { amount: 0n, received: 0n }, 'half-even')).toBe(100n);
    expect(paidOf(-100n, { amount: -50n, received: -25n }, 'half-even')).toBe(-50n);
  });
});

describe('the laws of what is paid later', () => {
  it('divides an earning into what is held and what is payable, a reversal into the same reversed', () => {
    fc.assert(
      fc.property(amount, share, (earned, parts) => {
        const text = `${Math.floor(parts / 10_000)}.${String(parts % 10_000).padStart(4, '0')}`;
        const { held, payable } = holdBack(earned, text, 'half-even');
        expect(held + payable).toBe(earned);
        const reversed = holdBack(-earned, text, 'half-even');
        expect([reversed.held, reversed.payable]).toEqual([-held, -payable]);
      }),
    );
  });

  it('releases, in sum, what was held, however the cash comes in', () => {
    const payments = fc.array(fc.bigInt({ min: 0n, max: 10n ** 6n }), { minLength: 1 });
    fc.assert(
      fc.property(amount, payments, (held, received) => {
        const deal = received.reduce((sum, each) => sum + each, 0n);
        fc.pre(deal > 0n);
        let [cash, released] = [0n, 0n];
        for (const each of received) {
          cash += each;
          const now = paidOf(held, { amount: deal, received: cash }, 'half-even');
          expect(held < 0n ? now <= released : now >= released).toBe(true);
          released = now;
        }
        expect(released).toBe(held);
      }),
    );
  });

  it('pays, in sum, the earning in instalments', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 24 }), (earned, count) => {
        const parts = Array.from({ length: count }, (_, after) => ({ after, share: `1/${count}` }));
        const instalments = instalmentsOf(earned, parts);
        expect(dueBy(instalments, count - 1)).toBe(earned);
        expect(dueBy(instalments, -1)).toBe(0n);
        const sizes = instalments.map((each) => (each.amount < 0n ? -each.amount : each.amount));
        expect(sizes[0]! - sizes.at(-1)! <= 1n).toBe(true);
      }),
    );
  });

  it('pays for all cash together what one payment would have', () => {
    const tiers = (credited: bigint) =>
      credited > 100n ? 5n + (credited - 100n) / 3n : credited / 20n;
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -50n, max: 500n })), (received) => {
        const collections = received.map((each, i) => ({ period: `${i}`, amount: each }));
        const pay = payOnCash(collections, tiers).reduce((sum, each) => sum + each.pay, 0n);
        const credited = received.reduce((sum, each) => sum + each, 0n);
        expect(pay).toBe(tiers(credited) - tiers(0n));
      }),
    );
  });
});
