import { paymentChanges } from './payment-change.js';

const paid = (receivedOn: string, amount: string) => ({
  id: 'p',
  externalId: 'P-1',
  receivedOn,
  amount,
  currency: 'EUR',
});

describe('what became of payments', () => {
  const [first, second] = [paid('2024-02-05', '40000'), paid('2024-02-06', '50000')];

  it('tells of each what it said first and what it says now', () => {
    const notes = [
      { payment: 'P-1', before: null, after: first },
      { payment: 'P-2', before: second, after: null },
      { payment: 'P-1', before: first, after: second },
    ];
    expect(paymentChanges(notes)).toEqual([
      { before: null, after: second },
      { before: second, after: null },
    ]);
  });

  it('says nothing of one that is what it was', () => {
    const notes = [
      { payment: 'P-1', before: null, after: first },
      { payment: 'P-1', before: first, after: null },
      { payment: 'P-2', before: first, after: second },
      { payment: 'P-2', before: second, after: { ...first, id: 'entered again' } },
    ];
    expect(paymentChanges(notes)).toEqual([]);
  });
});
