import { amountRead, dayRead } from './reading.js';

it.each([
  ['04/03/2017', 'DD/MM/YYYY', '2017-03-04'],
  ['04/03/2017', 'MM/DD/YYYY', '2017-04-03'],
  ['31.12.2026', 'DD.MM.YYYY', '2026-12-31'],
  ['2017-03-01', 'YYYY-MM-DD', '2017-03-01'],
  ['31/12/2026', 'MM/DD/YYYY', null],
  ['1234', 'decimal-point', null],
])('reads %s as %s: %s', (sample, format, day) => {
  expect(dayRead(sample, format)).toBe(day);
});

it.each([
  ['1.234,56', 'decimal-comma', '1234.56'],
  ['1,234.56', 'decimal-point', '1234.56'],
  ['1.234', 'decimal-comma', '1234'],
  ['1.234', 'decimal-point', '1.234'],
  ['€ 12', 'decimal-point', '12'],
  ['n/a', 'decimal-point', null],
])('reads the amount %s as %s: %s', (sample, format, amount) => {
  expect(amountRead(sample, format)).toBe(amount);
});
