import { guessColumns } from './column-guess.js';
import type { FieldSpec } from './field.js';
import { settleMapping } from './mapping.js';

const fields: FieldSpec[] = [
  { name: 'id', kind: 'text', required: true, synonyms: [] },
  { name: 'amount', kind: 'money', synonyms: [] },
  { name: 'attribute', kind: 'text', synonyms: [], many: true },
];
const columns = guessColumns(['id', 'amount', 'note', 'colour'], [['1', '1.234', '', '']], fields);
const settle = (wished: Record<string, string>, formats: Record<string, string> = {}) =>
  settleMapping(
    columns,
    fields,
    Object.entries(wished).map(([column, field]) => ({ column, field, format: formats[column] })),
  );
const codes = (result: ReturnType<typeof settle>) =>
  Array.isArray(result) ? result.map(({ fault }) => fault.code) : [];

describe('settling a mapping', () => {
  it('refuses amounts that can be read in two ways until one is chosen', () => {
    expect(codes(settle({ id: 'id', amount: 'amount' }))).toEqual(['FORMAT_AMBIGUOUS']);
    expect(settle({ id: 'id', amount: 'amount' }, { amount: 'decimal-comma' })).toMatchObject({
      columns: [
        { column: 'id', field: 'id' },
        { column: 'amount', format: 'decimal-comma' },
      ],
    });
  });

  it('tells all that is wrong at once', () => {
    expect(
      codes(
        settle(
          { note: 'amount', amount: 'amount', nothing: 'id', colour: 'shade' },
          { amount: 'x' },
        ),
      ),
    ).toEqual(['NO_SUCH_FORMAT', 'NO_SUCH_COLUMN', 'NO_SUCH_FIELD', 'FIELD_TWICE']);
    expect(codes(settle({}))).toEqual(['FIELD_MISSING']);
  });

  it('keeps any number of columns as attributes', () => {
    expect(codes(settle({ id: 'id', note: 'attribute', colour: 'attribute' }))).toEqual([]);
  });
});
