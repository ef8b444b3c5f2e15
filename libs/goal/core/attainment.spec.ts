import fc from 'fast-check';
import { attainment, total, type Result } from './attainment.js';
import { compareFractions, formatFraction } from './fraction.js';

const percent = (result: Result) => {
  const exact = attainment(result);
  return exact && formatFraction({ ...exact, numerator: exact.numerator * 100n });
};

describe('attainment', () => {
  it('is actual over target', () => {
    expect(percent({ actual: 42_500n, target: 50_000n })).toBe('85');
    expect(percent({ actual: 325_000n, target: 250_000n })).toBe('130');
  });

  it('is undefined without a target, and with a target of 0', () => {
    expect(attainment({ actual: 42_500n })).toBeUndefined();
    expect(attainment({ actual: 42_500n, target: 0n })).toBeUndefined();
  });
});

describe('total', () => {
  it('runs through the year as sum over sum', () => {
    const months = [
      { actual: 42_500n, target: 50_000n },
      { actual: 55_000n, target: 50_000n },
      { actual: 52_500n, target: 50_000n },
    ];
    const toDate = months.map((_, i) => percent(total(months.slice(0, i + 1))));
    expect(toDate).toEqual(['85', '97.5', '100']);
  });

  it('is no mean of percents: 90 % and 150 % make 100 %, not 120 %', () => {
    const team = total([
      { actual: 90_000n, target: 100_000n },
      { actual: 30_000n, target: 20_000n },
    ]);
    expect(percent(team)).toBe('100');
  });

  it('has no target when no member has one', () => {
    expect(total([{ actual: 5n }, { actual: 7n }])).toEqual({ actual: 12n, target: undefined });
    expect(total([])).toEqual({ actual: 0n, target: undefined });
  });

  it('lies between the attainments of its members', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    const member = fc.record({ actual: amount, target: amount.map((target) => target + 1n) });
    fc.assert(
      fc.property(fc.array(member, { minLength: 1, maxLength: 12 }), (members) => {
        const each = members.map((one) => attainment(one)!).sort(compareFractions);
        const team = attainment(total(members))!;
        expect(compareFractions(each[0]!, team)).toBeLessThanOrEqual(0);
        expect(compareFractions(team, each.at(-1)!)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
