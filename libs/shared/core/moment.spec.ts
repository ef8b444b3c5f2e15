import { momentOf } from './moment.js';

describe('a time of day in a zone', () => {
  it.each([
    ['2026-03-28', '09:30', 'Europe/Berlin', '2026-03-28T08:30:00.000Z'],
    ['2026-03-30', '09:30', 'Europe/Berlin', '2026-03-30T07:30:00.000Z'],
    // The clocks go from 02:00 to 03:00: half past two comes when they have.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-06-01', '09:30', 'Asia/Kathmandu', '2026-06-01T03:45:00.000Z'],
    ['2026-06-01', '00:15', 'Pacific/Kiritimati', '2026-05-31T10:15:00.000Z'],
  ])('%s at %s in %s is %s', (day, time, zone, expected) => {
    expect(new Date(momentOf(day, time, zone)).toISOString()).toBe(expected);
  });
});
