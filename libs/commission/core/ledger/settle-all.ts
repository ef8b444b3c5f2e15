import { groupBy } from '@laurel/shared/core';
import { carriedAfter } from './carry.js';
import type { OriginalPeriod } from './deposit.js';
import type { PostedMovement } from './movement.js';
import { type Carried, nothingCarried, type PeriodPay, type SettleFacts } from './period-pay.js';
import { settlePeriod } from './settle.js';

/** A movement and the plan that paid the period it was posted in; none after the payee left every plan. */
export type PlannedMovement = PostedMovement & { readonly planVersionId: string | null };

export type DuePeriod = PeriodPay & { readonly planVersionId: string | null };

/** A period of a payee: one that stands as it was posted, or one that is due to be settled. */
export type HistoryPeriod =
  { readonly stands: readonly PlannedMovement[] } | { readonly due: DuePeriod };

/** All periods of a payee in their order, and what is known to settle those that are due. */
export type SettlementPast = {
  readonly history: readonly HistoryPeriod[];
  readonly facts: SettleFacts;
  readonly originalOf: (movement: PlannedMovement) => OriginalPeriod;
};

/** The movements of all periods that are due, each with what the one before leaves in its currency. */
export function settleAll({ history, facts, originalOf }: SettlementPast): PlannedMovement[] {
  const carried = new Map<string, Carried>();
  const before = (currency: string) => carried.get(currency) ?? nothingCarried;
  return history.flatMap((period) => {
    if ('stands' in period) {
      for (const [currency, all] of groupBy(period.stands, (each) => each.currency))
        carried.set(currency, carriedAfter(before(currency), all, originalOf));
      return [];
    }
    const { planVersionId, currency } = period.due;
    const settled = settlePeriod(period.due, before(currency), facts);
    carried.set(currency, settled.carried);
    return settled.movements.map((movement) => ({ ...movement, planVersionId }));
  });
}
