import fc from 'fast-check';
import { addDays, contains, daysBetween, isDay, monthOf, monthStart, weekday } from './day.js';

const anyDay = fc
  .integer({ min: -200_000, max: 200_000 })
  .map((count) => addDays('2000-01-01', count));

describe('day', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('knows %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-1-1',
    '',
    '2026-03-31T00:00',
  ])('refuses %j', (day) => {
    expect(isDay(day)).toBe(false);
    expect(() => addDays(day, 1)).toThrow(`"${day}" is not a calendar day`);
  });

  it('counts days across months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2023-12-31', 1)).toBe('2024-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(daysBetween('2017-01-01', '2018-01-01')).toBe(365);
    expect(daysBetween('1970-01-01', '2000-01-01')).toBe(10_957);
  });

  it('knows weekdays and months', () => {
    expect(weekday('1970-01-01')).toBe(4);
    expect(weekday('2026-11-23')).toBe(1);
    expect(weekday('1969-12-28')).toBe(7);
    expect(monthOf('2024-02-11')).toEqual({ from: '2024-02-01', to: '2024-03-01' });
    expect(monthStart('2024-01-31', -1)).toBe('2023-12-01');
  });

  it('keeps ranges half-open', () => {
    const range = { from: '2026-01-01', to: '2026-02-01' };
    expect(
      ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'].map((day) => contains(range, day)),
    ).toEqual([false, true, true, false]);
    expect(contains({ from: '2026-01-01', to: null }, '9999-12-31')).toBe(true);
  });

  it('adds what it measures, one weekday at a time, and sorts as text', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(isDay(a)).toBe(true);
        expect(addDays(a, daysBetween(a, b))).toBe(b);
        expect(a < b).toBe(daysBetween(a, b) > 0);
        expect(weekday(addDays(a, 1))).toBe((weekday(a) % 7) + 1);
        expect(contains(monthOf(a), a)).toBe(true);
      }),
    );
  });
});
