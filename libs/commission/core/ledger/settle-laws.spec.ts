import { groupBy } from '@laurel/shared/core';
import fc from 'fast-check';
import { balancesOf } from './balance.js';
import { carriedAfter } from './carry.js';
import type { DealFacts } from './deposit.js';
import { deal, type Month, original, periods, settle } from './example.js';
import { nothingCarried, type PeriodPay } from './period-pay.js';
import type { SettlementSettings } from './settings.js';

describe('the laws of settling', () => {
  const amount = fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n });
  const dealId = fc.constantFrom('a', 'b', null);
  const share = fc.constantFrom('0', '0.1', '1/3', '1');
  const settings: fc.Arbitrary<SettlementSettings> = fc.record(
    {
      draw: fc.record({
        amount: fc.constantFrom('0.00', '15.00', '900.00'),
        recoverable: fc.boolean(),
        recovery: fc.constantFrom('keep-draw', 'take-all'),
        paid: fc.constantFrom('top-up', 'on-top'),
      }),
      guarantee: fc.record({ amount: fc.constantFrom('0.00', '50.00'), periods: fc.nat(6) }),
      holdback: fc.record({
        share,
        release: fc.oneof(
          fc.constant({ by: 'cash' as const }),
          fc.record({ by: fc.constant('date' as const), afterMonths: fc.nat(4) }),
        ),
      }),
      instalments: fc
        .array(fc.nat(4), { minLength: 1, maxLength: 3 })
        .map((after) => after.map((each) => ({ after: each, share: `1/${after.length}` }))),
      clawback: fc.record({ take: fc.constantFrom('paid', 'all'), share }),
    },
    { requiredKeys: [] },
  );
  const payment = fc.record({
    on: fc.constantFrom(...periods.map((name) => `${name}-10`)),
    amount: fc.bigInt({ min: -300_00n, max: 500_00n }),
  });
  const anyDeal = fc.array(payment, { maxLength: 4 }).map((payments) => deal({ payments }));
  const earnings = fc.array(fc.array(fc.record({ dealId, amount }), { maxLength: 3 }), {
    minLength: periods.length,
    maxLength: periods.length,
  });
  const cancelledIn = fc.integer({ min: 0, max: periods.length });

  /** All months, the deal a cancelled in one of them. */
  function history(
    terms: SettlementSettings,
    pay: readonly PeriodPay['earned'][],
    deals: Record<string, DealFacts>,
    month: number,
  ) {
    const months = pay.map((each, i): Month => {
      const before = pay
        .slice(0, i + 1)
        .flatMap((all, at) =>
          all.map((line) => ({ ...line, original: original(periods[at]!, terms) })),
        );
      const own = before.filter((line) => line.dealId === 'a');
      const byPeriod = periods.flatMap((name) => {
        const lines = own.filter((line) => line.original.name === name);
        const sum = lines.reduce((all, line) => all + line.amount, 0n);
        return lines.length
          ? [
              {
                dealId: 'a',
                original: lines[0]!.original,
                earned: sum,
                service: { months: 12, served: 3 },
              },
            ]
          : [];
      });
      return { earned: each, cancelled: i >= month ? byPeriod : [] };
    });
    return settle(terms, months, deals);
  }

  /** As pay is read: one sum for each deal. */
  const oncePerDeal = (lines: PeriodPay['earned']) =>
    [...groupBy(lines, (line) => line.dealId)].map(([id, all]) => ({
      dealId: id,
      amount: all.reduce((sum, line) => sum + line.amount, 0n),
    }));

  it('carries what its movements come to, account by account', () => {
    fc.assert(
      fc.property(settings, earnings, anyDeal, anyDeal, cancelledIn, (terms, pay, a, b, month) => {
        const months = history(terms, pay, { a, b }, month);
        for (const [i, { carried }] of months.entries()) {
          const past = months.slice(0, i + 1).flatMap(({ movements }) => movements);
          const closing = (account: string) =>
            balancesOf(past, periods).findLast((each) => each.account === account)?.closing ?? 0n;
          const waiting = (account: string) =>
            carried.deposits
              .filter((each) => each.account === account)
              .reduce((sum, { balance }) => sum + balance, 0n);
          expect(carried.draw).toBe(closing('draw'));
          expect(carried.clawback).toBe(closing('clawback'));
          expect(waiting('holdback')).toBe(closing('holdback'));
          expect(waiting('instalment')).toBe(closing('instalment'));
        }
      }),
    );
  });

  it('carries the same when its movements are read back', () => {
    fc.assert(
      fc.property(settings, earnings, anyDeal, anyDeal, cancelledIn, (terms, pay, a, b, month) => {
        const merged = pay.map((lines) => oncePerDeal(lines));
        let read = nothingCarried;
        for (const { movements, carried } of history(terms, merged, { a, b }, month)) {
          read = carriedAfter(read, movements, ({ originalPeriod }) =>
            original(originalPeriod, terms),
          );
          expect(read).toEqual(carried);
        }
      }),
    );
  });

  it('pays nothing twice: a movement of pay leaves its balance, unless it is granted', () => {
    fc.assert(
      fc.property(settings, earnings, anyDeal, anyDeal, cancelledIn, (terms, pay, a, b, month) => {
        for (const { movements } of history(terms, pay, { a, b }, month))
          for (const each of movements) {
            if (each.kind === 'granted' || each.kind === 'guaranteed') expect(each.amount).toBe(0n);
            else if (each.kind === 'owed' || each.kind === 'cancelled') expect(each.pay).toBe(0n);
            else expect(each.pay).toBe(-each.amount);
          }
      }),
    );
  });

  it('pays in the end all that was earned, where only time and cash delay it', () => {
    fc.assert(
      fc.property(settings, earnings, ({ holdback, instalments }, pay) => {
        const paidInFull = deal({ payments: [{ on: '2026-01-05', amount: 1_000_00n }] });
        const first = pay.map((each, i) => (i === 0 ? each : []));
        const release = { by: 'cash' } as const;
        const terms = { holdback: holdback && { ...holdback, release }, instalments };
        const months = history(terms, first, { a: paidInFull, b: paidInFull }, periods.length);
        const payout = months.reduce((sum, each) => sum + each.payout, 0n);
        expect(payout).toBe(first.flat().reduce((sum, each) => sum + each.amount, 0n));
      }),
    );
  });
});
