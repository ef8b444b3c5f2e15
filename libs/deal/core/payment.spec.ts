import fc from 'fast-check';
import { settlePayments, type PaymentWish } from './payment.js';

const deals = new Map([
  ['D-1', { id: 'one', currency: 'EUR' }],
  ['one', { id: 'one', currency: 'EUR' }],
  ['D-2', { id: 'two', currency: 'JPY' }],
]);
const wish: PaymentWish = {
  deal: 'D-1',
  externalId: ' P-1 ',
  receivedOn: '2026-03-31',
  amount: 500n,
};
const settle = (...wishes: Partial<PaymentWish>[]) =>
  settlePayments(
    wishes.map((one, row) => ({ row, wish: { ...wish, ...one } })),
    deals,
  );
const codes = (...wishes: Partial<PaymentWish>[]) =>
  settle(...wishes).faults.map(({ row, field, fault }) => `${row} ${field} ${fault.code}`);

describe('settling payments', () => {
  it('finds the deal by either id and takes its currency', () => {
    const paid = { dealId: 'one', externalId: 'P-1', receivedOn: '2026-03-31', currency: 'EUR' };
    expect(settle({}).payments).toEqual([{ ...paid, amount: 500n }]);
    expect(settle({ deal: 'one', amount: -7n }).payments).toEqual([{ ...paid, amount: -7n }]);
    expect(settle({ deal: 'D-2' }).payments).toMatchObject([{ currency: 'JPY' }]);
  });

  it('tells everything that is wrong, and keeps the payments that are right', () => {
    const { payments } = settle({}, { deal: 'D-9' }, { externalId: 'P-2' });
    expect(payments.map(({ externalId }) => externalId)).toEqual(['P-1', 'P-2']);
    expect(codes({ deal: 'D-9', externalId: ' ', receivedOn: '2026-02-30', amount: 0n })).toEqual([
      '0 externalId REQUIRED',
      '0 receivedOn NOT_A_DAY',
      '0 amount BAD_AMOUNT',
      '0 deal UNKNOWN_DEAL',
    ]);
    expect(codes({ amount: 10n ** 15n }, { amount: -(10n ** 15n) })).toHaveLength(2);
  });

  it('refuses amounts that were read in another currency than the deal’s', () => {
    expect(codes({ currency: 'EUR' }, { currency: 'JPY' }, { currency: 'EURO' })).toEqual([
      '1 currency OTHER_CURRENCY',
      '2 currency OTHER_CURRENCY',
    ]);
  });

  it('refuses the second payment of one id and deal, however the deal is named', () => {
    expect(codes({}, { deal: 'one', externalId: 'P-1' }, { deal: 'D-2' })).toEqual([
      '1 externalId REPEATED',
    ]);
  });

  it('sorts every payment to one side', () => {
    const wishes = fc.array(
      fc.record({
        deal: fc.constantFrom('D-1', 'one', 'D-2', 'D-3'),
        externalId: fc.constantFrom('a', 'b', ''),
        receivedOn: fc.constantFrom('2026-01-01', 'soon'),
        amount: fc.bigInt({ min: -1n, max: 1n }),
      }),
    );
    fc.assert(
      fc.property(wishes, (given) => {
        const { payments, faults } = settle(...given);
        const refused = new Set(faults.map(({ row }) => row));
        expect(payments).toHaveLength(given.length - refused.size);
        expect(new Set(payments.map((one) => `${one.dealId} ${one.externalId}`)).size).toBe(
          payments.length,
        );
      }),
    );
  });
});
