import { paid, paidPerDeal } from './case.js';

describe('rates by what is sold', () => {
  const rates = [
    { amount: '10' },
    { series: 'Category', amount: '20' },
    { product: 'Product', rate: '0.05' },
    { variant: 'Variant', rate: '0.15' },
  ];

  it('product-001: the most specific rule wins', () => {
    const category = { amount: '1000', series: 'Category' };
    const deals = {
      global: '1000',
      category,
      product: { ...category, product: 'Product' },
      variant: { ...category, product: 'Product', variant: 'Variant' },
    };
    expect(paidPerDeal({ components: [{ kind: 'rates', rates }], deals })).toEqual({
      global: '10.00',
      category: '20.00',
      product: '50.00',
      variant: '150.00',
    });
  });

  it('product-002: a fixed amount by discount', () => {
    const bands = [
      { discount: { from: '0', to: '0.1' }, amount: '15' },
      { discount: { from: '0.1001', to: '1' }, amount: '7.50' },
    ];
    const component = { kind: 'rates', edges: 'closed', rates: bands };
    const deals = {
      none: { amount: '100', discount: '0' },
      ten: { amount: '100', discount: '0.1' },
      eleven: { amount: '100', discount: '0.11' },
      between: { amount: '100', discount: '0.10005' },
    };
    expect(paidPerDeal({ components: [component], deals })).toEqual({
      none: '15.00',
      ten: '15.00',
      eleven: '7.50',
      between: '0.00',
    });
  });

  const deals = {
    1000: { amount: '1000', margin: '50' },
    1001: { amount: '3000', margin: '360' },
  };
  const byMargin = { kind: 'tiers', basis: 'marginShare', mode: 'retroactive', accumulate: 'deal' };

  it('margin-001: the rate by the margin of the deal', () => {
    const tiers = [
      { from: '0', rate: '0.03' },
      { from: '0.1', rate: '0.05' },
    ];
    const given = { components: [{ ...byMargin, tiers }], deals };
    expect(paidPerDeal(given)).toEqual({ 1000: '30.00', 1001: '150.00' });
    const matrix = {
      kind: 'matrix',
      rows: { by: 'marginShare', from: ['0', '0.1'] },
      columns: { by: 'product', values: ['*'] },
      rates: [['0.03'], ['0.05']],
    };
    expect(paid({ components: [matrix], deals })).toBe('180.00');
  });

  it('margin-001: a fixed amount by the margin of the deal', () => {
    const tiers = [
      { from: '0', amount: '0' },
      { from: '0.1', amount: '10' },
    ];
    expect(paid({ components: [{ ...byMargin, tiers }], deals })).toBe('10.00');
  });
});
