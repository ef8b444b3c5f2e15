import { fieldChanges } from './field-change.js';

const deal = {
  status: 'won',
  owner_id: 'ann',
  amount: '5000',
  splits: [],
  attributes: {},
  name: 'x',
};

describe('what a changed deal says', () => {
  it('tells what decides pay, before and after, and nothing else', () => {
    const after = { ...deal, owner_id: 'bob', amount: '7000', name: 'y' };
    expect(fieldChanges(deal, after)).toEqual([
      { field: 'owner', before: 'ann', after: 'bob' },
      { field: 'amount', before: '5000', after: '7000' },
    ]);
  });

  it('tells every field of a deal that was not there', () => {
    expect(fieldChanges(null, deal).map(({ field }) => field)).toEqual([
      'status',
      'owner',
      'amount',
    ]);
  });

  it('tells of long values only that they changed', () => {
    const after = { ...deal, attributes: { segment: 'new' } };
    expect(fieldChanges(deal, after)).toEqual([{ field: 'attributes', before: null, after: null }]);
  });
});
