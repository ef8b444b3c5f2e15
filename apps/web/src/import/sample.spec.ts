import { columnsOfSample, rowsOf } from './sample.js';

const fields = [
  { name: 'externalId', kind: 'text', required: true },
  { name: 'amount', kind: 'money', required: false },
  { name: 'region', kind: 'text', required: false },
];

describe('the first rows of a file', () => {
  it('come without their numbers', () => {
    expect(rowsOf([{ row: 2, values: { amount: '105400' } }])).toEqual([{ amount: '105400' }]);
    expect(rowsOf(null)).toEqual([]);
  });

  it('have the fields in their own order, then what else the file holds', () => {
    const rows = [{ Segment: 'A', amount: '105400' }, { externalId: 'D-1' }];
    expect(columnsOfSample(rows, fields)).toEqual([
      fields[0],
      fields[1],
      { name: 'Segment', kind: 'text' },
    ]);
  });
});
