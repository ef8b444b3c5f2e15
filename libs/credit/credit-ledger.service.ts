import { ask, Periods, saveDifferences, stableId, tell, tellDifferences } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { postCredits, type AssignedCredit, type Entry } from './core/index.js';
import { CreditEntry } from './credit-entry.entity.js';

type Posted = {
  readonly due: readonly AssignedCredit[];
  readonly postedIn: PostedIn;
  /** The credits that counted for the deals until now. */
  readonly before: readonly string[];
};

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
    { due, postedIn, before }: Posted,
  ): Promise<void> {
    if (!postedIn.size) return replace(tx, due, before);
    const entries = await entriesOf(tx, dealIds);
    const posting = postCredits(entries, due, { postedIn, idOf });
    tell(tx, voidEntries, [posting.void]);
    await saveDifferences(tx, CreditEntry, posting.write);
  }

  /** For each day on which the deals are closed or counted until now, or another one given, that is locked: where its changes are posted. */
  async postedIn(
    tx: EntityManager,
    dealIds: readonly string[],
    days: readonly Day[] = [],
  ): Promise<PostedIn> {
    const locked = await ask<{ day: Day; period: string }>(tx, lockedDays, [dealIds, days]);
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

/** Nothing is locked: what is due stands in its place, and what counted beside it is void. */
function replace(
  tx: EntityManager,
  due: readonly AssignedCredit[],
  before: readonly string[],
): void {
  const rows = due.map((credit) => ({ id: idOf(credit, 0), ...credit, void: false }));
  tellDifferences(tx, CreditEntry, rows);
  const ids = new Set(rows.map(({ id }) => id));
  const gone = before.filter((id) => !ids.has(id));
  if (gone.length) tell(tx, voidEntries, [gone]);
}

const voidEntries = `update credit_entry set void = true where id = any($1)`;

/** The longest locked period that holds each day; held, like all those around, until the work is done. */
const lockedDays = `
  with counted as (
    select credited_on as day from credit_entry where deal_id = any($1)
    union select closed_on from deal where id = any($1) and closed_on is not null
    union select unnest($2::date[]))
  select distinct on (day) day, name as period
  from counted join period on day >= from_day and day < to_day
  where status = 'locked' order by day, from_day, to_day desc`;
