import { linesOf, paid, paidPerDeal } from './case.js';

const wide = [
  { from: '0', rate: '0.0175' },
  { from: '1500000', rate: '0.025' },
  { from: '3000000', rate: '0.0325' },
  { from: '4500000', rate: '0.0425' },
];
const narrow = [
  { from: '0', rate: '0.05' },
  { from: '500', rate: '0.1' },
  { from: '1000', rate: '0.15' },
];

describe('a total exactly on an edge', () => {
  it.each([
    ['half-open', 'retroactive', '0.025', '37500.00'],
    ['closed-above', 'retroactive', '0.0175', '26250.00'],
    ['half-open', 'marginal', '0.0175', '26250.00'],
    ['closed-above', 'marginal', '0.0175', '26250.00'],
  ])('tier-008: %s, %s', (edges, mode, rate, commission) => {
    const component = { kind: 'tiers', basis: 'amount', edges, mode, tiers: wide };
    const given = { components: [component], deals: { A: '1500000' } };
    expect(linesOf(given).map((line) => line.rate)).toEqual([rate]);
    expect(paid(given)).toBe(commission);
  });

  it.each([
    ['half-open', { A: '50.00', B: '75.00' }, '125.00'],
    ['closed-above', { A: '25.00', B: '50.00' }, '75.00'],
  ])('tier-010: the rate of the running total, %s', (edges, perDeal, total) => {
    const component = { kind: 'tiers', basis: 'amount', mode: 'running', edges, tiers: narrow };
    const given = { components: [component], deals: { A: '500', B: '500' } };
    expect(paidPerDeal(given)).toEqual(perDeal);
    expect(paid(given)).toBe(total);
  });
});
