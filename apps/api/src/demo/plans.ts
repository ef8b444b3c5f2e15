import { periodRange, type Day } from '@laurel/shared/core';
import type { Window } from './calendar.js';

/** A plan with its versions, oldest first; documents as finance would write them. */
export type Plan = {
  readonly name: string;
  readonly versions: readonly { readonly effectiveFrom: Day; readonly document: object }[];
};

const commission = { en: 'Commission', de: 'Provision' };
const care = { en: 'Care Plan bonus', de: 'Bonus für Care Plan' };
const override = { en: 'Team override', de: 'Teamprovision' };

const firstFieldSales = {
  currency: 'EUR',
  period: 'quarter',
  rounding: 'half-even',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: commission,
      tiers: [
        { from: '0', rate: '0.04' },
        { from: '0.6', rate: '0.055' },
        { from: '1', rate: '0.08' },
      ],
      multipliers: [{ product: 'Grove Suite', multiplier: '1.15' }],
    },
    { kind: 'spiff', name: 'care', title: care, product: 'Care Plan', amount: '25.00' },
  ],
};

const secondFieldSales = {
  ...firstFieldSales,
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: commission,
      tiers: [
        { from: '0', rate: '0.04' },
        { from: '0.6', rate: '0.06' },
        { from: '1', rate: '0.09' },
        { from: '1.3', rate: '0.12' },
      ],
      multipliers: [
        { product: 'Grove Suite', multiplier: '1.2' },
        { product: 'Hush Booth', multiplier: '1.1' },
      ],
    },
    { kind: 'spiff', name: 'care', title: care, product: 'Care Plan', amount: '40.00' },
  ],
};

const leadership = (rate: string, levels: number) => ({
  currency: 'EUR',
  period: 'quarter',
  rounding: 'half-even',
  components: [{ kind: 'override', name: 'override', title: override, rate, levels }],
});

export const fieldSales = 'Field Sales';
export const teamLead = 'Team Lead';
export const regionalLead = 'Regional Lead';

/** The second version of the field plan holds from the middle of the window on. */
export const plansIn = ({ from, quarters }: Window): Plan[] => [
  {
    name: fieldSales,
    versions: [
      { effectiveFrom: from, document: firstFieldSales },
      { effectiveFrom: periodRange(quarters[4]!).from, document: secondFieldSales },
    ],
  },
  { name: teamLead, versions: [{ effectiveFrom: from, document: leadership('0.01', 1) }] },
  { name: regionalLead, versions: [{ effectiveFrom: from, document: leadership('0.003', 2) }] },
];
