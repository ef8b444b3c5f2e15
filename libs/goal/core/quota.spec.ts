import { standardCalendar } from '@laurel/shared/core';
import fc from 'fast-check';
import { quotaOf, quotaReach, quotaSources } from './quota.js';

const startingIn = (fiscalYearStartMonth: number) => ({
  ...standardCalendar,
  fiscalYearStartMonth,
});

const given = (quotas: Record<string, bigint>) => new Map(Object.entries(quotas));

describe('quotaOf', () => {
  it('takes the quota given for the period itself first', () => {
    expect(quotaOf('2026', given({ '2026': 500n, '2026-Q1': 90n }))).toBe(500n);
  });

  it('adds up the quarters of a year, for who was there in two of them too', () => {
    const quarters = given({ '2026-Q3': 90n, '2026-Q4': 110n, '2027-Q1': 1n });
    expect(quotaOf('2026', quarters)).toBe(200n);
  });

  it('adds up months, but never divides a quarter into them', () => {
    expect(quotaOf('2026-Q1', given({ '2026-01': 10n, '2026-03': 30n }))).toBe(40n);
    expect(quotaOf('2026-01', given({ '2026-Q1': 90n }))).toBeUndefined();
  });

  it('follows the fiscal year: from July, the third quarter starts in January', () => {
    const months = given({ '2026-01': 10n, '2026-07': 99n });
    expect(quotaOf('2026-Q3', months, startingIn(7))).toBe(10n);
    expect(quotaOf('2026', months, startingIn(7))).toBe(10n);
  });

  it('is undefined when nothing is given', () => {
    expect(quotaOf('2026', new Map())).toBeUndefined();
  });

  it('of a year is the sum of its quarters', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount, amount), (amounts) => {
        const quarters = new Map(amounts.map((each, i) => [`2026-Q${i + 1}`, each]));
        expect(quotaOf('2026', quarters)).toBe(amounts.reduce((a, b) => a + b));
      }),
    );
  });
});

describe('quotaSources', () => {
  it('names the period and all its parts', () => {
    expect(quotaSources('2026-02')).toEqual(['2026-02', '2026-02-H1', '2026-02-H2']);
    expect(quotaSources('2026-PQ1')).toEqual(['2026-PQ1', '2026-P01', '2026-P02', '2026-P03']);
    expect(quotaSources('2026')).toHaveLength(1 + 4 + 12 + 24);
  });
});

describe('quotaReach', () => {
  it('is the other direction of the sources, in any fiscal year', () => {
    const year = fc.integer({ min: 2000, max: 2100 });
    const period = fc
      .tuple(year, fc.constantFrom('-01', '-11', '-Q2', '', '-03-H2', '-P07'))
      .map((it) => it.join(''));
    fc.assert(
      fc.property(period, fc.integer({ min: 1, max: 12 }), (name, startMonth) => {
        const calendar = startingIn(startMonth);
        const reach = quotaReach(name, calendar);
        expect(reach.every((each) => quotaSources(each, calendar).includes(name))).toBe(true);
      }),
    );
  });

  it('of a month is the quarter and the year around it', () => {
    expect(quotaReach('2026-02')).toEqual(['2026-02', '2026-Q1', '2026']);
    expect(quotaReach('2026')).toEqual(['2026']);
  });
});
