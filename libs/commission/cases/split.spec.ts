import { handOffShares, splitCredit } from '@laurel/credit/core';
import { Rational, sharesProblem } from '@laurel/shared/core';

const at = (rate: string, amount: bigint) =>
  Rational.parse(rate).multiply(Rational.of(amount)).round('half-even');
const shared = (...shares: [string, string][]) =>
  shares.map(([payeeId, share]) => ({ payeeId, share }));

describe('credit splits', () => {
  it('divides a deal before the rate, so that the commissions are those of one deal', () => {
    const credits = splitCredit(100_000_00n, shared(['A', '0.6'], ['B', '0.4']));
    expect(credits.map(({ amount }) => amount)).toEqual([60_000_00n, 40_000_00n]);
    const pay = credits.map(({ amount }) => at('0.1', amount));
    expect(pay).toEqual([6_000_00n, 4_000_00n]);
  });

  it('shares a deal that was handed on by the stages of each', () => {
    const stages = ['leaving', 'leaving', 'leaving', 'new', 'new'].map((payeeId) => ({ payeeId }));
    const credits = splitCredit(80_000_00n, handOffShares(stages));
    expect(credits.map(({ payeeId, amount }) => [payeeId, at('0.1', amount)])).toEqual([
      ['leaving', 4_800_00n],
      ['new', 3_200_00n],
    ]);
  });

  it('credits each of two who worked on an order with half', () => {
    const credits = splitCredit(1_000_00n, shared(['A', '1/2'], ['B', '1/2']));
    expect(credits.map(({ amount }) => amount)).toEqual([500_00n, 500_00n]);
  });

  it('pays each share at the rate of its payee, and must be told all of it', () => {
    const [a, b] = splitCredit(10_000_00n, shared(['A', '0.6'], ['B', '0.4']));
    expect([at('0.05', a!.amount), at('0.03', b!.amount)]).toEqual([300_00n, 120_00n]);
    expect(sharesProblem(['0.3333', '0.3333', '0.3333'])).toBe(
      'The shares total 99.99 %, not 100 %.',
    );
    expect(sharesProblem(['1/3', '1/3', '1/3'])).toBeNull();
  });
});
