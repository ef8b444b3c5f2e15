import fc from 'fast-check';
import { addDays, contains } from './day.js';
import * as period from './period.js';
import {
  kindOf,
  nextPeriod,
  periodKinds,
  periodOf,
  periodRange,
  periodsWithin,
  previousPeriod,
} from './period.js';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((count) => addDays('1980-01-01', count));
const anyStart = fc.integer({ min: 1, max: 12 });

describe('period', () => {
  it('names calendar periods', () => {
    expect(periodKinds.map((kind) => periodOf('2017-03-31', kind))).toEqual([
      '2017-03',
      '2017-Q1',
      '2017',
    ]);
    expect(periodRange('2017-Q4')).toEqual({ from: '2017-10-01', to: '2018-01-01' });
    expect(period.lastDay(periodRange('2024-02'))).toBe('2024-02-29');
  });

  it('names a fiscal year by the calendar year it ends in', () => {
    expect(periodKinds.map((kind) => periodOf('2016-04-01', kind, 4))).toEqual([
      '2016-04',
      '2017-Q1',
      '2017',
    ]);
    expect(periodOf('2017-03-31', 'quarter', 4)).toBe('2017-Q4');
    expect(periodRange('2017', 4)).toEqual({ from: '2016-04-01', to: '2017-04-01' });
    expect(periodRange('2017-Q2', 10)).toEqual({ from: '2017-01-01', to: '2017-04-01' });
  });

  it('counts on and back', () => {
    expect(['2017-12', '2017-Q4', '2017'].map(nextPeriod)).toEqual(['2018-01', '2018-Q1', '2018']);
    expect(['2017-01', '2017-Q1', '2017'].map(previousPeriod)).toEqual([
      '2016-12',
      '2016-Q4',
      '2016',
    ]);
    expect(periodsWithin('2017-Q1', 'month', 4)).toEqual(['2016-04', '2016-05', '2016-06']);
    expect(periodsWithin('2017', 'quarter')).toEqual(['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']);
  });

  it.each(['2017-13', '2017-Q5', '17', '2017-q1', '', '2017-00'])('refuses %j', (name) => {
    expect(period.isPeriod(name)).toBe(false);
    expect(() => kindOf(name)).toThrow(`"${name}" is not a period`);
  });

  it('puts every day into one period of a kind, without gap or overlap', () => {
    fc.assert(
      fc.property(anyDay, anyStart, fc.constantFrom(...periodKinds), (day, start, kind) => {
        const name = periodOf(day, kind, start);
        const range = periodRange(name, start);
        expect(kindOf(name)).toBe(kind);
        expect(contains(range, day)).toBe(true);
        expect(periodRange(nextPeriod(name), start).from).toBe(range.to);
        expect(previousPeriod(nextPeriod(name))).toBe(name);
        expect(periodsWithin(periodOf(day, 'year', start), kind, start)).toContain(name);
      }),
    );
  });
});
