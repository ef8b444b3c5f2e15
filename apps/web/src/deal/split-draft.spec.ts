import { inputsOf, percentText, shareOf, totalText } from './split-draft.js';

const row = (payee: string | null, percent: string, kind: 'split' | 'overlay' = 'split') => ({
  payee,
  percent,
  kind,
});

it('reads percent in either notation, exactly', () => {
  expect(['60', '12,5', '33.3333', ' 100 ', 'half', ''].map(shareOf)).toEqual([
    '0.6',
    '0.125',
    '0.333333',
    '1',
    null,
    null,
  ]);
});

it('writes percent in the notation of the reader', () => {
  expect(percentText('0.125', 'de')).toBe('12,5');
  expect(percentText('0.6', 'en')).toBe('60');
});

it('totals the splits, not what comes on top', () => {
  expect(totalText([row('a', '60'), row('b', '39,9'), row('c', '10', 'overlay')], 'en')).toBe(
    '99.9 %',
  );
  expect(totalText([row('a', '')], 'en')).toBeNull();
});

it('lets only complete shares be saved that total 100 %', () => {
  expect(inputsOf([row('a', '60'), row('b', '40')])).toEqual([
    { payee: 'a', share: '0.6', kind: 'split' },
    { payee: 'b', share: '0.4', kind: 'split' },
  ]);
  expect(inputsOf([])).toEqual([]);
  expect(inputsOf([row('a', '60'), row('b', '39')])).toBeNull();
  expect(inputsOf([row('a', '50'), row('a', '50')])).toBeNull();
  expect(inputsOf([row(null, '100')])).toBeNull();
});
