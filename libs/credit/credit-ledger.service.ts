import { Periods, saveDifferences, stableId } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { postCredits, type AssignedCredit, type Entry } from './core/index.js';
import { CreditEntry } from './credit-entry.entity.js';

/** Writes credits: in place while their day is open, and by reversal once it is locked. */
@Injectable()
export class CreditLedger {
  constructor(private readonly periods: Periods) {}

  /** Makes the credits that count for these deals equal to those due. */
  async post(
    tx: EntityManager,
    dealIds: readonly string[],
    due: readonly AssignedCredit[],
  ): Promise<void> {
    const postedIn = await this.postedIn(tx, dealIds, due);
    if (!postedIn.size) return replace(tx, dealIds, due);
    const entries = await entriesOf(tx, dealIds);
    const posting = postCredits(entries, due, { postedIn, idOf });
    await voidEntries(tx, posting.void);
    await saveDifferences(tx, CreditEntry, posting.write);
  }

  /** For each day on which the deals count, or counted, and that is locked: where its changes are posted. */
  private async postedIn(
    tx: EntityManager,
    dealIds: readonly string[],
    due: readonly AssignedCredit[],
  ): Promise<Map<Day, string>> {
    const locked: { day: Day; period: string }[] = await tx.query(lockedDays, [
      dealIds,
      [...new Set(due.map(({ creditedOn }) => creditedOn))],
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

const idOf = ({ dealId, payeeId, kind }: AssignedCredit, entry: number): string =>
  stableId(dealId, payeeId, kind, ...(entry ? [String(entry)] : []));

/** Nothing is locked: what is due stands in its place, and everything else is void. */
async function replace(
  tx: EntityManager,
  dealIds: readonly string[],
  due: readonly AssignedCredit[],
): Promise<void> {
  const rows = due.map((credit) => ({ id: idOf(credit, 0), ...credit, void: false }));
  await saveDifferences(tx, CreditEntry, rows);
  await tx.query(
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
