import { earn, problemsOf } from './earn.js';
import { credit, examplePlan as plan, quota } from './example.js';
import { exchanged, foreignCurrencies } from './exchange.js';

const rate = (day: string, value: string) => ({
  from: 'USD',
  to: 'EUR',
  day,
  rate: value,
  source: 'ECB',
});
const rates = [rate('2026-01-01', '0.9'), rate('2026-02-15', '0.8')];
const dollars = (externalId: string, creditedOn: string) =>
  credit(externalId, 100_01n, { currency: 'USD', creditedOn });

describe('exchanged', () => {
  it('converts a credit at the rate of its day, once, and keeps what it was', () => {
    const credits = [dollars('A', '2026-02-01'), dollars('B', '2026-03-01'), credit('C', 7n)];
    const result = exchanged({ plan, quota, credits }, rates, '2026-01-01').credits;
    expect(result.map(({ amount, currency }) => `${amount} ${currency}`)).toEqual([
      '9001 EUR',
      '8001 EUR',
      '7 EUR',
    ]);
    expect(result[0]?.exchange).toEqual({
      amount: '10001',
      currency: 'USD',
      rate: '0.9',
      source: 'ECB',
      day: '2026-01-01',
    });
    expect(result[2]).toBe(credits[2]);
  });

  it('converts the quota at the rate of the first day of the period', () => {
    const foreign = { amount: 1_000_00n, currency: 'USD' };
    const result = exchanged({ plan, quota: foreign, credits: [] }, rates, '2026-02-15');
    expect(result.quota).toMatchObject({ amount: 800_00n, currency: 'EUR' });
    expect(problemsOf(result)).toEqual([]);
  });

  it('stops the lines without a rate, and those only', () => {
    const early = dollars('early', '2025-12-31');
    const partition = { plan, quota, credits: [early, dollars('late', '2026-01-01')] };
    const result = exchanged(partition, rates, '2026-01-01');
    expect(problemsOf(result)).toMatchObject([{ code: 'RATE_MISSING', dealId: 'deal early' }]);
    expect(earn(result).map(({ dealId }) => dealId)).toEqual(['deal late']);
    expect(earn(result)[0]).toMatchObject({ base: '9001', amount: 450n, currency: 'EUR' });
    expect(earn(result)[0]?.detail?.exchange).toMatchObject({ amount: '10001', currency: 'USD' });
  });
});

it('asks for the rates of foreign currencies only, each once', () => {
  const credits = [dollars('A', '2026-02-01'), dollars('B', '2026-02-01'), credit('C', 7n)];
  expect(foreignCurrencies({ plan, quota, credits })).toEqual(['USD']);
});
