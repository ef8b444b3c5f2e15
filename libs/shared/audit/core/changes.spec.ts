import { mergeChanges, type Change } from './changes.js';

const change = (key: string, before: Change['before'], after: Change['after']): Change => ({
  table: 'deal',
  key,
  before,
  after,
});

describe('changes of a transaction', () => {
  it('tell nothing when there are none', () => {
    expect(mergeChanges([])).toEqual({ object: null, objectIds: [], before: null, after: null });
  });

  it('tell of a row that changed twice how it was at first and in the end', () => {
    const told = mergeChanges([
      change('a', { amount: '1' }, { amount: '2' }),
      change('a', { amount: '2', stage: 'x' }, { amount: '3', stage: 'y' }),
    ]);
    expect(told.before).toEqual({ deal: { a: { amount: '1', stage: 'x' } } });
    expect(told.after).toEqual({ deal: { a: { amount: '3', stage: 'y' } } });
  });

  it('tell of a row that was added and changed only how it is', () => {
    const told = mergeChanges([
      change('a', null, { amount: '1' }),
      change('a', { amount: '1' }, { amount: '2' }),
    ]);
    expect(told).toMatchObject({ before: null, after: { deal: { a: { amount: '2' } } } });
  });

  it('tell of a row that was changed and removed all that was', () => {
    const told = mergeChanges([
      change('a', { amount: '1' }, { amount: '2' }),
      change('a', { amount: '2', stage: 'x' }, null),
    ]);
    expect(told).toMatchObject({
      before: { deal: { a: { amount: '1', stage: 'x' } } },
      after: null,
    });
  });

  it('leave out a row that came and went', () => {
    const told = mergeChanges([
      change('a', null, { amount: '1' }),
      change('a', { amount: '1' }, null),
    ]);
    expect(told).toEqual({ object: null, objectIds: [], before: null, after: null });
  });

  it('keep tables and keys apart', () => {
    const told = mergeChanges([
      change('a', null, { amount: '1' }),
      { ...change('a', null, { name: 'Ann' }), table: 'member' },
    ]);
    expect(told).toMatchObject({
      object: 'deal',
      objectIds: ['a', 'a'],
      after: { deal: { a: { amount: '1' } }, member: { a: { name: 'Ann' } } },
    });
  });
});
