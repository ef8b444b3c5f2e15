import { guessDelimiter } from './delimiter.js';

it.each([
  ['a,b,c\n1,2,3', ','],
  ['a;b\n1,5;2,5', ';'],
  ['a\tb\n"x\ny"\tz', '\t'],
  ['a|b|c', '|'],
  ['"a;b";c,"d;e",f\n1,2,3', ','],
  ['alone\n1', ','],
  ['', ','],
])('%j is cut by %j', (text, delimiter) => expect(guessDelimiter(text)).toBe(delimiter));
