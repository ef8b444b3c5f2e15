import {
  balancesOf,
  dueBy,
  holdBack,
  instalmentsOf,
  type Movement,
  paidOf,
  payOnCash,
  releasedOf,
} from '../core/ledger/index.js';

describe('pay on cash', () => {
  it('pays of the commission what the customer has paid of the deal', () => {
    const paid = (received: bigint) =>
      paidOf(100_000_00n, { amount: 1_000_000_00n, received }, 'half-even');
    const first = paid(500_000_00n);
    expect([first, paid(1_000_000_00n) - first]).toEqual([50_000_00n, 50_000_00n]);
  });

  it('credits late cash to the target of the month of the sale', () => {
    const aboveTarget = (credited: bigint) => (credited > 100n ? credited - 100n : 0n);
    const collections = [
      { period: '2026-01', amount: 150n },
      { period: '2026-05', amount: 30n },
      { period: '2026-07', amount: 30n },
    ];
    expect(payOnCash(collections, aboveTarget)).toEqual([
      { period: '2026-01', pay: 50n },
      { period: '2026-05', pay: 30n },
      { period: '2026-07', pay: 30n },
    ]);
    expect(aboveTarget(220n)).toBe(120n);
  });

  it('pays a down payment its part, and the final invoice the rest', () => {
    const order = { amount: 1_000_00n, received: 100_00n };
    const commission = 100_00n;
    const down = paidOf(commission, order, 'half-even');
    const final = paidOf(commission, { ...order, received: 1_000_00n }, 'half-even') - down;
    expect([down, final]).toEqual([10_00n, 90_00n]);
  });

  it('takes credit notes off', () => {
    const fourPercent = (credited: bigint) => (credited * 4n) / 100n;
    const collections = [
      { period: '2026-01', amount: 1_000_00n },
      { period: '2026-02', amount: -200_00n },
    ];
    const pay = payOnCash(collections, fourPercent).map((each) => each.pay);
    expect(pay.reduce((sum, each) => sum + each, 0n)).toBe(32_00n);
  });
});

describe('holdbacks', () => {
  it('pays 70 % at once and the tail after the window', () => {
    const { payable, held } = holdBack(1_200_00n, '0.3', 'half-even');
    expect([payable, held]).toEqual([840_00n, 360_00n]);
    const onDay = (day: string) =>
      releasedOf(
        held,
        { by: 'date', on: '2026-07-01' },
        { day, deal: { amount: 0n, received: 0n }, reached: [] },
        'half-even',
      );
    expect([onDay('2026-06-30'), onDay('2026-07-01')]).toEqual([0n, 360_00n]);
  });

  it('releases with the cash, and the account closes at 0 when all is paid', () => {
    const { held } = holdBack(1_000_00n, '0.25', 'half-even');
    const released = [0n, 100_00n, 200_00n, 300_00n].map((received) =>
      paidOf(held, { amount: 300_00n, received }, 'half-even'),
    );
    const movements = released.map((sum, i): Movement => ({
      account: 'holdback',
      currency: 'EUR',
      period: `2026-0${i + 1}`,
      amount: i === 0 ? held : released[i - 1]! - sum,
    }));
    const periods = movements.map(({ period }) => period);
    expect(balancesOf(movements, periods).map(({ closing }) => closing)).toEqual([
      250_00n,
      166_67n,
      83_33n,
      0n,
    ]);
  });
});

describe('instalments', () => {
  it('pays 1,000.00 in three, the cent to the first', () => {
    const thirds = [0, 1, 2].map((after) => ({ after, share: '1/3' }));
    const instalments = instalmentsOf(1_000_00n, thirds);
    expect(instalments.map(({ amount }) => amount)).toEqual([333_34n, 333_33n, 333_33n]);
    expect([0, 1, 2].map((period) => dueBy(instalments, period))).toEqual([
      333_34n,
      666_67n,
      1_000_00n,
    ]);
  });

  it('pays half on signature and half a year later', () => {
    const halves = [
      { after: 0, share: '0.5' },
      { after: 12, share: '0.5' },
    ];
    const instalments = instalmentsOf(5_01n, halves);
    expect([0, 11, 12].map((period) => dueBy(instalments, period))).toEqual([2_51n, 2_51n, 5_01n]);
  });
});
