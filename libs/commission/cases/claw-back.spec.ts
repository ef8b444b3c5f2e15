import { Rational } from '@laurel/shared/core';
import { compileExpression } from '../core/expression/index.js';
import { clawBack, type ClawBack, dueBy, instalmentsOf } from '../core/ledger/index.js';

const whole: ClawBack = { take: 'paid', share: '1' };
const service = { months: 12, served: 6 };
const paidInFull = (earned: bigint) => ({ earned, paid: earned });

describe('claw-backs', () => {
  it('takes half back on early termination, as an entry of its own', () => {
    const { due } = clawBack(
      paidInFull(10_000_00n),
      { take: 'paid', share: '0.5' },
      service,
      'half-even',
    );
    expect([due, 10_000_00n + due]).toEqual([-5_000_00n, 5_000_00n]);
  });

  it('takes back only the instalment that was paid, and cancels the other', () => {
    const halves = [0, 1].map((after) => ({ after, share: '0.5' }));
    const paid = dueBy(instalmentsOf(1_000_00n, halves), 0);
    const taken = clawBack({ earned: 1_000_00n, paid }, whole, service, 'half-even');
    expect(taken).toEqual({ reversed: -1_000_00n, cancelled: 500_00n, due: -500_00n });
    expect(paid + taken.due).toBe(0n);
    expect(clawBack({ earned: 1_000_00n, paid: 0n }, whole, service, 'half-even').due).toBe(0n);
  });

  it('reverses the half of a year that was not served', () => {
    const terms: ClawBack = { take: 'paid', share: 'months-left' };
    const { due } = clawBack(paidInFull(1_200_00n), terms, service, 'half-even');
    expect([due, 1_200_00n + due]).toEqual([-600_00n, 600_00n]);
  });

  it('reverses a formula to its exact negative, at its original terms', () => {
    const vocabulary = { amount: 'number' } as const;
    const compiled = compileExpression('amount * 0.05 * 1.10', vocabulary, 'number');
    if (!compiled.ok) throw new Error('The formula is refused.');
    const { value } = compiled.evaluate({ amount: Rational.of(750n) });
    const earned = value!.multiply(Rational.of(100n)).round('half-even');
    expect(earned).toBe(41_25n);
    expect(clawBack(paidInFull(earned), whole, service, 'half-even').reversed).toBe(-41_25n);
  });

  it('lets an invoice that is credited before it is paid come to nothing', () => {
    const { reversed, cancelled, due } = clawBack(
      { earned: 10_00n, paid: 0n },
      whole,
      service,
      'half-even',
    );
    expect([reversed, cancelled, due]).toEqual([-10_00n, 10_00n, 0n]);
  });
});
