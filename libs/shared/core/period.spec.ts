import fc from 'fast-check';
import { type Calendar, retailPatterns, standardCalendar, type WeekStart } from './calendar.js';
import { addDays, contains, daysBetween, weekday } from './day.js';
import * as period from './period.js';
import {
  kindOf,
  nextPeriod,
  periodKinds,
  periodOf,
  periodRange,
  periodsLater,
  periodsWithin,
  previousPeriod,
} from './period.js';
import { periodsAround, periodsInside } from './period-family.js';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1980-01-01', count));
const anyKind = fc.constantFrom(...periodKinds);
const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
  retailPattern: fc.constantFrom(...retailPatterns),
  weekStart: fc.constantFrom<WeekStart>('monday', 'saturday', 'sunday'),
});
const startingIn = (fiscalYearStartMonth: number): Calendar => ({
  ...standardCalendar,
  fiscalYearStartMonth,
});

describe('period', () => {
  it('names calendar periods', () => {
    expect(periodKinds.map((kind) => periodOf('2017-03-31', kind))).toEqual([
      '2017-03-H2',
      '2017-03',
      '2017-Q1',
      '2017',
      '2017-P03',
      '2017-PQ1',
      '2017-PY',
    ]);
    expect(periodRange('2017-Q4')).toEqual({ from: '2017-10-01', to: '2018-01-01' });
    expect(period.lastDay(periodRange('2024-02'))).toBe('2024-02-29');
  });

  it('names a fiscal year by the calendar year it ends in', () => {
    const april = startingIn(4);
    expect(
      ['month', 'quarter', 'year'].map((kind) =>
        periodOf('2016-04-01', kind as period.PeriodKind, april),
      ),
    ).toEqual(['2016-04', '2017-Q1', '2017']);
    expect(periodOf('2017-03-31', 'quarter', april)).toBe('2017-Q4');
    expect(periodRange('2017', april)).toEqual({ from: '2016-04-01', to: '2017-04-01' });
    expect(periodRange('2017-Q2', startingIn(10))).toEqual({
      from: '2017-01-01',
      to: '2017-04-01',
    });
  });

  it('cuts months after the 15th', () => {
    expect(periodOf('2026-03-15', 'halfMonth')).toBe('2026-03-H1');
    expect(periodOf('2026-03-16', 'halfMonth')).toBe('2026-03-H2');
    expect(periodRange('2026-03-H1')).toEqual({ from: '2026-03-01', to: '2026-03-16' });
    expect(periodRange('2024-02-H2')).toEqual({ from: '2024-02-16', to: '2024-03-01' });
  });

  it('counts the weeks of retail months by the pattern, a 53rd in the last one', () => {
    // The week that starts nearest to 1 January 2026, a Thursday, starts on 29 December 2025.
    expect(periodRange('2026-P01')).toEqual({ from: '2025-12-29', to: '2026-01-26' });
    expect(periodRange('2026-P03')).toEqual({ from: '2026-02-23', to: '2026-03-30' });
    expect(daysBetween(periodRange('2026-P12').from, periodRange('2026-P12').to)).toBe(6 * 7);
    expect(periodRange('2026-PY').to).toBe('2027-01-04');
    const stores: Calendar = {
      fiscalYearStartMonth: 2,
      retailPattern: '4-5-4',
      weekStart: 'sunday',
    };
    expect(periodRange('2026-P02', stores)).toEqual({ from: '2025-03-02', to: '2025-04-06' });
  });

  it('counts on and back', () => {
    expect(['2017-12', '2017-Q4', '2017', '2017-12-H2', '2017-P12'].map(nextPeriod)).toEqual([
      '2018-01',
      '2018-Q1',
      '2018',
      '2018-01-H1',
      '2018-P01',
    ]);
    expect(['2017-01', '2017-Q1', '2017'].map(previousPeriod)).toEqual([
      '2016-12',
      '2016-Q4',
      '2016',
    ]);
    expect(periodsWithin('2017-Q1', 'month', startingIn(4))).toEqual([
      '2016-04',
      '2016-05',
      '2016-06',
    ]);
    expect(periodsWithin('2017', 'quarter')).toEqual(['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']);
  });

  it('does not count between two kinds', () => {
    expect(periodsLater('2017-01', '2017-Q1')).toBeUndefined();
  });

  it('knows what a period is part of, and what is part of it', () => {
    expect(periodsAround('2026-03-H1')).toEqual(['2026-03-H1', '2026-03', '2026-Q1', '2026']);
    expect(periodsInside('2026-PQ1')).toEqual(['2026-PQ1', '2026-P01', '2026-P02', '2026-P03']);
  });

  it.each([
    '2017-13',
    '2017-Q5',
    '17',
    '2017-q1',
    '',
    '2017-00',
    '2017-03-H3',
    '2017-P13',
    '2017-PQ0',
  ])('refuses %j', (name) => {
    expect(period.isPeriod(name)).toBe(false);
    expect(() => kindOf(name)).toThrow(`"${name}" is not a period`);
  });

  it('puts every day into one period of a kind, without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, anyKind, (day, calendar, kind) => {
        const name = periodOf(day, kind, calendar);
        const range = periodRange(name, calendar);
        expect(kindOf(name)).toBe(kind);
        expect(contains(range, day)).toBe(true);
        expect(periodOf(range.from, kind, calendar)).toBe(name);
        expect(periodOf(period.lastDay(range), kind, calendar)).toBe(name);
        expect(periodRange(nextPeriod(name), calendar).from).toBe(range.to);
        expect(previousPeriod(nextPeriod(name))).toBe(name);
        expect(periodsLater(name, nextPeriod(nextPeriod(name)))).toBe(2);
        expect(periodsLater(nextPeriod(name), name)).toBe(-1);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tiles each longer period of the family with the shorter ones', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, anyKind, (day, calendar, kind) => {
        const name = periodOf(day, kind, calendar);
        for (const around of periodsAround(name, calendar)) {
          const parts = periodsWithin(around, kind, calendar).map((each) =>
            periodRange(each, calendar),
          );
          expect(parts[0]!.from).toBe(periodRange(around, calendar).from);
          expect(parts.at(-1)!.to).toBe(periodRange(around, calendar).to);
          expect(periodsInside(around, calendar)).toContain(name);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps retail periods to whole weeks, and years to 52 or 53 of them', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (day, calendar) => {
        const { from, to } = periodRange(periodOf(day, 'retailYear', calendar), calendar);
        expect([52 * 7, 53 * 7]).toContain(daysBetween(from, to));
        const month = periodRange(periodOf(day, 'retailMonth', calendar), calendar);
        expect(daysBetween(month.from, month.to) % 7).toBe(0);
        expect(weekday(month.from)).toBe(weekday(from));
      }),
    );
  });
});
