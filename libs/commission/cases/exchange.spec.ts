import { earn, exchanged } from '../core/index.js';
import { partitionOf, sumOf } from './case.js';

const rate = (from: string, to: string, worth: string) => ({
  from,
  to,
  day: '2026-01-15',
  rate: worth,
  source: 'bank',
});

describe('deals in another currency', () => {
  const flat = [{ kind: 'flat', rate: '0.1' }];
  const deals = { A: { amount: '1000', currency: 'GBP' } };

  it('fx-001: locked at the rate of its day, or settled in its own currency', () => {
    const locked = partitionOf({ components: flat, deals });
    const lines = earn(exchanged(locked, [rate('GBP', 'USD', '1.22')], '2026-01-01'));
    expect(sumOf(lines)).toBe('122.00');
    expect(lines[0]!.detail!.exchange).toMatchObject({ amount: '100000', currency: 'GBP' });
    const own = partitionOf({ currency: 'GBP', components: flat, deals });
    expect(sumOf(earn(own), 'GBP')).toBe('100.00');
  });

  it('fx-003: counts towards a quota in another currency', () => {
    const deal = { A: { amount: '50000', currency: 'EUR' } };
    const given = partitionOf({ currency: 'GBP', components: flat, deals: deal });
    const { credits } = exchanged(given, [rate('EUR', 'GBP', '0.86')], '2026-01-01');
    expect(credits[0]).toMatchObject({ amount: 43_000_00n, currency: 'GBP' });
  });
});
