import { changedRows, kindOf, plainWord } from './changes.js';

describe('what an entry tells', () => {
  it('is nothing when it tells nothing', () => {
    expect(changedRows({ before: null, after: null })).toEqual([]);
  });

  it('is each row with its columns from what to what', () => {
    const rows = changedRows({
      before: { deal: { a: { name: 'z', amount: '1' }, b: { name: 'x', currency: 'USD' } } },
      after: { deal: { a: { name: 'z', amount: '2' } }, plan: { c: { name: 'y' } } },
    });
    expect(rows).toEqual([
      {
        table: 'deal',
        key: 'a',
        how: 'changed',
        currency: null,
        columns: [{ name: 'amount', before: '1', after: '2' }],
        names: [{ name: 'name', before: 'z', after: 'z' }],
      },
      {
        table: 'deal',
        key: 'b',
        how: 'removed',
        currency: 'USD',
        columns: [
          { name: 'name', before: 'x', after: null },
          { name: 'currency', before: 'USD', after: null },
        ],
        names: [],
      },
      {
        table: 'plan',
        key: 'c',
        how: 'added',
        currency: null,
        columns: [{ name: 'name', before: null, after: 'y' }],
        names: [],
      },
    ]);
  });

  it.each([
    ['amount', '1200', 'money'],
    ['owner_id', '0a000000-0000-4000-8000-000000000000', 'person'],
    ['closed_on', '2026-03-31', 'day'],
    ['left_at', '2026-03-31T10:00:00+00:00', 'instant'],
    ['document', {}, 'document'],
    ['stage', 'won', 'text'],
    ['enabled', true, 'text'],
    ['parent_id', null, 'nothing'],
  ])('writes %s %s as %s', (column, value, kind) => {
    expect(kindOf(column, value)).toBe(kind);
  });

  it('finds a word for anything', () => {
    expect(['first_day', 'saveDeal', 'import.run'].map(plainWord)).toEqual([
      'First day',
      'Save deal',
      'Import run',
    ]);
  });
});
