import { monthStart } from '@laurel/shared/core';
import type { DealFacts } from './deposit.js';
import { type Carried, nothingCarried, type PeriodPay } from './period-pay.js';
import type { SettlementSettings } from './settings.js';
import { settlePeriod } from './settle.js';

/** Months, deals and a payee's history from nothing, for specs. */
export const periods = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];
const untilOf = (name: string) => monthStart(`${name}-01`, 1);
export const original = (name: string, settings: SettlementSettings) =>
  ({ name, until: untilOf(name), settings, rounding: 'half-even' }) as const;
export const deal = (more: Partial<DealFacts> = {}): DealFacts => ({
  amount: 1_000_00n,
  payments: [],
  milestones: {},
  ...more,
});

export type Month = Partial<Pick<PeriodPay, 'earned' | 'cancelled'>>;

/** Settles month after month from nothing; what is cancelled in one stays so until a later one says otherwise. */
export function settle(
  settings: SettlementSettings,
  months: readonly Month[],
  deals: Record<string, DealFacts> = {},
) {
  let carried: Carried = nothingCarried;
  let cancelled: PeriodPay['cancelled'] = [];
  const facts = { deals: new Map(Object.entries(deals)) };
  return months.map((month, i) => {
    cancelled = month.cancelled ?? cancelled;
    const pay: PeriodPay = {
      ...original(periods[i]!, settings),
      currency: 'EUR',
      tenure: i,
      earned: [],
      ...month,
      cancelled,
    };
    const settled = settlePeriod(pay, carried, facts);
    ({ carried } = settled);
    return settled;
  });
}
