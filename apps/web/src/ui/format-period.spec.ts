import { writePeriod, writePeriodShort } from './format-period.js';

const names = ['2026-03', '2026-Q1', '2026', '2026-02-H2', '2026-P03', '2026-PQ1'];

it('writes periods for readers of the language', () => {
  expect(names.map((name) => writePeriod(name, 'de'))).toEqual([
    'März 2026',
    'Q1 2026',
    '2026',
    '16.–28. Februar 2026',
    'P03 2026',
    'PQ1 2026',
  ]);
  expect(writePeriod('2026-03-H1', 'en')).toBe('1–15 March 2026');
});

it('writes them short for the axis of a chart', () => {
  expect(names.map((name) => writePeriodShort(name, 'en'))).toEqual([
    'Mar 26',
    'Q1 26',
    '2026',
    '16–28 Feb 26',
    'P03 26',
    'PQ1 26',
  ]);
});
