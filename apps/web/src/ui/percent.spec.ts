import fc from 'fast-check';
import { percentOf, shareOf } from './percent.js';

it.each([
  ['0.85', '85'],
  ['1', '100'],
  ['1.125', '112.5'],
  ['0', '0'],
  ['0.00001', '0.001'],
])('%s is %s percent, and back', (share, percent) => {
  expect(percentOf(share)).toBe(percent);
  expect(shareOf(percent)).toBe(share);
});

it.each(['', '-', '-1', '1e3', 'much'])('%j is no share', (typed) =>
  expect(shareOf(typed)).toBeNull(),
);

it('loses nothing on the way', () => {
  const shares = fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 }));
  fc.assert(
    fc.property(shares, ([whole, part]) => {
      const share = `${whole}.${String(part).padStart(3, '0').replace(/0+$/, '')}`;
      expect(shareOf(percentOf(share))).toBe(share);
    }),
  );
});
