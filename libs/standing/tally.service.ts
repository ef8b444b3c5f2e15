import { ownBetween } from '@laurel/credit';
import { Quotas } from '@laurel/goal';
import { ask, Periods } from '@laurel/shared';
import { type Day, type DayRange, groupBy, periodRange } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Tally } from './core/index.js';

/** What everybody who can be ranked has brought in: now, and before today. */
export type Tallies = { now: Tally[]; atDayStart: Tally[]; currency: string };

/** What a member was credited in one currency, in one of the spans that the days are cut into. */
type Counted = { memberId: string; currency: string; span: number; amount: bigint; deals: bigint };

type Ranked = {
  memberId: string;
  currency: string;
  isRep: boolean;
  hiredOn: Day | null;
  leftOn: Day | null;
  organizationCurrency: string;
};

/** Adds up the credits of periods, in one statement for all members. */
@Injectable()
export class TallyService {
  constructor(
    private readonly periods: Periods,
    private readonly quotas: Quotas,
  ) {}

  /** By period: everybody with a direct credit in it, and every rep who was here during it; or those of some members. */
  async of(
    tx: EntityManager,
    periods: readonly string[],
    today: Day,
    memberIds?: readonly string[],
  ): Promise<Map<string, Tallies>> {
    const calendar = await this.periods.calendar(tx);
    const ranges = periods.map((period) => periodRange(period, calendar));
    const cuts = [...new Set([...ranges.flatMap(({ from, to }) => [from, to]), today])].toSorted();
    const of = memberIds ? 'member.id = any($1)' : 'true';
    const [counted, members, quotas] = await Promise.all([
      memberIds
        ? ask<Counted>(tx, countedOfMembers, [cuts, memberIds])
        : (tx.query(countedOf(ownBetween(cuts)), [cuts]) as Promise<Counted[]>),
      ask<Ranked>(tx, rankedMembers(of), memberIds ? [memberIds] : []),
      this.quotas.inEach(tx, periods, memberIds),
    ]);
    const byMember = groupBy(counted, ({ memberId }) => memberId);
    const spanOf = (day: Day) => cuts.indexOf(day) + 1;
    const known = ranges.map((range, i): [string, Tallies] => {
      const days = { ...range, isOver: range.to <= today };
      const spans = { from: spanOf(range.from), today: spanOf(today), to: spanOf(range.to) };
      return [periods[i]!, talliesIn(days, spans, members, byMember, quotas.get(periods[i]!)!)];
    });
    return new Map(known);
  }
}

type Spans = { from: number; today: number; to: number };

function talliesIn(
  range: DayRange & { isOver: boolean },
  spans: Spans,
  members: readonly Ranked[],
  byMember: ReadonlyMap<string, readonly Counted[]>,
  quotas: ReadonlyMap<string, bigint>,
): Tallies {
  const now: Tally[] = [];
  const before: Tally[] = [];
  for (const member of members) {
    const own =
      byMember.get(member.memberId)?.filter(({ span }) => span >= spans.from && span < spans.to) ??
      [];
    if (!own.length && !isHereAsRep(member, range)) continue;
    const quota = quotas.get(member.memberId);
    now.push(tallyOf(member, quota, own));
    if (!range.isOver)
      before.push(
        tallyOf(
          member,
          quota,
          own.filter(({ span }) => span < spans.today),
        ),
      );
  }
  const currency = members[0]?.organizationCurrency ?? '';
  return { now, atDayStart: range.isOver ? now : before, currency };
}

const isHereAsRep = ({ isRep, hiredOn, leftOn }: Ranked, { from, to }: DayRange): boolean =>
  isRep && (hiredOn === null || hiredOn < to) && (leftOn === null || leftOn > from);

function tallyOf(member: Ranked, quota: bigint | undefined, own: readonly Counted[]): Tally {
  const { memberId, currency, organizationCurrency } = member;
  let [credited, creditedToQuota, deals] = [0n, 0n, 0n];
  for (const each of own) {
    if (each.currency === organizationCurrency) credited += each.amount;
    if (each.currency === currency) creditedToQuota += each.amount;
    deals += each.deals;
  }
  return { memberId, quota, credited, creditedToQuota, deals };
}

/** What each member was credited between two cuts and after the last but one. */
const countedOf = (credits: string) => `
  select payee_id as "memberId", currency, width_bucket(credited_on, $1::date[]) as span,
    sum(amount)::bigint as amount, sum(deals)::bigint as deals
  from ${credits} credit
  where credited_on >= ($1::date[])[1] and credited_on < ($1::date[])[cardinality($1::date[])]
  group by payee_id, currency, span`;

const countedOfMembers = countedOf(`(
  select *, (kind <> 'overlay')::integer as deals from credit where payee_id = any($2) and kind <> 'rollUp')`);

const rankedMembers = (isCounted: string) => `
  select member.id as "memberId", member.currency, role = 'rep' as "isRep", hired_on as "hiredOn", left_on as "leftOn",
    organization.currency as "organizationCurrency"
  from member cross join organization where ${isCounted}`;
