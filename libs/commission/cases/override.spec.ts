import { linesOf, paid, sumOf } from './case.js';

const sales = { A: '75000', B: '60000', C: '67500', D: '52500', E: '45000' };
const rolledUp = Object.fromEntries(
  Object.entries(sales).map(([id, amount]) => [id, { amount, kind: 'rollUp' as const, level: 1 }]),
);

describe('shares of what a team brings in', () => {
  it('override-001: on top of what the reps are paid', () => {
    const rep = { kind: 'flat', rate: '0.1' };
    expect(paid({ components: [rep], deals: sales })).toBe('30000.00');
    const override = { kind: 'override', rate: '0.03' };
    expect(paid({ components: [override], deals: rolledUp })).toBe('9000.00');
    const perDeal = { kind: 'flat', credits: 'rollUp', rate: '0.03' };
    const lines = linesOf({ components: [perDeal], deals: rolledUp });
    expect(lines.map((line) => sumOf([line]))).toEqual([
      '2250.00',
      '1800.00',
      '2025.00',
      '1575.00',
      '1350.00',
    ]);
  });

  it('override-002: only above a threshold', () => {
    const tiers = [
      { from: '0', rate: '0' },
      { from: '225000', rate: '0.03' },
    ];
    const component = { kind: 'tiers', credits: 'rollUp', basis: 'amount', tiers };
    expect(paid({ components: [component], deals: rolledUp })).toBe('2250.00');
  });

  it('override-003: more above the quota of the team', () => {
    const tiers = [
      { from: '0', rate: '0.025' },
      { from: '1', rate: '0.05' },
    ];
    const component = { kind: 'tiers', credits: 'rollUp', quota: '198000', tiers };
    const deals = { team: { amount: '220000', kind: 'rollUp' as const, level: 1 } };
    expect(paid({ components: [component], deals })).toBe('6050.00');
  });
});
