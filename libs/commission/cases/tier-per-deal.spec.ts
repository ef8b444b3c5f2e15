import { linesOf, paid, paidPerDeal, sumOf } from './case.js';

const perDeal = { kind: 'tiers', basis: 'amount', accumulate: 'deal' };
const six = { T1: '200', T2: '300', T3: '1500', T4: '1200', T5: '2000', T6: '4500' };
const three = { A: '5000', B: '15000', C: '60000' };
const steps = [
  { from: '0', rate: '0.01' },
  { from: '10000', rate: '0.02' },
  { from: '50000', rate: '0.03' },
  { from: '100000', to: '9999999', rate: '0.04' },
];

describe('tiers of each deal alone', () => {
  it('tier-001: marginal, without accumulation', () => {
    const tiers = [
      { from: '0', rate: '0.01' },
      { from: '1000', rate: '0.02' },
      { from: '3000', rate: '0.03' },
      { from: '8000', to: '20000', rate: '0.05' },
    ];
    const given = { components: [{ ...perDeal, tiers }], deals: six };
    expect(paidPerDeal(given)).toEqual({
      T1: '2.00',
      T2: '3.00',
      T3: '20.00',
      T4: '14.00',
      T5: '30.00',
      T6: '95.00',
    });
    expect(paid(given)).toBe('164.00');
  });

  it('tier-003: an amount for each band, in proportion inside the one reached', () => {
    const tiers = [
      { from: '0', amount: '10' },
      { from: '1000', amount: '40' },
      { from: '3000', amount: '100' },
      { from: '8000', to: '20000', amount: '2000' },
    ];
    const given = { components: [{ ...perDeal, tiers }], deals: six };
    expect(paidPerDeal(given)).toEqual({
      T1: '2.00',
      T2: '3.00',
      T3: '20.00',
      T4: '14.00',
      T5: '30.00',
      T6: '80.00',
    });
    expect(paid(given)).toBe('149.00');
  });

  it('tier-004: the band reached prices the whole deal', () => {
    const component = { ...perDeal, mode: 'retroactive', tiers: steps };
    const given = { components: [component], deals: three };
    expect(paidPerDeal(given)).toEqual({ A: '50.00', B: '300.00', C: '1800.00' });
    expect(linesOf(given).map(({ rate }) => rate)).toEqual(['0.01', '0.02', '0.03']);
  });

  it('tier-005: the same table, each part at the rate of its band', () => {
    expect(paidPerDeal({ components: [{ ...perDeal, tiers: steps }], deals: three })).toEqual({
      A: '50.00',
      B: '200.00',
      C: '1200.00',
    });
  });

  it('tier-007: the lines are the trace of the blended rate', () => {
    const tiers = [
      { from: '0', rate: '0.01' },
      { from: '1000', rate: '0.02' },
      { from: '5000', rate: '0.03' },
      { from: '10000', to: '1000000', rate: '0' },
    ];
    const lines = linesOf({ components: [{ ...perDeal, tiers }], deals: { A: '2500' } });
    expect(lines.map(({ base, rate }) => [base, rate])).toEqual([
      ['100000', '0.01'],
      ['150000', '0.02'],
    ]);
    expect(sumOf(lines)).toBe('40.00');
  });

  it('tier-018: falling rates', () => {
    const tiers = [
      { from: '0', rate: '0.21' },
      { from: '25', rate: '0.14' },
      { from: '40', rate: '0.11' },
      { from: '100', rate: '0.06' },
    ];
    const given = { components: [{ ...perDeal, tiers }], deals: { A: '37.50', B: '136' } };
    expect(paidPerDeal(given)).toEqual({ A: '7.00', B: '16.11' });
  });

  it('product-003: one closed band for the whole line, nothing outside', () => {
    const tiers = [{ from: '15000', to: '16000', rate: '0.2' }];
    const slab = {
      ...perDeal,
      mode: 'retroactive',
      edges: 'closed',
      gaps: 'pay-nothing',
      tiers,
    };
    const deals = { A: '15100', B: '14999.99', C: '16000', D: '16000.01' };
    expect(paidPerDeal({ components: [slab], deals })).toEqual({
      A: '3020.00',
      B: '0.00',
      C: '3200.00',
      D: '0.00',
    });
  });
});
