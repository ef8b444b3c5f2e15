import { paymentTotal } from './payment-total.js';

const paid = (...amounts: string[]) => amounts.map((amount) => ({ amount, currency: 'EUR' }));

it.each([
  ['10000', paid('2500', '2500'), '5000', 50],
  ['10000', paid('2500', '-2500'), '0', 0],
  ['10000', paid('12000'), '12000', 100],
  ['10000', paid('-500'), '-500', 0],
  ['-10000', paid('-2500'), '-2500', 25],
  ['0', paid(), '0', 0],
])('of %s, %j is %s, %i percent', (amount, payments, received, percent) => {
  expect(paymentTotal(amount, 'EUR', payments)).toEqual({ received, percent });
});

it('counts what came in the currency of the deal', () => {
  const other = [...paid('100'), { amount: '900', currency: 'USD' }];
  expect(paymentTotal('1000', 'EUR', other)).toEqual({ received: '100', percent: 10 });
});
