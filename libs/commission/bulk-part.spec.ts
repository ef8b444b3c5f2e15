import fc from 'fast-check';
import { partsOf, together } from './bulk-part.js';

const anyIds = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 40 });

describe('parts of the payees', () => {
  it('hold each payee once, and stand for every id there is', () => {
    fc.assert(
      fc.property(anyIds, fc.integer({ min: 1, max: 15 }), fc.uuid(), (payeeIds, size, other) => {
        const parts = partsOf(payeeIds, size);
        expect(parts.flatMap((part) => part.payeeIds)).toEqual(payeeIds.toSorted());
        for (const id of [...payeeIds, other]) {
          const own = parts.filter(
            ({ ids: { from, before } }) =>
              (from === null || id >= from) && (before === null || id < before),
          );
          expect(own).toHaveLength(1);
          if (id !== other) expect(own[0]!.payeeIds).toContain(id);
        }
      }),
    );
  });

  it('stand together for all that they stand for', () => {
    const [first, second, third] = partsOf(['c', 'a', 'b'], 1);
    expect(together([first!, second!], ['b', 'a'])).toEqual({
      payeeIds: ['a', 'b'],
      ids: { from: null, before: 'c' },
    });
    expect(together([second!, third!], ['c']).ids).toEqual({ from: 'b', before: null });
  });
});
