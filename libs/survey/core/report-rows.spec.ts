import { reportHeader, reportRow, type ToldFigure } from './report-rows.js';

const told: ToldFigure = {
  group: '=HYPERLINK("http://example.com")',
  dimension: 'team',
  item: '+49',
  kind: 'zeroToTen',
  people: 21,
  score: -5,
  low: -40,
  high: 31,
  mean: 6.5,
  rate: null,
  change: null,
  clear: false,
  counts: [0, 3],
};

describe('a row of the file of a wave', () => {
  it('keeps numbers as they are and lets no spreadsheet run a name', () => {
    const row = Object.fromEntries(reportRow(told).map((cell, i) => [reportHeader[i], cell]));
    expect([row.group, row.item].map((cell) => cell![0])).toEqual(["'", "'"]);
    expect(row).toMatchObject({ people: '21', score: '-5', clear_change: 'false', counts: '0 3' });
    expect([row.participation_percent, row.change]).toEqual(['', '']);
  });
});
