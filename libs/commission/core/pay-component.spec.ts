import { earn } from './earn.js';
import { credit } from './example.js';
import type { Partition } from './partition.js';
import { parsePlan } from './plan.js';

const yearRange = { from: '2026-01-01', to: '2027-01-01' };
const ranges = [
  { from: '2026-01-01', to: '2026-04-01' },
  { from: '2026-04-01', to: '2026-07-01' },
  { from: '2026-07-01', to: '2026-10-01' },
];
const yearly = { accumulate: 'year', trueUp: true, title: { en: 'Pay', de: 'Geld' } };
const curve = {
  ...yearly,
  kind: 'curve',
  name: 'curve',
  target: '1000',
  curve: {
    shape: 'linear',
    points: [
      { at: '0', pays: '0.2' },
      { at: '1', pays: '1' },
    ],
  },
};
const once = {
  ...yearly,
  kind: 'tiers',
  name: 'once',
  mode: 'retroactive',
  tiers: [
    { from: '0', amount: '100' },
    { from: '0.5', amount: '300' },
  ],
};

/** What quarter after quarter pays, with these deals in each of them. */
function paid(component: object, quarters: readonly bigint[], facts: Partial<Partition> = {}) {
  const plan = parsePlan({ currency: 'EUR', period: 'quarter', components: [component] });
  const credits = quarters.map((amount, place) =>
    amount ? [credit(`${place}`, amount, { creditedOn: ranges[place]!.from })] : [],
  );
  return quarters.map((_, place) => {
    const yearQuota = { amount: 1_000_00n, currency: 'EUR' };
    const earlier = credits.slice(0, place).flat();
    const own = { credits: credits[place]!, earlier, place, range: ranges[place]!, ...facts };
    const lines = earn({ plan, quota: null, yearQuota, yearRange, ...own });
    return lines.reduce((sum, { amount }) => sum + amount, 0n);
  });
}

describe('a true-up of what is paid from the start', () => {
  it('takes nothing off in the first period of the year, so that the year pays what its total is due', () => {
    expect(paid(curve, [500_00n, 250_00n])).toEqual([600_00n, 200_00n]);
    expect(paid(once, [100_00n, 500_00n])).toEqual([100_00n, 200_00n]);
  });

  it('takes off later what a period without a deal was paid', () => {
    expect(paid(curve, [0n, 500_00n, 0n])).toEqual([200_00n, 400_00n, 0n]);
    expect(paid(once, [0n, 100_00n])).toEqual([100_00n, 0n]);
  });

  it('takes nothing off in the first period of somebody who is new, but counts what was credited before', () => {
    const isNew = { active: { from: '2026-04-01', to: null } };
    expect(paid(curve, [0n, 500_00n], isNew)[1]).toBe(600_00n);
    expect(paid(curve, [250_00n, 250_00n], isNew)[1]).toBe(200_00n);
  });
});
