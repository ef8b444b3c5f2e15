/** Where a new plan starts: every kind of component once, to be changed or taken out. */
export const examplePlan = (currency: string) => ({
  currency,
  period: 'quarter',
  rounding: 'half-even',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [
        { from: '0', rate: '0.04' },
        { from: '0.6', rate: '0.06' },
        { from: '1', rate: '0.09' },
      ],
      multipliers: [],
    },
    {
      kind: 'override',
      name: 'team-share',
      title: { en: 'Share of the team’s results', de: 'Anteil am Ergebnis des Teams' },
      rate: '0.01',
      levels: 1,
    },
  ],
});
