import { periodRange, type Day } from '@laurel/shared/core';
import type { Window } from './calendar.js';
import type { Place, Seat } from './seats.js';
import { regions } from './teams.js';

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

const fieldSales = 'Field Sales';
const teamLead = 'Team Lead';
const regionalLead = 'Regional Lead';

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

/** Who is paid by a plan, from a day (in) to a day (out). */
export type Assignment = {
  readonly plan: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly seats: readonly Seat[];
};

/** Everybody by the plan of the place they hold, as long as they hold it; the same spans together. */
export function assignmentsIn(window: Window, seats: readonly Seat[]): Assignment[] {
  const groups = new Map<string, Omit<Assignment, 'seats'> & { seats: Seat[] }>();
  for (const seat of seats)
    for (const place of seat.places.filter(({ to }) => to === null || to > window.from)) {
      const from = place.from > window.from ? place.from : window.from;
      const plan = planOf(place);
      const key = [plan, from, place.to].join();
      const group = groups.get(key) ?? { plan, from, to: place.to, seats: [] };
      group.seats.push(seat);
      groups.set(key, group);
    }
  return [...groups.values()];
}

function planOf({ team, position }: Place): string {
  if (position === 'member') return fieldSales;
  return regions.some((region) => region === team) ? regionalLead : teamLead;
}
