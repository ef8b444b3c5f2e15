import { dayPart } from './day-part.js';

it('greets by the clock', () => {
  expect([4, 10, 11, 17, 18, 3].map(dayPart)).toEqual([
    'morning',
    'morning',
    'day',
    'day',
    'evening',
    'evening',
  ]);
});
