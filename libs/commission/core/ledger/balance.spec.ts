import fc from 'fast-check';
import { balanceAccounts, balancesOf, type Movement } from './balance.js';

const moved = (
  account: Movement['account'],
  period: string,
  amount: bigint,
  currency = 'EUR',
): Movement => ({ account, period, currency, amount });

describe('balancesOf', () => {
  it('carries what a period closes with into the next', () => {
    const movements = [
      moved('draw', '2026-01', -500n),
      moved('holdback', '2026-01', 300n),
      moved('draw', '2026-03', 375n),
      moved('draw', '2026-03', 25n),
    ];
    const balances = balancesOf(movements, ['2026-01', '2026-02', '2026-03']);
    const shown = balances.map(({ account, period, opening, movements: own, closing }) =>
      [account, period, opening, own.length, closing].join(' '),
    );
    expect(shown).toEqual([
      'draw 2026-01 0 1 -500',
      'draw 2026-02 -500 0 -500',
      'draw 2026-03 -500 2 -100',
      'holdback 2026-01 0 1 300',
      'holdback 2026-02 300 0 300',
      'holdback 2026-03 300 0 300',
    ]);
  });

  it('keeps currencies apart', () => {
    const movements = [moved('draw', '2026-01', -5n), moved('draw', '2026-01', -7n, 'USD')];
    expect(balancesOf(movements, ['2026-01']).map(({ closing }) => closing)).toEqual([-5n, -7n]);
  });

  it('refuses a movement that would be lost', () => {
    expect(() => balancesOf([moved('draw', '2025-12', -5n)], ['2026-01'])).toThrow('2025-12');
  });

  it('reconciles for any movements: opening + movements = closing, to the last one', () => {
    const periods = ['2026-01', '2026-02', '2026-03', '2026-04'];
    const movement = fc.record({
      account: fc.constantFrom(...balanceAccounts),
      period: fc.constantFrom(...periods),
      currency: fc.constantFrom('EUR', 'USD'),
      amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    });
    fc.assert(
      fc.property(fc.array(movement), (movements) => {
        const balances = balancesOf(movements, periods);
        for (const [i, each] of balances.entries()) {
          const first = each.period === periods[0];
          expect(each.opening).toBe(first ? 0n : balances[i - 1]!.closing);
          expect(each.movements.reduce((sum, { amount }) => sum + amount, each.opening)).toBe(
            each.closing,
          );
        }
        expect(balances.flatMap((each) => each.movements)).toHaveLength(movements.length);
        const closed = balances.filter(({ period }) => period === periods.at(-1));
        const total = movements.reduce((sum, { amount }) => sum + amount, 0n);
        expect(closed.reduce((sum, { closing }) => sum + closing, 0n)).toBe(total);
      }),
    );
  });
});
