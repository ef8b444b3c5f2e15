import { amortise } from '../core/ledger/index.js';

const months = (cost: bigint, count: number, expedient = false) =>
  amortise(cost, count, { expedient, rounding: 'half-even' });

describe('contract costs', () => {
  it.each([
    [15_000_00n, 36, 416_67n, 416_55n],
    [8_000_00n, 24, 333_33n, 333_41n],
  ])('spreads %d over %d months, the remainder in the last', (cost, count, monthly, last) => {
    const schedule = months(cost, count);
    expect(new Set(schedule.slice(0, -1))).toEqual(new Set([monthly]));
    expect([schedule.length, schedule.at(-1)]).toEqual([count, last]);
    expect(schedule.reduce((sum, each) => sum + each, 0n)).toBe(cost);
  });

  it('expenses a contract of half a year at once', () => {
    expect(months(3_000_00n, 6, true)).toEqual([3_000_00n]);
  });
});
