import fc from 'fast-check';
import { clawBack, recover } from './claw-back.js';

const service = { months: 12, served: 6 };
const back = (earned: bigint, paid: bigint, take: 'paid' | 'all', share: string = '1') =>
  clawBack({ earned, paid }, { take, share }, service, 'half-even');

describe('a claw-back', () => {
  it('takes what was paid, or all and leaves the rest due', () => {
    expect(back(1_000n, 400n, 'paid')).toEqual({ reversed: -1_000n, cancelled: 600n, due: -400n });
    expect(back(1_000n, 400n, 'all')).toEqual({ reversed: -1_000n, cancelled: 0n, due: -1_000n });
    expect(back(1_000n, 0n, 'paid').due).toBe(0n);
  });

  it('cancels first, and takes only what is left of its share', () => {
    expect(back(1_000n, 500n, 'paid', '0.6')).toEqual({
      reversed: -600n,
      cancelled: 500n,
      due: -100n,
    });
    expect(back(1_000n, 500n, 'paid', '0.3')).toEqual({
      reversed: -300n,
      cancelled: 300n,
      due: 0n,
    });
  });

  it('is prorated by the months that were left, and none are left after the last', () => {
    const prorated = (served: number) =>
      clawBack(
        { earned: 1_000n, paid: 1_000n },
        { take: 'paid', share: 'months-left' },
        { months: 12, served },
        'half-even',
      ).due;
    expect([0, 1, 6, 12, 15].map(prorated)).toEqual([-1_000n, -917n, -500n, 0n, 0n]);
  });

  it('is carried over where a period does not pay enough', () => {
    expect(recover(0n, -1_000n, 600n)).toEqual({ recovered: 600n, net: 0n, closing: -400n });
    expect(recover(-400n, 0n, 600n, '0.25')).toEqual({
      recovered: 150n,
      net: 450n,
      closing: -250n,
    });
    expect(recover(-250n, 0n, 600n)).toEqual({ recovered: 250n, net: 350n, closing: 0n });
    expect(recover(-250n, 0n, -50n)).toEqual({ recovered: 0n, net: -50n, closing: -250n });
  });
});

describe('the laws of claw-backs', () => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 12n });
  const shareText = fc.integer({ min: 0, max: 100 }).map((percent) => `${percent}/100`);
  const take = fc.constantFrom('paid', 'all');

  it('never take more than was earned, nor, of what was paid, more than that', () => {
    fc.assert(
      fc.property(amount, amount, take, shareText, (paid, unpaid, what, share) => {
        const earned = paid + unpaid;
        const { reversed, cancelled, due } = back(earned, paid, what, share);
        expect(reversed <= 0n && -reversed <= earned).toBe(true);
        expect(cancelled >= 0n && cancelled <= unpaid).toBe(true);
        expect(due).toBe(reversed + cancelled);
        expect(due <= 0n).toBe(true);
        if (what === 'paid') expect(-due <= paid).toBe(true);
      }),
    );
  });

  it('leave, in the end, the same of the earning, whatever of it was paid', () => {
    fc.assert(
      fc.property(amount, amount, take, shareText, (paid, unpaid, what, share) => {
        const { reversed, cancelled, due } = back(paid + unpaid, paid, what, share);
        const keeps = paid + due + (unpaid - cancelled);
        expect(keeps).toBe(paid + unpaid + reversed);
      }),
    );
  });

  it('reverse a reversal into its opposite', () => {
    fc.assert(
      fc.property(amount, amount, take, shareText, (paid, unpaid, what, share) => {
        const one = back(paid + unpaid, paid, what, share);
        const other = back(-(paid + unpaid), -paid, what, share);
        expect(other).toEqual({
          reversed: -one.reversed,
          cancelled: -one.cancelled,
          due: -one.due,
        });
      }),
    );
  });

  it('recover no more than is owed, than was paid out, or than is allowed, and reconcile', () => {
    const pay = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(amount, amount, pay, shareText, (owed, due, payable, atMost) => {
        const { recovered, net, closing } = recover(-owed, -due, payable, atMost);
        expect(closing).toBe(-owed - due + recovered);
        expect(net).toBe(payable - recovered);
        expect(recovered >= 0n && closing <= 0n).toBe(true);
        if (recovered > 0n) {
          expect(net >= 0n).toBe(true);
          expect(recovered * 100n <= payable * BigInt(Number.parseInt(atMost, 10))).toBe(true);
        }
      }),
    );
  });
});
