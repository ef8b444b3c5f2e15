import { linesOf, paid, paidPerDeal } from './case.js';

type Tier = readonly [from: string, rate: string];
const tiers = (...edges: Tier[]) => edges.map(([from, rate]) => ({ from, rate }));
const onAmount = (...edges: Tier[]) => ({
  kind: 'tiers',
  basis: 'amount',
  tiers: tiers(...edges),
});
const onQuota = (...edges: Tier[]) => ({ kind: 'tiers', tiers: tiers(...edges) });

describe('tiers of the total of a period', () => {
  it('tier-011: a deal that straddles an edge', () => {
    const component = onAmount(['0', '0.04'], ['150000', '0.06'], ['250000', '0.08']);
    const given = {
      components: [{ ...component, accumulate: 'year' }],
      earlier: { before: '145000' },
      deals: { A: '20000' },
    };
    expect(paid(given)).toBe('1100.00');
  });

  it.each<[string, Tier[], string, string]>([
    [
      'tier-013',
      [
        ['0', '0.06'],
        ['3000', '0.08'],
        ['8000', '0.1'],
      ],
      '9000',
      '680.00',
    ],
    [
      'tier-014',
      [
        ['0', '0.1'],
        ['5000', '0.15'],
      ],
      '22000',
      '3050.00',
    ],
    [
      'tier-015',
      [
        ['0', '0.1'],
        ['5000', '0.15'],
        ['10000', '0.25'],
        ['50000', '0.3'],
      ],
      '80000',
      '20250.00',
    ],
    [
      'tier-016',
      [
        ['0', '0.01'],
        ['25000', '0.03'],
        ['95000', '0.05'],
      ],
      '100000',
      '2600.00',
    ],
  ])('%s: marginal', (_, edges, amount, commission) => {
    expect(paid({ components: [onAmount(...edges)], deals: { A: amount } })).toBe(commission);
  });

  it('tier-017: a base pay beside the commission', () => {
    const commission = onAmount(['0', '0'], ['15000', '0.009'], ['25000', '0.011']);
    const deals = { A: '28400' };
    expect(paid({ components: [commission], deals })).toBe('127.40');
    const base = { kind: 'bonus', amount: '452' };
    expect(paid({ components: [base, commission], deals })).toBe('579.40');
  });

  it('tier-012: retroactive, the band reached prices everything', () => {
    const component = onAmount(['0', '0.05'], ['200000', '0.08'], ['300000', '0.1']);
    const given = { components: [{ ...component, mode: 'retroactive' }], deals: { A: '220000' } };
    expect(paid(given)).toBe('17600.00');
  });

  it.each([
    ['retroactive', undefined, '8800.00'],
    ['marginal', undefined, '6800.00'],
    ['marginal', '0', '800.00'],
  ])('tier-019: %s', (mode, below, commission) => {
    const component = onQuota(['0', below ?? '0.06'], ['1', '0.08'], ['1.5', '0.1']);
    const given = { quota: '100000', deals: { A: '110000' } };
    expect(paid({ components: [{ ...component, mode }], ...given })).toBe(commission);
  });

  it('accel-001: two deals pay what one of their sum pays', () => {
    const components = [onQuota(['0', '0.05'], ['0.75', '0.1'], ['1', '0.15'])];
    const given = { components, quota: '1000', deals: { A: '500', B: '500' } };
    expect(paidPerDeal(given)).toEqual({ A: '25.00', B: '37.50' });
    expect(paid({ ...given, deals: { A: '1000' } })).toBe('62.50');
  });

  it('attain-001: attainment by month, exact', () => {
    const half = { kind: 'curve', target: '1', curve: { shape: 'linear', points: [] } };
    const points = [
      { at: '0', pays: '0' },
      { at: '1', pays: '1' },
    ];
    const component = { ...half, curve: { ...half.curve, points } };
    const attainment = (deals: Record<string, string>) =>
      linesOf({ components: [component], quota: '3000', deals })[0]!.detail!.attainment;
    expect(attainment({ a: '1000', b: '1500', c: '500' })).toBe('1');
    expect(attainment({ a: '1500', b: '500' })).toBe('2/3');
  });
});
