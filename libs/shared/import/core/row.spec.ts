import type { FieldSpec } from './field.js';
import { planCells, readRow } from './row.js';

const fields: FieldSpec[] = [
  { name: 'id', kind: 'text', required: true, synonyms: [] },
  { name: 'amount', kind: 'money', synonyms: [] },
  { name: 'currency', kind: 'currency', synonyms: [] },
  { name: 'day', kind: 'day', synonyms: [] },
  { name: 'attribute', kind: 'text', synonyms: [], many: true },
];
const names = ['amount', 'id', 'currency', 'day', 'colour'];
const format: Record<string, string> = { amount: 'decimal-point', day: 'YYYY-MM-DD' };
const columns = names.map((column) => ({
  column,
  field: column === 'colour' ? 'attribute' : column,
  format: format[column],
}));
const read = (...cells: string[]) =>
  readRow(7, cells, planCells(names, fields, { columns }), 'EUR');

describe('reading a row', () => {
  it('reads amounts in the currency of the row', () => {
    expect(read('500', ' A1 ', 'jpy', '', 'red').parsed).toEqual({
      row: 7,
      values: { id: 'A1', currency: 'JPY', day: null, amount: 500n },
      attributes: { colour: 'red' },
    });
    expect(read('500', 'A1', '', '', '').parsed.values.amount).toBe(50_000n);
  });

  it('names every cell it cannot read', () => {
    const { rejections } = read('1,5', '', 'Euro', '2026-02-30', 'x'.repeat(1_001));
    expect(rejections.map(({ row, field, code }) => [row, field, code])).toEqual([
      [7, 'id', 'REQUIRED'],
      [7, 'currency', 'UNKNOWN_CURRENCY'],
      [7, 'day', 'NOT_A_DAY'],
      [7, 'attribute', 'TEXT_TOO_LONG'],
      [7, 'amount', 'NOT_AN_AMOUNT'],
    ]);
  });
});
