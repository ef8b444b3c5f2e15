import fc from 'fast-check';
import { type Draw, settleDraw, settleDraws } from './draw.js';
import { guarantee } from './guarantee.js';

const draw: Draw = {
  amount: 2_000_00n,
  recoverable: true,
  recovery: 'keep-draw',
  paid: 'top-up',
  limit: null,
};

describe('a draw', () => {
  it('takes back all that was earned where recovery may push net below it', () => {
    const taken = settleDraw({ ...draw, recovery: 'take-all' }, -1_500_00n, 2_300_00n);
    expect(taken).toMatchObject({ recovered: 1_500_00n, net: 800_00n, closing: 0n });
    const kept = settleDraw(draw, -1_500_00n, 2_300_00n);
    expect(kept).toMatchObject({ recovered: 300_00n, net: 2_000_00n, closing: -1_200_00n });
  });

  it('stops when as much is owed as the limit allows', () => {
    const limited = { ...draw, limit: 2_500_00n };
    expect(settleDraws(limited, [0n, 0n, 0n]).map(({ net }) => net)).toEqual([
      2_000_00n,
      500_00n,
      0n,
    ]);
  });

  it('advances what claw-backs took below 0, too', () => {
    expect(settleDraw(draw, 0n, -100_00n)).toMatchObject({ advance: 2_100_00n, net: 2_000_00n });
  });
});

describe('the laws of draws', () => {
  const amount = fc.bigInt({ min: -(10n ** 9n), max: 10n ** 9n });
  const natural = fc.bigInt({ min: 0n, max: 10n ** 9n });
  const anyDraw: fc.Arbitrary<Draw> = fc.record({
    amount: natural,
    recoverable: fc.boolean(),
    recovery: fc.constantFrom('keep-draw', 'take-all'),
    paid: fc.constantFrom('top-up', 'on-top'),
    limit: fc.option(natural),
  });
  const sum = (values: readonly bigint[]) => values.reduce((all, each) => all + each, 0n);

  it('reconciles: what is owed is what was paid and not earned', () => {
    fc.assert(
      fc.property(anyDraw, fc.array(amount), natural, (terms, earned, owed) => {
        const periods = settleDraws(terms, earned, -owed);
        let opening = -owed;
        for (const [i, each] of periods.entries()) {
          expect(each.closing).toBe(opening - each.advance + each.recovered);
          expect(each.net).toBe(earned[i]! + each.advance + each.granted - each.recovered);
          opening = each.closing;
        }
        const granted = sum(periods.map((each) => each.granted));
        expect(sum(periods.map(({ net }) => net)) - granted + opening).toBe(sum(earned) - owed);
      }),
    );
  });

  it('never recovers more than is owed, and never leaves the payee a claim', () => {
    fc.assert(
      fc.property(anyDraw, natural, amount, (terms, owed, earned) => {
        const { recovered, advance, closing, net } = settleDraw(terms, -owed, earned);
        expect(recovered >= 0n && recovered <= owed).toBe(true);
        expect(closing <= 0n).toBe(true);
        if (recovered > 0n) expect(net >= 0n).toBe(true);
        if (terms.limit !== null && advance > 0n) expect(-closing <= terms.limit).toBe(true);
      }),
    );
  });

  it('pays at least the draw where recovery must keep it', () => {
    fc.assert(
      fc.property(anyDraw, natural, amount, (terms, owed, earned) => {
        const kept: Draw = { ...terms, recovery: 'keep-draw', paid: 'top-up', limit: null };
        expect(settleDraw(kept, -owed, earned).net >= kept.amount).toBe(true);
      }),
    );
  });

  it('owes nothing when it is not recoverable', () => {
    fc.assert(
      fc.property(anyDraw, fc.array(amount), (terms, earned) => {
        const periods = settleDraws({ ...terms, recoverable: false }, earned);
        expect(periods.every(({ closing }) => closing === 0n)).toBe(true);
      }),
    );
  });

  it('guarantees an amount, and takes nothing from who earned more', () => {
    fc.assert(
      fc.property(natural, amount, (guaranteed, earned) => {
        const pay = earned + guarantee(guaranteed, earned);
        expect(pay).toBe(earned > guaranteed ? earned : guaranteed);
      }),
    );
  });
});
