import { addDays } from '@laurel/shared/core';
import fc from 'fast-check';
import { formatFraction } from './fraction.js';
import { elapse, neededPerDay, pace, projection } from './pace.js';

const june = { from: '2026-06-01', to: '2026-07-01' };

describe('elapse', () => {
  it('counts today', () => {
    expect(elapse(june, '2026-06-12')).toEqual({
      elapsedDays: 12,
      totalDays: 30,
      remainingDays: 18,
    });
  });

  it('is nothing before the period and all of it afterwards', () => {
    expect(elapse(june, '2026-05-20').elapsedDays).toBe(0);
    expect(elapse(june, '2026-06-30').remainingDays).toBe(0);
    expect(elapse(june, '2026-09-01')).toEqual({
      elapsedDays: 30,
      totalDays: 30,
      remainingDays: 0,
    });
  });
});

describe('pace', () => {
  it('divides by the exact share elapsed: 64 % after 20 of 30 days is 0.96, not 0.959', () => {
    const result = { actual: 320_000_00n, target: 500_000_00n };
    expect(formatFraction(pace(result, elapse(june, '2026-06-20'))!)).toBe('0.96');
  });

  it('says nothing before a tenth of the period has passed, or without a target', () => {
    const result = { actual: 320_000_00n, target: 500_000_00n };
    expect(pace(result, elapse(june, '2026-06-02'))).toBeUndefined();
    expect(pace(result, elapse(june, '2026-06-03'))).toBeDefined();
    expect(pace({ actual: 1n }, elapse(june, '2026-06-20'))).toBeUndefined();
  });
});

describe('run rate', () => {
  const result = { actual: 96_000_00n, target: 260_000_00n };
  const day12 = elapse(june, '2026-06-12');

  it('projects 96,000 on day 12 of 30 to 240,000', () => {
    expect(projection(result.actual, day12)).toBe(240_000_00n);
    expect(projection(100_000_00n, elapse(june, '2026-06-14'))).toBe(214_285_71n);
  });

  it('needs 9,111.11 on each of the 18 remaining days', () => {
    expect(neededPerDay(result, day12)).toBe(9_111_11n);
  });

  it('needs nothing once the target is reached, and cannot say when no day is left', () => {
    expect(neededPerDay({ actual: 5n, target: 5n }, day12)).toBe(0n);
    expect(neededPerDay(result, elapse(june, '2026-06-30'))).toBeUndefined();
    expect(neededPerDay({ actual: 5n }, day12)).toBeUndefined();
  });
});

const amounts = fc.bigInt({ min: 0n, max: 10n ** 12n });
const days = fc.integer({ min: -40, max: 80 });

it('every day of a period is either elapsed or remaining', () => {
  fc.assert(
    fc.property(days, (offset) => {
      const { elapsedDays, totalDays, remainingDays } = elapse(june, addDays(june.from, offset));
      expect(elapsedDays + remainingDays).toBe(totalDays);
      expect(Math.min(elapsedDays, remainingDays)).toBeGreaterThanOrEqual(0);
    }),
  );
});

it('a finished period is projected to what it brought', () => {
  fc.assert(fc.property(amounts, (actual) => projection(actual, elapse(june, june.to)) === actual));
});
