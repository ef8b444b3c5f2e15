import fc from 'fast-check';
import { similarity, suggester } from './similarity.js';

const products = ['GTX Basic', 'GTX Pro', 'GTX Plus Pro', 'MG Special'].map((name) => ({
  id: name,
  name,
}));

const suggest = suggester(products);

it('finds the name that was meant', () => {
  expect(suggest('GTXPro')?.name).toBe('GTX Pro');
  expect(suggest('gtx-plus pro')?.name).toBe('GTX Plus Pro');
  expect(suggest('Pipe wrench')).toBeUndefined();
});

it('is the same both ways, 1 for the same word, and never outside 0 to 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
      const score = similarity(one, other);
      expect(score).toBe(similarity(other, one));
      expect(similarity(one, one)).toBe(1);
      expect(score >= 0 && score <= 1).toBe(true);
    }),
  );
});
