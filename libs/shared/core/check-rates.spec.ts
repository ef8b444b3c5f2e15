import { checkRates } from './check-rates.js';

const right = { from: 'USD', to: 'EUR', day: '2026-01-01', rate: '0.9215', source: 'ECB' };
const wrong = (change: Partial<typeof right>) =>
  checkRates([{ ...right, ...change }]).map(({ row, field, code }) => `${row} ${field} ${code}`);

it('takes exact rates above 0', () => {
  expect(wrong({})).toEqual([]);
  expect(wrong({ rate: '1234.567890123456', source: '' })).toEqual([]);
});

it.each([
  [{ from: 'usd' }, '1 from UNKNOWN_CURRENCY'],
  [{ to: 'EURO' }, '1 to UNKNOWN_CURRENCY'],
  [{ to: 'USD' }, '1 to SAME_CURRENCY'],
  [{ day: '2026-02-30' }, '1 day NOT_A_DAY'],
  [{ rate: '0' }, '1 rate NOT_A_RATE'],
  [{ rate: '-1' }, '1 rate NOT_A_RATE'],
  [{ rate: '1e3' }, '1 rate NOT_A_RATE'],
  [{ rate: `0.${'1'.repeat(13)}` }, '1 rate NOT_A_RATE'],
  [{ source: 'x'.repeat(201) }, '1 source TEXT_TOO_LONG'],
])('refuses %j', (change, expected) => {
  expect(wrong(change)).toEqual([expected]);
});

it('refuses the second rate of a pair and day, and names each row', () => {
  const rows = checkRates([right, { ...right, rate: '1' }, { ...right, day: 'never' }]);
  expect(rows.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 REPEATED', '3 NOT_A_DAY']);
});
