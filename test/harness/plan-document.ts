const title = { en: 'Commission', de: 'Provision' };

/** A plan in euros by quarters. */
export const quarterly = (...components: readonly object[]) => ({
  currency: 'EUR',
  period: 'quarter',
  components: components.map((component) => ({ title, ...component })),
});

/** A rate for each share of the quota from which it is paid, with more settings. */
export const tiers = (rates: Readonly<Record<string, string>>, settings: object = {}) => ({
  kind: 'tiers',
  name: 'commission',
  // Keys that are whole numbers come first in an object, wherever they are written.
  tiers: Object.entries(rates)
    .map(([from, rate]) => ({ from, rate }))
    .toSorted((a, b) => Number(a.from) - Number(b.from)),
  ...settings,
});

/** A hundredth of what the teams down to a level are credited. */
export const override = (levels: number) => ({
  kind: 'override',
  name: 'team',
  rate: '0.01',
  levels,
});
