import { type Draw, guarantee, settleDraw, settleDraws } from '../core/ledger/index.js';

const recoverable: Draw = {
  amount: 2_000_00n,
  recoverable: true,
  recovery: 'keep-draw',
  paid: 'top-up',
  limit: null,
};

describe('draws', () => {
  it('recovers only out of what exceeds the draw, so that net pay never falls below it', () => {
    const gross = [2_750_00n, 3_000_00n, 1_500_00n, 2_375_00n, 3_000_00n, 2_750_00n];
    const months = settleDraws(recoverable, gross);
    expect(months.map(({ net }) => net)).toEqual([
      2_750_00n,
      3_000_00n,
      2_000_00n,
      2_000_00n,
      2_875_00n,
      2_750_00n,
    ]);
    expect(months.map(({ closing }) => closing)).toEqual([0n, 0n, -500_00n, -125_00n, 0n, 0n]);
    expect(months.reduce((sum, { net }) => sum + net, 0n)).toBe(15_375_00n);
  });

  it('recovers an advance at once, in full', () => {
    const terms: Draw = { ...recoverable, amount: 1_500_00n, recovery: 'take-all' };
    const months = settleDraws(terms, [500_00n, 3_000_00n]);
    expect(months.map(({ net, closing }) => [net, closing])).toEqual([
      [1_500_00n, -1_000_00n],
      [2_000_00n, 0n],
    ]);
  });

  it('costs the firm what is not recoverable', () => {
    const terms: Draw = { ...recoverable, amount: 1_500_00n, recoverable: false };
    const months = settleDraws(terms, [500_00n, 3_000_00n]);
    expect(months.map(({ net, closing }) => [net, closing])).toEqual([
      [1_500_00n, 0n],
      [3_000_00n, 0n],
    ]);
    expect(months.reduce((sum, { granted }) => sum + granted, 0n)).toBe(1_000_00n);
  });

  it('leaves at month end what the draw paid at its start did not cover', () => {
    const drawn: Draw = { ...recoverable, amount: 4_000_00n };
    const settled = settleDraw(drawn, 0n, 6_000_00n);
    expect([settled.net - drawn.amount, settled.net]).toEqual([2_000_00n, 6_000_00n]);
    const short = settleDraw({ ...drawn, amount: 3_000_00n }, 0n, 2_000_00n);
    expect([short.net, short.closing]).toEqual([3_000_00n, -1_000_00n]);
  });

  it('can be cash on top of what was earned, or a top-up, as the plan says', () => {
    const onTop: Draw = { ...recoverable, amount: 1_000_00n, paid: 'on-top', recovery: 'take-all' };
    const first = settleDraw(onTop, 0n, 1_000_00n);
    const second = settleDraw({ ...onTop, amount: 0n }, first.closing, 3_000_00n);
    expect([first.net, second.net, second.closing]).toEqual([2_000_00n, 2_000_00n, 0n]);
    const topUp = settleDraws({ ...onTop, paid: 'top-up' }, [1_000_00n, 3_000_00n]);
    expect(topUp.map(({ net }) => net)).toEqual([1_000_00n, 3_000_00n]);
    const kept = settleDraws({ ...recoverable, recoverable: false }, [1_000_00n, 4_000_00n]);
    expect(kept.map(({ net }) => net)).toEqual([2_000_00n, 4_000_00n]);
  });

  it('is owed back by who leaves, if it was recoverable', () => {
    const terms: Draw = { ...recoverable, amount: 15_000_00n };
    const [, last] = settleDraws(terms, [8_000_00n, 0n]);
    expect(last?.closing).toBe(-22_000_00n);
    const months = settleDraws(terms, [8_000_00n, 0n]);
    expect(months.reduce((sum, { net }) => sum + net, 0n)).toBe(30_000_00n);
    const absorbed = settleDraws({ ...terms, recoverable: false }, [15_000_00n, 0n, 0n, 0n]);
    expect(absorbed.at(-1)?.closing).toBe(0n);
    expect(absorbed.reduce((sum, { granted }) => sum + granted, 0n)).toBe(45_000_00n);
  });
});

describe('guarantees', () => {
  it('bring pay up to an amount, and are never owed', () => {
    const pay = [0n, 2_100_00n, 3_500_00n].map((earned) => earned + guarantee(3_000_00n, earned));
    expect(pay).toEqual([3_000_00n, 3_000_00n, 3_500_00n]);
  });
});
