import fc from 'fast-check';
import { amortise, unamortised } from './amortise.js';

const terms = { expedient: false, rounding: 'half-even' } as const;

describe('amortise', () => {
  it('spreads a cost in equal months, the last with the remainder', () => {
    expect(amortise(1_000_00n, 3, terms)).toEqual([333_33n, 333_33n, 333_34n]);
    expect(amortise(200_00n, 3, terms)).toEqual([66_67n, 66_67n, 66_66n]);
    expect(amortise(100n, 1, terms)).toEqual([100n]);
  });

  it('expenses a contract of a year at once where the expedient is taken, a longer one never', () => {
    expect(amortise(100n, 12, { ...terms, expedient: true })).toEqual([100n]);
    expect(amortise(130n, 13, { ...terms, expedient: true })).toHaveLength(13);
    expect(amortise(120n, 12, terms)).toHaveLength(12);
  });

  it('does not take more than the cost before the last month', () => {
    expect(amortise(5n, 8, terms)).toEqual([0n, 0n, 0n, 0n, 0n, 0n, 0n, 5n]);
    expect(amortise(-5n, 8, terms).at(-1)).toBe(-5n);
  });

  it.each([0, -1, 1.5])('refuses %d months', (months) => {
    expect(() => amortise(1n, months, terms)).toThrow(RangeError);
  });

  it('sums to the cost, month by month, and never turns round', () => {
    const cost = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(
        cost,
        fc.integer({ min: 1, max: 120 }),
        fc.boolean(),
        (amount, months, expedient) => {
          const schedule = amortise(amount, months, { expedient, rounding: 'half-even' });
          expect(unamortised(schedule, 0)).toBe(amount);
          expect(unamortised(schedule, schedule.length)).toBe(0n);
          const size = amount < 0n ? -1n : 1n;
          expect(schedule.every((expense) => expense * size >= 0n)).toBe(true);
        },
      ),
    );
  });
});
