import fc from 'fast-check';
import { copyLine } from './copy.js';

describe('a line for COPY', () => {
  it('has one tab between cells and one end, whatever they hold', () => {
    const cell = fc.option(fc.string({ unit: fc.constantFrom('a', '\\', '\t', '\n', '\r', 'N') }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const line = copyLine(cells);
        expect(line.split('\t')).toHaveLength(cells.length);
        expect(line.indexOf('\n')).toBe(line.length - 1);
      }),
    );
  });
});
