const title = { en: 'Commission', de: 'Provision' };
/** What reps of the yardstick are paid by; its cap is half of a quota, which no plan says yet. */
export const sellers = {
  currency: 'EUR',
  period: 'quarter',
  rounding: 'half-even',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title,
      tiers: [
        { from: '0', rate: '0.04' },
        { from: '0.5', rate: '0.06' },
        { from: '1', rate: '0.09' },
        { from: '1.5', rate: '0.12' },
      ],
      multipliers: [4, 8, 12, 16, 20].map((product) => ({
        product: `P${product}`,
        multiplier: '1.25',
      })),
    },
  ],
};

/** What managers are paid by. */
export const leaders = {
  currency: 'EUR',
  period: 'quarter',
  rounding: 'half-even',
  components: [{ kind: 'override', name: 'override', title, rate: '0.01', levels: 1 }],
};
