import { paidTo } from './paid-to.js';

it('adds up the lines of one payee to the cent', () => {
  const line = (id: string, amount: string) => ({ amount, currency: 'EUR', payee: { id } });
  const lines = [line('ann', '9007199254740993'), line('ann', '-1'), line('ben', '5')];
  expect(paidTo('ann', lines)).toEqual({ amount: '9007199254740992', currency: 'EUR' });
  expect(paidTo('cem', lines)).toEqual({ amount: '0', currency: undefined });
});
