import { changedMeanwhile, merged } from './three-way.js';

const base = { stage: 'Offer', region: 'North', price: { amount: '100', currency: 'EUR' } };
const with_ = (change: Partial<typeof base>) => ({ ...base, ...change });

it('keeps what I changed, and follows in what I did not touch', () => {
  const mine = with_({ region: 'South' });
  const theirs = with_({ stage: 'Won' });
  expect(merged(base, mine, theirs)).toEqual(with_({ region: 'South', stage: 'Won' }));
});

it('leaves everything as it is while nobody else changes anything', () => {
  const mine = with_({ region: 'South' });
  expect(merged(base, mine, base)).toEqual(mine);
  expect(changedMeanwhile(base, mine, base)).toEqual([]);
});

it('keeps an amount together with its currency', () => {
  const mine = with_({ price: { amount: '120', currency: 'EUR' } });
  const theirs = with_({ price: { amount: '100', currency: 'JPY' } });
  expect(merged(base, mine, theirs).price).toEqual({ amount: '120', currency: 'EUR' });
  expect(changedMeanwhile(base, mine, theirs)).toEqual([{ field: 'price', both: true }]);
});

it('tells what they changed from what both of us did; the same of both is no question', () => {
  const mine = with_({ stage: 'Won', region: 'South' });
  const theirs = with_({ stage: 'Won', region: 'East', price: { amount: '90', currency: 'EUR' } });
  const written = merged(base, mine, theirs);
  expect(written).toEqual({ ...theirs, region: 'South' });
  expect(changedMeanwhile(base, written, theirs)).toEqual([
    { field: 'stage', both: false },
    { field: 'region', both: true },
    { field: 'price', both: false },
  ]);
});

it('goes on from one change to the next: what followed once still follows, and can be changed back', () => {
  const first = with_({ stage: 'Won' });
  const followed = merged(base, base, first);
  expect(merged(first, followed, with_({ stage: 'Lost' })).stage).toBe('Lost');
  const back = { ...followed, stage: 'Offer' };
  expect(merged(first, back, first).stage).toBe('Offer');
  expect(changedMeanwhile(base, back, first)).toEqual([{ field: 'stage', both: true }]);
});

it('says nothing of what they changed and changed back', () => {
  const mine = with_({ stage: 'Lost' });
  expect(changedMeanwhile(base, merged(with_({ stage: 'Won' }), mine, base), base)).toEqual([]);
});
