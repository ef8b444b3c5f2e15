import fc from 'fast-check';
import { convert, rateOn, type DatedRate } from './exchange-rate.js';

const rate = (from: string, to: string, day: string, value: string): DatedRate => ({
  from,
  to,
  day,
  rate: value,
  source: 'ECB',
});
const rates = [
  rate('USD', 'EUR', '2026-01-01', '0.9'),
  rate('USD', 'EUR', '2026-02-01', '0.92'),
  rate('EUR', 'USD', '2025-06-01', '1.25'),
  rate('EUR', 'GBP', '2026-01-01', '0.86'),
];
const found = (from: string, to: string, day: string) => {
  const exchange = rateOn(rates, from, to, day);
  return exchange && `${exchange.rate} of ${exchange.day}`;
};

describe('rateOn', () => {
  it('holds from its day until the next', () => {
    expect(found('USD', 'EUR', '2026-01-31')).toBe('0.9 of 2026-01-01');
    expect(found('USD', 'EUR', '2026-02-01')).toBe('0.92 of 2026-02-01');
    expect(found('USD', 'EUR', '2030-01-01')).toBe('0.92 of 2026-02-01');
  });

  it('takes the inverse only where the pair itself has none by then', () => {
    expect(found('USD', 'EUR', '2025-12-31')).toBe('0.8 of 2025-06-01');
    expect(found('GBP', 'EUR', '2026-03-01')).toBe('50/43 of 2026-01-01');
  });

  it('knows nothing before the first rate, and goes by way of no third currency', () => {
    expect(found('USD', 'EUR', '2025-05-31')).toBeUndefined();
    expect(found('USD', 'GBP', '2026-03-01')).toBeUndefined();
  });

  it('does not depend on the order of the rates', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-01-${`${n}`.padStart(2, '0')}`);
    const pair = fc.constantFrom(['EUR', 'USD'], ['USD', 'EUR'], ['EUR', 'GBP']);
    const dated = fc.tuple(pair, day).map(([[from, to], on]) => rate(from!, to!, on, '1.1'));
    const known = fc.uniqueArray(dated, {
      selector: (each) => `${each.from}${each.to}${each.day}`,
    });
    const shuffled = known.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, day, ([all, other], on) => {
        expect(rateOn(other, 'EUR', 'USD', on)).toEqual(rateOn(all, 'EUR', 'USD', on));
      }),
    );
  });
});

describe('convert', () => {
  const worth = (from: string, to: string, value: string) => rate(from, to, '2026-01-01', value);
  /** What there is for the way back. */
  const opposite = (from: string, to: string, value: string) =>
    rateOn([worth(from, to, value)], to, from, '2026-01-01')!;

  it('multiplies, or divides by the inverse, and rounds once', () => {
    expect(convert(1_000_00n, worth('GBP', 'USD', '1.22'), 'half-even')).toBe(1_220_00n);
    expect(convert(100_00n, opposite('EUR', 'USD', '1.07'), 'half-even')).toBe(93_46n);
    expect(convert(5n, worth('GBP', 'USD', '0.5'), 'half-even')).toBe(2n);
    expect(convert(5n, worth('GBP', 'USD', '0.5'), 'half-up')).toBe(3n);
  });

  it('minds how many digits each currency has', () => {
    expect(convert(10_00n, worth('EUR', 'JPY', '161.5'), 'half-even')).toBe(1_615n);
    expect(convert(1_615n, opposite('EUR', 'JPY', '161.5'), 'half-even')).toBe(10_00n);
    expect(convert(1_000n, worth('KWD', 'EUR', '3'), 'half-even')).toBe(3_00n);
  });

  it('of a reversed amount is the reversed amount, and 1 changes nothing', () => {
    const amount = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const value = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => `${n / 10 ** 4}`);
    fc.assert(
      fc.property(amount, value, fc.boolean(), (money, at, inverse) => {
        const it = inverse ? opposite('USD', 'EUR', at) : worth('EUR', 'USD', at);
        expect(convert(-money, it, 'half-even')).toBe(-convert(money, it, 'half-even'));
        expect(convert(money, worth('EUR', 'USD', '1'), 'half-even')).toBe(money);
      }),
    );
  });
});
