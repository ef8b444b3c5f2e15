import { momentOf } from './moment.js';

describe('the hour of a wave', () => {
  it.each([
    ['2026-03-28', 9, 'Europe/Berlin', '2026-03-28T08:00:00.000Z'],
    ['2026-03-29', 9, 'Europe/Berlin', '2026-03-29T07:00:00.000Z'],
    ['2026-10-25', 9, 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
    ['2026-06-01', 0, 'Pacific/Kiritimati', '2026-05-31T10:00:00.000Z'],
    ['2026-06-01', 9, 'America/Los_Angeles', '2026-06-01T16:00:00.000Z'],
    ['2026-06-01', 9, 'UTC', '2026-06-01T09:00:00.000Z'],
  ])('%s, %i o’clock in %s is %s', (day, hour, zone, expected) => {
    expect(momentOf(day, hour, zone).toISOString()).toBe(expected);
  });
});
