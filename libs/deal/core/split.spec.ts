import { Fault } from '@laurel/shared/core';
import { readSplits } from './read-splits.js';
import { plainShare, splitFault, type DealSplit } from './split.js';

const split = (payeeId: string, share: string, kind: DealSplit['kind'] = 'split') => ({
  payeeId,
  share,
  kind,
});
const reason = (...splits: DealSplit[]) => splitFault(splits)?.reason;
const thirds = ['a', 'b', 'c'].map((payee) => split(payee, '0.3333'));

describe('the shares of a deal', () => {
  it('total exactly 100 %, and the refusal names what they total', () => {
    expect(reason(split('a', '0.6'), split('b', '0.4'))).toBeUndefined();
    expect(reason(...thirds)).toBe('The shares total 99.99 %, not 100 %.');
    expect(reason(split('a', '0.6'), split('b', '0.6'))).toContain('total 120 %');
  });

  it('come with any overlay on top, or with overlays alone', () => {
    const overlay = split('a', '0.25', 'overlay');
    expect(reason(split('a', '1'), overlay)).toBeUndefined();
    expect(reason(overlay)).toBeUndefined();
    expect(reason()).toBeUndefined();
  });

  it.each([
    [[split('a', '0')], 'NOT_A_SHARE'],
    [[split('a', '-0.5')], 'NOT_A_SHARE'],
    [[split('a', '1.5', 'overlay')], 'NOT_A_SHARE'],
    [[split('a', 'half')], 'NOT_A_SHARE'],
    [[split('a', '0.5'), split('a', '0.5')], 'REPEATED'],
    [Array.from({ length: 21 }, (_, i) => split(`${i}`, '0.1', 'overlay')), 'TOO_MANY_SPLITS'],
  ] as const)('%j are refused', (splits, code) => {
    expect(splitFault(splits)?.code).toBe(code);
  });

  it('are the same however they are written', () => {
    expect(['0.60', '0.6', '1.000', 'x'].map(plainShare)).toEqual(['0.6', '0.6', '1', 'x']);
  });
});

describe('a cell with splits', () => {
  it.each([
    ['', []],
    ['Ann Lee 60%; ben@x.example 40 %', ['Ann Lee 0.6 split', 'ben@x.example 0.4 split']],
    ['Ann: 33,5 | Cem +10', ['Ann 0.335 split', 'Cem 0.1 overlay']],
  ])('%j', (text, expected) => {
    const read = readSplits(text);
    expect(
      read instanceof Fault ? read : read.map((it) => `${it.payee} ${it.share} ${it.kind}`),
    ).toEqual(expected);
  });

  it.each(['Ann', '60 %', 'Ann 60 %; Ben', 'Ann -5 %'])('%j is refused', (text) => {
    expect(readSplits(text)).toBeInstanceOf(Fault);
  });
});
