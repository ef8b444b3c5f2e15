import { serviceOf, wholeMonths } from './service.js';

const cancelled = { closedOn: '2026-01-15', cancelledOn: '2026-07-14', monthsServed: null };
const terms = { take: 'paid', share: 'months-left' } as const;

describe('how long a deal lasted', () => {
  it.each([
    ['2026-01-15', '2026-02-14', 0],
    ['2026-01-15', '2026-02-15', 1],
    ['2025-11-30', '2026-02-28', 2],
    ['2026-01-15', '2026-01-15', 0],
  ])('from %s to %s: %d months', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });

  it('is what was said, or counted, of the months of the plan', () => {
    expect(serviceOf(cancelled, { ...terms, withinMonths: 24 })).toEqual({ months: 24, served: 5 });
    expect(serviceOf({ ...cancelled, monthsServed: 7 }, terms)).toEqual({ months: 12, served: 7 });
  });

  it('is never enough where the plan names no months', () => {
    const { months, served } = serviceOf(cancelled, { take: 'paid', share: '0.5' });
    expect(served).toBeLessThan(months);
  });
});
