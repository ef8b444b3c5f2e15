import { rateOfText, textOfRate } from './rate-text.js';

it.each([
  ['0.9215', 'en', '0.9215'],
  ['0,9215', 'de', '0.9215'],
  [' 161 ', 'de', '161'],
  ['0,9215', 'en', null],
  ['0', 'en', null],
  ['0.000', 'en', null],
  ['-1', 'en', null],
  ['', 'de', null],
])('reads %j (%s) as %j', (text, language, rate) => {
  expect(rateOfText(text, language)).toBe(rate);
});

it('writes what it reads', () => {
  expect(rateOfText(textOfRate('1.0825', 'de'), 'de')).toBe('1.0825');
});
