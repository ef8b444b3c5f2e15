import { earn } from './earn.js';
import { headOf } from './head.js';
import type { PayableCredit } from './partition.js';
import { parsePlan } from './plan.js';

const plan = parsePlan({
  currency: 'EUR',
  period: 'month',
  components: [
    {
      kind: 'tiers',
      name: 'base',
      title: { en: 'Base', de: 'Basis' },
      tiers: [{ from: '0', rate: '0.1' }],
    },
    { kind: 'override', name: 'team', title: { en: 'Team', de: 'Team' }, rate: '0.01' },
  ],
});
const quota = { amount: 1_000_00n, currency: 'EUR' };
const credit = (externalId: string, more: Partial<PayableCredit>): PayableCredit => ({
  id: externalId,
  dealId: externalId,
  externalId,
  product: null,
  kind: 'direct',
  level: 0,
  amount: 100_00n,
  currency: 'EUR',
  creditedOn: '2026-02-01',
  ...more,
});

describe('headOf', () => {
  it('counts direct credits towards the quota, and every line towards the pay', () => {
    const credits = [
      credit('A', {}),
      credit('B', { kind: 'rollUp', level: 1 }),
      credit('C', { currency: 'USD' }),
    ];
    const partition = { plan, quota, credits };
    expect(headOf(partition, earn(partition))).toEqual({
      currency: 'EUR',
      credited: 100_00n,
      quota: 1_000_00n,
      earned: 11_00n,
      dealCount: 1,
      lineCount: 2,
      problems: [expect.objectContaining({ code: 'RATE_MISSING', dealId: 'C' })],
    });
  });

  it('is none for a payee with nothing, and an empty one for a quota alone', () => {
    expect(headOf({ plan, quota: null, credits: [] }, [])).toBeNull();
    expect(headOf({ plan, quota, credits: [] }, [])).toMatchObject({
      credited: 0n,
      earned: 0n,
    });
  });
});
