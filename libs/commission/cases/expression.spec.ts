import { Rational } from '@laurel/shared/core';
import { attainment, total } from '@laurel/goal/core';
import { compileExpression, type Values, type Vocabulary } from '../core/expression/index.js';

/** A formula in whole units, as cents. */
function cents(formula: string, vocabulary: Vocabulary = {}, values: Values = {}): bigint | null {
  const compiled = compileExpression(formula, vocabulary, 'number');
  if (!compiled.ok) throw new Error('The formula is refused.');
  return compiled.evaluate(values).value?.multiply(Rational.of(100n)).round('half-even') ?? null;
}

describe('traps', () => {
  it('divides whole numbers as exactly as others', () => {
    expect([cents('100/3'), cents('100.0/3')]).toEqual([33_33n, 33_33n]);
  });

  it('pays each of four agents alike, in whatever order they were added', () => {
    const pay = (agents: bigint) =>
      cents(
        'base * 0.10 / agents',
        { base: 'number', agents: 'number' },
        {
          base: Rational.of(100n),
          agents: Rational.of(agents),
        },
      );
    expect([1n, 2n, 3n, 4n].map(pay)).toEqual([10_00n, 5_00n, 3_33n, 2_50n]);
    expect(pay(0n)).toBeNull();
  });

  it('counts every credit when it is posted, however the credits were batched', () => {
    const before = [{ actual: 100n }, { actual: 50n }];
    const orders = [[{ actual: 50n }, { actual: 100n }], [{ actual: 50n }]];
    const after = orders.map((_, i) => total([...before, ...orders.slice(0, i + 1).flat()]).actual);
    expect(after).toEqual([300n, 350n]);
    expect(total([...orders.flat(), ...before].toReversed()).actual).toBe(350n);
    expect(attainment({ actual: 350n, target: 1_000n })).toEqual({
      numerator: 350n,
      denominator: 1_000n,
    });
  });
});
