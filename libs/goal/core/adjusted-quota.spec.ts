import { addDays, periodRange, Rational, weekday } from '@laurel/shared/core';
import fc from 'fast-check';
import { activePart, prorations } from './active-part.js';
import { adjustedQuota, rampShare, seasonalQuotas } from './adjusted-quota.js';

const quarter = periodRange('2026-Q1');
const part = (from: string | null, to: string | null, by: (typeof prorations)[number]) =>
  activePart(quarter, { from, to }, by).toText();

describe('the part of a quarter that somebody is active', () => {
  it.each([
    ['joiner', '2026-02-01', null, '59/90', '0.65625', '2/3'],
    ['joiner after the 15th', '2026-02-16', null, '22/45', '0.5', '1/3'],
    ['joiner on the 15th', '2026-02-15', null, '0.5', '0.5', '2/3'],
    ['leaver', null, '2026-02-01', '31/90', '0.34375', '1/3'],
    ['mover', '2026-01-10', '2026-02-20', '41/90', '0.453125', '2/3'],
    ['one who stays', null, null, '1', '1', '1'],
    ['one who has left', null, '2025-12-01', '0', '0', '0'],
    ['one to come', '2026-04-01', null, '0', '0', '0'],
  ])('of a %s', (_who, from, to, calendar, working, months) => {
    expect(prorations.map((by) => part(from, to, by))).toEqual([calendar, working, months]);
  });

  it('is all of a period that has no such days', () => {
    const weekend = { from: '2026-01-03', to: '2026-01-05' };
    expect(activePart(weekend, { from: '2026-01-04', to: null }, 'working')).toBe(Rational.one);
  });

  it('counts every working day', () => {
    const start = fc.integer({ min: 0, max: 3_000 });
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 100 }), fc.nat(100), (offset, length, cut) => {
        const period = {
          from: addDays('2020-01-01', offset),
          to: addDays('2020-01-01', offset + length),
        };
        const days = Array.from({ length }, (_, i) => addDays(period.from, i));
        const working = days.filter((day) => weekday(day) <= 5);
        fc.pre(working.length > 0);
        const active = { from: addDays(period.from, cut), to: null };
        const counted = working.filter((day) => day >= active.from).length;
        expect(activePart(period, active, 'working')).toEqual(
          Rational.of(BigInt(counted), BigInt(working.length)),
        );
      }),
    );
  });

  it('is the whole for a leaver and whoever takes over, together', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10, max: 100 }),
        fc.constantFrom(...prorations),
        (after, by) => {
          const day = addDays(quarter.from, after);
          const leaver = activePart(quarter, { from: null, to: day }, by);
          const joiner = activePart(quarter, { from: day, to: null }, by);
          expect(leaver.add(joiner)).toEqual(Rational.one);
        },
      ),
    );
  });
});

describe('an adjusted quota', () => {
  it('grows along its ramp, and stays whole after it', () => {
    const shares = [0, 1, 2, 3, 9].map((period) => rampShare(['0', '0.25', '0.5'], period));
    expect(shares).toEqual(['0', '0.25', '0.5', '1', '1']);
  });

  it('follows the seasons and sums to the year', () => {
    expect(seasonalQuotas(1_000_01n, ['0.2', '0.3', '0.1', '0.4'])).toEqual([
      200_00n,
      300_00n,
      100_00n,
      400_01n,
    ]);
    expect(() => seasonalQuotas(1n, ['0.2', '0.3'])).toThrow('The shares total 50 %, not 100 %.');
  });

  it('is rounded once, after ramp and proration', () => {
    const proration = {
      period: quarter,
      active: { from: '2026-02-01', to: null },
      by: 'calendar',
    } as const;
    expect(adjustedQuota(1_000n, { share: '0.25', proration }, 'half-even')).toBe(164n);
    expect(adjustedQuota(1_000n, {}, 'half-even')).toBe(1_000n);
    expect(adjustedQuota(5n, { share: '0.5' }, 'half-even')).toBe(2n);
    expect(adjustedQuota(5n, { share: '0.5' }, 'half-up')).toBe(3n);
  });
});
