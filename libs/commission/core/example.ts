import type { PayableCredit } from './partition.js';
import { parsePlan } from './plan.js';

/** A plan and credits for specs: three tiers, a multiplier, a bonus and an override. */
export const examplePlan = parsePlan({
  currency: 'EUR',
  period: 'quarter',
  components: [
    {
      kind: 'tiers',
      name: 'commission',
      title: { en: 'Commission', de: 'Provision' },
      tiers: [
        { from: '0', rate: '0.05' },
        { from: '0.5', rate: '0.08' },
        { from: '1', rate: '0.1' },
      ],
      multipliers: [{ product: 'Gold', multiplier: '1.2' }],
    },
    {
      kind: 'spiff',
      name: 'starter',
      title: { en: 'Starter', de: 'Starter' },
      product: 'Starter',
      amount: '7.50',
    },
    { kind: 'override', name: 'team', title: { en: 'Team', de: 'Team' }, rate: '0.01', levels: 1 },
  ],
});

export const quota = { amount: 1_000_00n, currency: 'EUR' };

export const credit = (
  externalId: string,
  amount: bigint,
  more: Partial<PayableCredit> = {},
): PayableCredit => ({
  id: `credit of ${externalId}`,
  dealId: `deal ${externalId}`,
  externalId,
  product: null,
  kind: 'direct',
  level: 0,
  amount,
  currency: 'EUR',
  creditedOn: '2026-02-01',
  ...more,
});
