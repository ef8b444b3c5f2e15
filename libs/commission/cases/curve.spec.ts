import { paid } from './case.js';

describe('quota payout curves', () => {
  it.each([
    ['69000', '0.00'],
    ['85000', '5000.00'],
    ['100000', '10000.00'],
    ['120000', '14000.00'],
    ['160000', '20000.00'],
  ])('curve-001: threshold, slopes and cap at %s', (amount, payout) => {
    const curve = { shape: 'threshold', threshold: '0.7', slope: '2', most: '2' };
    const component = { kind: 'curve', target: '10000', curve };
    const given = { currency: 'GBP', quota: '100000', deals: { A: amount } };
    expect(paid({ components: [component], ...given })).toBe(payout);
  });

  it.each([
    ['50', '0.00'],
    ['51', '50.00'],
    ['60', '500.00'],
    ['80', '1500.00'],
    ['100', '2500.00'],
    ['110', '2750.00'],
    ['120', '3000.00'],
  ])('curve-003: piecewise linear at %s per cent', (percent, payout) => {
    const points = [
      { at: '0.5', pays: '0' },
      { at: '1', pays: '1' },
      { at: '2', pays: '2' },
    ];
    const curve = { shape: 'linear', points, beyond: 'extend' };
    const components = [{ kind: 'curve', target: '2500', curve }];
    expect(paid({ components, quota: '100', deals: { A: percent } })).toBe(payout);
  });

  it('multi-001: three measures, one capped by another', () => {
    const linear = (score: string, from: [string, string], to: [string, string], more = {}) => ({
      kind: 'curve',
      basis: 'score',
      score,
      target: '2500',
      curve: {
        shape: 'linear',
        points: [from, to].map(([at, pays]) => ({ at, pays })),
        beyond: 'extend',
      },
      ...more,
    });
    const capped = { cap: { on: 'payment', share: '1', when: 'score.revenue < 1' } };
    const given = {
      components: [
        {
          kind: 'objectives',
          target: '2500',
          objectives: [{ name: 'mbo', title: { en: 'MBO', de: 'Ziele' }, weight: '1' }],
        },
        linear('operatingIncome', ['1', '1'], ['2', '2'], capped),
        linear('revenue', ['0.9', '0.6'], ['1', '0.85']),
      ],
      scores: { mbo: '1', operatingIncome: '1.86', revenue: '0.96' },
    };
    expect(
      given.components.map((each) =>
        paid({ ...given, plan: { scores: ['revenue'] }, components: [each] }),
      ),
    ).toEqual(['2500.00', '2500.00', '1875.00']);
    expect(paid(given)).toBe('6875.00');
  });
});
