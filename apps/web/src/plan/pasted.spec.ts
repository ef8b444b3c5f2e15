import { pastedColumn } from './pasted.js';

it('reads a column copied from a spreadsheet', () => {
  expect(pastedColumn('90.000,00\r\n85.500\r\n', 'decimal-comma', 'EUR')).toEqual([
    '9000000',
    '8550000',
  ]);
  expect(pastedColumn('Ada\t90,000\nBob\tn/a\nCem\t1,000.50', 'decimal-point', 'USD')).toEqual([
    '9000000',
    null,
    '100050',
  ]);
});

it('leaves a single value to the field it is pasted into', () => {
  expect(pastedColumn('90.000', 'decimal-comma', 'EUR')).toEqual([]);
});
