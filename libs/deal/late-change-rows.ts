import type { DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { canonical, type DealContent } from './core/index.js';
import { asRow } from './deal-rows.js';

/** A deal as it was, if it was there, and as it is, if it still is. */
export type DealChange = {
  readonly id: string;
  readonly before: DealContent | null;
  readonly after: DealContent | null;
};

/** Notes what won deals said and say, as far as one of the days that may credit them lies in a period that is no longer open: it explains corrections. */
export async function noteLateChanges(
  tx: EntityManager,
  changes: readonly DealChange[],
): Promise<void> {
  const shut: DayRange[] = await tx.query(
    `select from_day as "from", to_day as "to" from period where status <> 'open'`,
  );
  const late = changes.filter(
    ({ before, after }) => countsIn(before, shut) || countsIn(after, shut),
  );
  if (!late.length) return;
  await tx.query(
    `insert into late_change (deal_id, before, after)
     select * from json_to_recordset($1) as change (deal_id uuid, before jsonb, after jsonb)`,
    [canonical(late.map(asLateChange))],
  );
}

function countsIn(deal: DealContent | null, periods: readonly DayRange[]): boolean {
  if (deal?.status !== 'won') return false;
  const days = [deal.closedOn, deal.bookedOn, deal.invoicedOn].filter((day) => day !== null);
  return periods.some(({ from, to }) => days.some((day) => day >= from && day < to));
}

const asLateChange = ({ id, before, after }: DealChange) => ({
  deal_id: id,
  before: before && { ...asRow(before), splits: before.splits },
  after: after && { ...asRow(after), splits: after.splits },
});
