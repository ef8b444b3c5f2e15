import { ask, Periods, saveDifferences, stableId, tell, tellDifferences } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import {
  postCredits,
  stepsOf,
  type AssignedCredit,
  type CreditableDeal,
  type CreditDate,
  type Entry,
} from './core/index.js';
import { CreditEntry } from './credit-entry.entity.js';

/** For each day that is locked the open period in which its changes are posted. */
type PostedIn = ReadonlyMap<Day, string>;

/** Writes credits: in place while their day is open, and by reversal once it is locked. */
@Injectable()
export class CreditLedger {
  constructor(private readonly periods: Periods) {}

  /** Makes the credits that count for these deals equal to those due. */
  async post(
    tx: EntityManager,
    dealIds: readonly string[],
    { due, postedIn }: { due: readonly AssignedCredit[]; postedIn: PostedIn },
  ): Promise<void> {
    if (!postedIn.size) return replace(tx, dealIds, due);
    const entries = await entriesOf(tx, dealIds);
    const posting = postCredits(entries, due, { postedIn, idOf });
    await voidEntries(tx, posting.void);
    await saveDifferences(tx, CreditEntry, posting.write);
  }

  /** For each day on which the deals count, or counted, and that is locked: where its changes are posted. */
  async postedIn(
    tx: EntityManager,
    deals: readonly CreditableDeal[],
    dates: readonly CreditDate[] = ['closed'],
  ): Promise<PostedIn> {
    const locked = await ask<{ day: Day; period: string }>(tx, lockedDays, [
      deals.map(({ id }) => id),
      [
        ...new Set(
          deals.flatMap((deal) => dates.flatMap((by) => stepsOf(deal, by).map(({ day }) => day))),
        ),
      ],
    ]);
    const posted = new Map<string, string>();
    for (const { period } of locked)
      if (!posted.has(period)) posted.set(period, await this.periods.openAfter(tx, period));
    return new Map(locked.map(({ day, period }) => [day, posted.get(period)!]));
  }
}

/** Without the tenant, which the database adds. */
async function entriesOf(tx: EntityManager, dealIds: readonly string[]): Promise<Entry[]> {
  const found = await tx.findBy(CreditEntry, { dealId: In([...dealIds]) });
  return found.map(({ organizationId: _, ...entry }) => entry);
}

const idOf = ({ dealId, payeeId, kind, part }: AssignedCredit, entry: number): string =>
  stableId(
    dealId,
    payeeId,
    kind,
    ...(entry || part ? [String(entry)] : []),
    ...(part ? [String(part)] : []),
  );

/** Nothing is locked: what is due stands in its place, and everything else is void. */
function replace(
  tx: EntityManager,
  dealIds: readonly string[],
  due: readonly AssignedCredit[],
): void {
  const rows = due.map((credit) => ({ id: idOf(credit, 0), ...credit, void: false }));
  tellDifferences(tx, CreditEntry, rows);
  tell(
    tx,
    `update credit_entry set void = true where deal_id = any($1) and not void and id <> all($2)`,
    [dealIds, rows.map(({ id }) => id)],
  );
}

const voidEntries = (tx: EntityManager, ids: readonly string[]) =>
  tx.query(`update credit_entry set void = true where id = any($1)`, [ids]);

/** The longest locked period that holds each day; held, like all those around, until the work is done. */
const lockedDays = `
  with counted as (
    select credited_on as day from credit_entry where deal_id = any($1)
    union select unnest($2::date[]))
  select distinct on (day) day, name as period
  from counted join period on day >= from_day and day < to_day
  where status = 'locked' order by day, from_day, to_day desc`;
