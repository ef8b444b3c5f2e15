import fc from 'fast-check';
import { passwordFault } from './password.js';

describe('a password', () => {
  it.each([
    ['7 chars', 'too-short'],
    ['abc\u0000defgh', 'unreadable'],
    ['abcdefgh\uD800', 'unreadable'],
    ['password', 'too-common'],
    ['Password1', 'too-common'],
    ['aaaaaaaaaaaa', 'too-common'],
    ['abababababab', 'too-common'],
    ['x'.repeat(257), 'too-long'],
    ['correct horse battery', undefined],
    ['übergrößenträger', undefined],
    ['        9', undefined],
  ])('%j is %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  it('is measured in characters, from 8 to 256, with no rule about their kinds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (length) => {
        const password = Array.from({ length }, (_, i) =>
          String.fromCodePoint(0x1f600 + (i % 50)),
        ).join('');
        expect(passwordFault(password)).toBe(
          length < 8 ? 'too-short' : length > 256 ? 'too-long' : undefined,
        );
      }),
    );
  });
});
