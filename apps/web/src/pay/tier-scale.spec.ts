import { tierScale } from './tier-scale.js';

const plan = {
  components: [
    {
      kind: 'tiers' as const,
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      credits: 'direct' as const,
      basis: 'quota' as const,
      multipliers: [],
      tiers: [
        { from: '0', rate: '0.04' },
        { from: '1', rate: '0.08' },
      ],
    },
  ],
};

describe('tierScale', () => {
  it('shows the whole quota and every edge', () => {
    const { marks, filled } = tierScale(plan, '0.56');
    expect(marks.map(({ from, rate }) => [from, rate])).toEqual([
      [0, '0.04'],
      [1, '0.08'],
    ]);
    expect(marks[1]!.place).toBeCloseTo(1 / 1.12);
    expect(filled).toBeCloseTo(0.5);
  });

  it('grows with whoever is far above, and is empty below zero or without a quota', () => {
    expect(tierScale(plan, '3').filled).toBeCloseTo(1 / 1.12);
    expect(tierScale(plan, '-0.2').filled).toBe(0);
    expect(tierScale({ components: [] }, null)).toEqual({ marks: [], filled: 0 });
  });
});
