import { linesOf, paid } from './case.js';

describe('accelerators', () => {
  it('accel-002: edges in money', () => {
    const tiers = [
      { from: '0', rate: '0.05' },
      { from: '100000', rate: '0.06' },
      { from: '125000', rate: '0.07' },
    ];
    const components = [{ kind: 'tiers', basis: 'amount', tiers }];
    const lines = linesOf({ components, deals: { A: '150000' } });
    expect(lines.map(({ amount }) => amount)).toEqual([5_000_00n, 1_500_00n, 1_750_00n]);
  });

  it('accel-004: more above the quota', () => {
    const tiers = [
      { from: '0', rate: '0.1' },
      { from: '1', rate: '0.2' },
    ];
    const given = { quota: '33000', deals: { A: '40000' } };
    expect(paid({ components: [{ kind: 'tiers', tiers }], ...given })).toBe('4700.00');
  });

  it.each([
    ['retroactive', '4800.00'],
    ['marginal', '3315.00'],
  ])('accel-005: the plan says whether tiers are %s', (mode, commission) => {
    const tiers = [
      { from: '0', rate: '0.05' },
      { from: '0.5', rate: '0.1' },
      { from: '1', rate: '0.12' },
      { from: '1.5', rate: '0.15' },
    ];
    const given = { quota: '33000', deals: { A: '40000' } };
    expect(paid({ components: [{ kind: 'tiers', mode, tiers }], ...given })).toBe(commission);
  });

  it.each([
    ['marginal', '19500.00'],
    ['retroactive', '32000.00'],
  ])('accel-006: a multiplier of the base rate, %s', (mode, commission) => {
    const tiers = [
      { from: '0', multiplier: '1' },
      { from: '1', multiplier: '1.5' },
      { from: '1.5', multiplier: '2' },
    ];
    const component = { kind: 'flat', rate: '0.1', accelerator: { mode, tiers } };
    const given = { quota: '100000', deals: { A: '90000', B: '70000' } };
    expect(paid({ components: [component], ...given })).toBe(commission);
  });
});
