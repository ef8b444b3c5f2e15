import { payingKinds, poolMates, poolPayees } from '@laurel/credit';
import { quotaReach } from '@laurel/goal/core';
import { Outbox, Periods, type JobMap } from '@laurel/shared';
import { addDays, kindOf, periodRange, periodsBetween, type DayRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { owedPools } from './owed-pools.js';
import type { LoadedPartition } from './partition.service.js';

/** Whose pay, from a day on, up to a day (out); everybody's and for ever when left out. */
export type Reach = { payeeIds?: readonly string[]; from: string; to?: string };

type RateChange = JobMap['rate.changed'];

type PartitionName = { payeeId: string; period: string };

/** Finds the payees and periods in which there is something to pay or to take back. */
@Injectable()
export class PartitionsDue {
  constructor(
    private readonly outbox: Outbox,
    private readonly periods: Periods,
  ) {}

  /** Has them computed again, and answers how many they are. */
  async announce(tx: EntityManager, reach: Reach): Promise<number> {
    this.outbox.settleFacts(tx);
    const owed = await owedPools(tx, this.outbox, reach, await this.periods.calendar(tx));
    return this.announceReached(tx, reach, owed);
  }

  /** Everybody's share of a pool in periods that begin on a day, or have begun since. */
  async announcePools(tx: EntityManager, from: string): Promise<void> {
    await this.announce(tx, { payeeIds: await poolPayees(tx), from });
  }

  /** Those who are on another plan from a day on, and all who share a pool, which they may now have left or joined. */
  async announceAssigned(
    tx: EntityManager,
    payeeIds: readonly string[],
    from: string,
  ): Promise<void> {
    const all = [...new Set([...payeeIds, ...(await poolPayees(tx))])];
    await this.announce(tx, { payeeIds: all, from });
  }

  private async announceReached(
    tx: EntityManager,
    reach: Reach,
    owed: readonly PartitionName[] = [],
  ): Promise<number> {
    const { payeeIds } = reach;
    const facts: PartitionName[] = await tx.query(factsOfPay(payeeIds), [
      ...(await this.cut(tx, reach)),
      ...(payeeIds ? [payeeIds] : []),
    ]);
    return this.announceAround(tx, [...facts, ...owed], reach);
  }

  /** Where totals run through the year, later periods of it depend on this one. */
  async announceYear(
    tx: EntityManager,
    payeeId: string,
    { range, yearRange }: Pick<LoadedPartition, 'range' | 'yearRange'>,
  ): Promise<void> {
    if (!range || !yearRange || range.to >= yearRange.to) return;
    await this.announceReached(tx, { payeeIds: [payeeId], from: range.to, to: yearRange.to });
  }

  /** Those in which something is converted between the two currencies, when their rate changed. */
  async announceRate(tx: EntityManager, { from, to, since, until }: RateChange): Promise<number> {
    this.outbox.settleFacts(tx);
    const reach = { from: since, ...(until && { to: until }) };
    const facts: PartitionName[] = await tx.query(factsOfConversion, [
      from,
      to,
      since,
      until,
      ...(await this.cut(tx, reach)),
    ]);
    return this.announceAround(tx, facts, reach);
  }

  private async announceAround(
    tx: EntityManager,
    facts: readonly PartitionName[],
    reach: Omit<Reach, 'payeeIds'>,
  ): Promise<number> {
    const due = await this.around(tx, facts, reach);
    await this.outbox.emitAll(tx, 'commission.compute', due);
    return due.length;
  }

  /** The credited days in periods that plans pay by: their names, first days in, first days out. */
  private async cut(
    tx: EntityManager,
    { from, to = '9999-12-31' }: Omit<Reach, 'payeeIds'>,
  ): Promise<[names: string[], from: string[], to: string[]]> {
    const calendar = await this.periods.calendar(tx);
    const days = await creditedDays(tx, { from, to });
    const kinds = await payingKinds(tx);
    const names = kinds.flatMap((kind) => periodsBetween(days, kind, calendar));
    const ranges = names.map((name) => periodRange(name, calendar));
    return [names, ranges.map((range) => range.from), ranges.map((range) => range.to)];
  }

  /** Every period of a kind that plans pay by around the facts, as far as it shares a day with the reach. */
  private async around(
    tx: EntityManager,
    facts: readonly PartitionName[],
    { from, to = '9999-12-31' }: Omit<Reach, 'payeeIds'>,
  ): Promise<PartitionName[]> {
    const calendar = await this.periods.calendar(tx);
    const kinds = new Set(await payingKinds(tx));
    const names = facts.flatMap(({ payeeId, period }) =>
      quotaReach(period, calendar).map((around) => ({ payeeId, period: around })),
    );
    const distinct = new Map(names.map((name) => [`${name.payeeId}|${name.period}`, name]));
    return [...distinct.values()].filter(({ period }) => {
      const range = periodRange(period, calendar);
      return kinds.has(kindOf(period)) && range.from < to && range.to > from;
    });
  }
}

/** From the first day to the last on which anything was credited, as far as it is asked for. */
async function creditedDays(tx: EntityManager, { from, to }: DayRange): Promise<DayRange> {
  const [row]: [{ first: string | null; last: string | null }] = await tx.query(
    `select min(credited_on) as first, max(credited_on) as last from credit where not void`,
  );
  const { first, last } = row;
  if (first === null || last === null) return { from, to: from };
  const end = addDays(last, 1);
  return { from: first > from ? first : from, to: end < to ? end : to };
}

/** Periods with credits, and those of quotas, scores and earnings; the longer periods around them follow by name. */
function factsOfPay(payeeIds: readonly string[] | undefined): string {
  const isAsked = (column: string) => (payeeIds ? `${column} = any($4::uuid[])` : 'true');
  return `
    select distinct payee_id as "payeeId", cut.name as period
    from unnest($1::text[], $2::date[], $3::date[]) as cut (name, from_day, to_day)
    join credit on credited_on >= from_day and credited_on < to_day
    where not void and ${isAsked('payee_id')}
    union select member_id, period from quota where ${isAsked('member_id')}
    union select member_id, period from score where ${isAsked('member_id')}
    union select payee_id, period from earning where ${isAsked('payee_id')}`;
}

/** Credits of the days in the one currency, their own or of those they share a pool with, and quotas, of payees whose plan pays in the other. */
const factsOfConversion = `
  with paid_in as (
    select distinct member_id, member_id as credited_id, document ->> 'currency' as currency
    from plan_assignment join plan_version using (organization_id, plan_id)
    union select member_id, mate_id, currency from (${poolMates}) pooled),
  pair (foreign_currency, currency) as (values ($1, $2), ($2, $1))
  select distinct member_id as "payeeId", cut.name as period
  from pair join paid_in using (currency)
  join credit on payee_id = credited_id and credit.currency = foreign_currency and not void
    and credited_on >= $3 and ($4::date is null or credited_on < $4)
  join unnest($5::text[], $6::date[], $7::date[]) as cut (name, from_day, to_day)
    on credited_on >= cut.from_day and credited_on < cut.to_day
  union
  select quota.member_id, period
  from pair join paid_in using (currency)
  join quota on quota.member_id = paid_in.member_id and quota.currency = foreign_currency`;
