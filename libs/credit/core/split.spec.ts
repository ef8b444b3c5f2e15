import { currencyExponent, formatMoney, parseMoney, Rational } from '@laurel/shared/core';
import fc from 'fast-check';
import { type CreditShare, handOffShares, overlayCredits, splitCredit } from './split.js';

const shares = (...all: string[]): CreditShare[] =>
  all.map((share, i) => ({ payeeId: `payee ${i}`, share }));
const amounts = (parts: readonly { amount: bigint }[]) => parts.map(({ amount }) => amount);
const sum = (values: readonly bigint[]) => values.reduce((all, each) => all + each, 0n);

describe('a credit split', () => {
  it('gives what does not divide to the largest remainders, ties in the order stated', () => {
    expect(amounts(splitCredit(100n, shares('1/3', '1/3', '1/3')))).toEqual([34n, 33n, 33n]);
    expect(amounts(splitCredit(1n, shares('0.4', '0.6')))).toEqual([0n, 1n]);
    expect(amounts(splitCredit(-1n, shares('0.5', '0.5')))).toEqual([-1n, 0n]);
  });

  it('refuses shares that are not all of the deal, naming their total', () => {
    expect(() => splitCredit(100n, shares('0.3333', '0.3333', '0.3333'))).toThrow(
      'The shares total 99.99 %, not 100 %.',
    );
    expect(() => splitCredit(100n, shares('0.6', '0.5'))).toThrow('110 %');
  });

  it('sums to the deal, to the minor unit, for any amounts, shares, signs and currencies', () => {
    const amount = fc.bigInt({ min: -(2n ** 63n) + 1n, max: 2n ** 63n - 1n });
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'CLF');
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(amount, currency, weights, (minor, code, counts) => {
        const total = BigInt(counts.reduce((all, each) => all + each, 0));
        fc.pre(total > 0n);
        const deal = parseMoney(formatMoney(minor, code), code);
        const parts = splitCredit(
          deal,
          shares(...counts.map((each) => Rational.of(BigInt(each), total).toText())),
        );
        expect(sum(amounts(parts))).toBe(minor);
        const printed = parts.map((part) => Rational.parse(formatMoney(part.amount, code)));
        const again = printed.reduce((all, each) => all.add(each), Rational.zero);
        expect(again).toEqual(Rational.of(minor, 10n ** BigInt(currencyExponent(code))));
        const reversed = splitCredit(
          -deal,
          parts.map(({ payeeId }, i) => ({
            payeeId,
            share: Rational.of(BigInt(counts[i]!), total).toText(),
          })),
        );
        expect(amounts(reversed)).toEqual(amounts(parts).map((each) => -each));
      }),
    );
  });
});

describe('an overlay', () => {
  it('is on top, and may be any share of the deal', () => {
    const helped = overlayCredits(333n, shares('1', '0.5', '1.5'), 'half-even');
    expect(amounts(helped)).toEqual([333n, 166n, 500n]);
    expect(amounts(overlayCredits(333n, shares('0.5'), 'half-up'))).toEqual([167n]);
  });
});

describe('a deal that is handed on', () => {
  it('is shared by the stages each owner saw through', () => {
    const stages = ['old', 'old', 'new', 'old', 'new'].map((payeeId) => ({ payeeId }));
    expect(handOffShares(stages)).toEqual([
      { payeeId: 'old', share: '0.6' },
      { payeeId: 'new', share: '0.4' },
    ]);
    expect(handOffShares([{ payeeId: 'a', weight: 2n }, { payeeId: 'b' }])).toEqual([
      { payeeId: 'a', share: '2/3' },
      { payeeId: 'b', share: '1/3' },
    ]);
    expect(() => handOffShares([])).toThrow(RangeError);
  });

  it('is shared whole, whoever saw it through', () => {
    const owner = fc.record({
      payeeId: fc.constantFrom('a', 'b', 'c', 'd'),
      weight: fc.bigInt({ min: 1n, max: 9n }),
    });
    fc.assert(
      fc.property(fc.array(owner, { minLength: 1 }), fc.bigInt(), (stages, amount) => {
        expect(sum(amounts(splitCredit(amount, handOffShares(stages))))).toBe(amount);
      }),
    );
  });
});
