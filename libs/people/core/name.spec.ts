import { isName, trimmedName } from './name.js';

it('keeps names of any script, with single spaces', () => {
  expect(trimmedName('  Mei-Mei \n Johns ')).toBe('Mei-Mei Johns');
  expect(['Zoë', '李小龍', "O'Neil"].every(isName)).toBe(true);
});

it.each(['', 'a\u0000b', 'half \uD800', 'x'.repeat(201)])('refuses %j', (name) => {
  expect(isName(name)).toBe(false);
});
