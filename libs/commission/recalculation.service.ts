import { payingKinds, writeCreditMonths } from '@laurel/credit';
import { ask, Database, type FollowWithin, Outbox, Periods } from '@laurel/shared';
import { periodRange, periodsBetween } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BulkEarnings } from './bulk.service.js';
import { PartitionsDue } from './partitions-due.service.js';

/** Computes the pay of a whole period again, from scratch: rows that were right stay untouched. */
@Injectable()
export class Recalculations {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly periods: Periods,
    private readonly bulk: BulkEarnings,
    private readonly due: PartitionsDue,
  ) {}

  /** On demand: answers how many payees' periods will be computed. */
  start(period: string): Promise<number> {
    return this.database.transaction(async (tx) => {
      const names = await this.planPeriods(tx, period);
      await this.outbox.emit(tx, 'commission.recompute', { period });
      return (await this.paidIn(tx, names)).count;
    });
  }

  /** All plan periods that share a day with this one: the open ones at once, others payee by payee. */
  async recompute(period: string, follow: FollowWithin): Promise<void> {
    await this.database.transaction((tx) => writeCreditMonths(tx));
    const { periods, payeeIds } = await this.database.transaction(async (tx) => {
      const names = await this.planPeriods(tx, period);
      const open = await this.periods.open(tx, names);
      for (const name of names.filter((each) => !open.includes(each)))
        await this.due.announce(tx, await this.periods.range(tx, name));
      // Boards hang on credits alone: they are counted while pay is computed.
      if (open.length) await this.outbox.emit(tx, 'standing.refreshAll', { periods: open });
      return this.paidIn(tx, open);
    });
    await this.bulk.recompute(periods, payeeIds, follow);
  }

  /** Names of the periods that plans pay by and that share a day with this one. */
  private async planPeriods(tx: EntityManager, period: string): Promise<string[]> {
    const range = await this.periods.range(tx, period);
    const calendar = await this.periods.calendar(tx);
    const kinds = await payingKinds(tx);
    return kinds.flatMap((kind) => periodsBetween(range, kind, calendar)).toSorted();
  }

  /** Who is paid by a plan in any of the periods, or was, and in which of them anybody is. */
  private async paidIn(tx: EntityManager, names: readonly string[]): Promise<Paid> {
    const calendar = await this.periods.calendar(tx);
    const ranges = names.map((name) => periodRange(name, calendar));
    const [paid] = await ask<Paid>(tx, paidIn, [
      names,
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
    ]);
    return paid!;
  }
}

type Paid = { periods: string[]; payeeIds: string[]; count: number };

const paidIn = `
  with paid as (
    select member_id as payee, period.name as period
    from plan_assignment
    join unnest($1::text[], $2::date[], $3::date[]) as period (name, from_day, to_day)
      on plan_assignment.from_day < period.to_day
      and (plan_assignment.to_day is null or plan_assignment.to_day > period.from_day)
    union
    select payee_id, period from earning where period = any($1))
  select coalesce(array_agg(distinct period), '{}') as periods, count(*)::int as count,
    coalesce(array_agg(distinct payee), '{}') as "payeeIds" from paid`;
