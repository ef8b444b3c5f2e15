import { readPeriod } from './read-period.js';

it.each([
  ['2026', '2026'],
  ['2026-Q1', '2026-Q1'],
  ['q4 2026', '2026-Q4'],
  ['2026 Q3', '2026-Q3'],
  ['2026-03', '2026-03'],
  ['2026/3', '2026-03'],
  [' 03.2026 ', '2026-03'],
  ['12/2026', '2026-12'],
  ['2026-3 h2', '2026-03-H2'],
  ['2026 P3', '2026-P03'],
  ['2026-pq4', '2026-PQ4'],
])('reads %j as %s', (text, period) => {
  expect(readPeriod(text)).toBe(period);
});

it.each(['', 'Q5 2026', '2026-13', '2026-00', 'March', '26-Q1'])('cannot read %j', (text) => {
  expect(readPeriod(text)).toBeUndefined();
});
