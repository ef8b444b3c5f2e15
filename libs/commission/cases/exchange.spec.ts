import { convert, Rational, rateOn, type DatedRate } from '@laurel/shared/core';

const rates: DatedRate[] = [
  { from: 'GBP', to: 'USD', day: '2026-01-10', rate: '1.22', source: 'bank' },
  { from: 'GBP', to: 'USD', day: '2026-02-10', rate: '1.25', source: 'bank' },
  { from: 'EUR', to: 'GBP', day: '2026-01-01', rate: '0.86', source: 'bank' },
];
const exchanged = (amount: bigint, from: string, to: string, day: string) =>
  convert(amount, rateOn(rates, from, to, day)!, 'half-even');

describe('exchange', () => {
  it('locks a commission at the rate of the invoice, and leaves the difference as an entry', () => {
    const commission = Rational.parse('0.1').multiply(Rational.of(1_000_00n)).round('half-even');
    const locked = exchanged(commission, 'GBP', 'USD', '2026-01-10');
    const settled = exchanged(commission, 'GBP', 'USD', '2026-02-10');
    expect([commission, locked, settled - locked]).toEqual([100_00n, 122_00n, 3_00n]);
  });

  it('credits a deal in euros to a quota in pounds', () => {
    expect(exchanged(50_000_00n, 'EUR', 'GBP', '2026-03-01')).toBe(43_000_00n);
    expect(rateOn(rates, 'EUR', 'USD', '2026-03-01')).toBeUndefined();
  });
});
