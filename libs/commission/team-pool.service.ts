import { ask, ExchangeRates } from '@laurel/shared';
import {
  convert,
  type Day,
  type DayRange,
  daysBetween,
  groupBy,
  type PeriodKind,
  rateOn,
} from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PlanDocument, type Spell, spellsIn, type TeamPool } from './core/index.js';
import { plansOf } from './plan-document.js';
import { assignedVersions, type VersionRow } from './assigned-version.js';

/** Somebody whose plan shares a pool, and the plan. */
export type Sharing = {
  readonly payeeId: string;
  readonly planId: string;
  readonly plan: PlanDocument;
};

type Days = { readonly range: DayRange; readonly kind: PeriodKind };
type Place = { readonly memberId: string; readonly teamId: string } & DayRange;
type Credited = {
  readonly teamId: string;
  readonly payeeId: string;
  readonly currency: string;
  readonly day: Day | null;
  readonly amount: bigint;
};

/** Reads who shares the pools of a period, and what their teams were credited. */
@Injectable()
export class TeamPools {
  constructor(private readonly rates: ExchangeRates) {}

  /** By payee; without those who are in no team. PLAN.md says who shares with whom. */
  async of(
    tx: EntityManager,
    sharing: readonly Sharing[],
    days: Days,
  ): Promise<Map<string, TeamPool>> {
    const places = await placesWith(
      tx,
      sharing.map(({ payeeId }) => payeeId),
      days.range,
    );
    const plans = await spellsOf(tx, [...new Set(places.map(({ memberId }) => memberId))], days);
    const pools = new Map<string, TeamPool>();
    for (const own of groupBy(sharing, ({ plan }) => plan.currency).values()) {
      const credited = await this.credited(tx, places, own[0]!.plan, days.range);
      for (const each of own) {
        const pool = poolOf(each, places, plans, credited);
        if (pool) pools.set(each.payeeId, pool);
      }
    }
    return pools;
  }

  /** What the teams' members were credited while they were in them, in the currency of the plan. */
  private async credited(
    tx: EntityManager,
    places: readonly Place[],
    { currency, rounding }: PlanDocument,
    range: DayRange,
  ): Promise<Credited[]> {
    const teams = [...new Set(places.map(({ teamId }) => teamId))];
    const rows = await ask<Credited>(tx, creditedIn, [teams, range.from, range.to, currency]);
    const foreign = [...new Set(rows.map((row) => row.currency))].filter((all) => all !== currency);
    const rates = foreign.length ? await this.rates.between(tx, currency, foreign, range) : [];
    return rows.flatMap((row) => {
      if (row.currency === currency) return [row];
      const rate = rateOn(rates, row.currency, currency, row.day!);
      return rate ? [{ ...row, amount: convert(row.amount, rate, rounding) }] : [];
    });
  }
}

type PlanSpells = ReadonlyMap<string, readonly Spell<VersionRow>[]>;

function poolOf(
  { payeeId, planId }: Sharing,
  places: readonly Place[],
  plans: PlanSpells,
  credited: readonly Credited[],
): TeamPool | null {
  const team = places.find(({ memberId }) => memberId === payeeId)?.teamId;
  if (team === undefined) return null;
  const mine = credited.filter(({ teamId }) => teamId === team);
  const sum = (all: readonly Credited[]) => all.reduce((total, { amount }) => total + amount, 0n);
  const ofTeam = groupBy(
    places.filter(({ teamId }) => teamId === team),
    ({ memberId }) => memberId,
  );
  const sharing = [...ofTeam].filter(
    ([id]) => id === payeeId || plans.get(id)?.at(-1)?.version.planId === planId,
  );
  const members = sharing.map(([id, held]) => ({
    id,
    weight: String(daysTogether(held, plans.get(id) ?? [], planId)),
    credited: sum(mine.filter((each) => each.payeeId === id)),
  }));
  return { payeeId, credited: sum(mine), members };
}

/** The days on which somebody was both in the team and paid by the plan. */
function daysTogether(
  held: readonly DayRange[],
  spells: readonly Spell<VersionRow>[],
  planId: string,
): number {
  const paid = spells.filter(({ version }) => version.planId === planId);
  const both = held.flatMap((one) => paid.map((other) => overlap(one, other)));
  return both.reduce((total, days) => total + Math.max(0, days), 0);
}

const overlap = (a: DayRange, b: DayRange): number =>
  daysBetween(a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to);

/** By member: which versions of plans of the kind pay the period, in their order. */
async function spellsOf(
  tx: EntityManager,
  memberIds: readonly string[],
  { range, kind }: Days,
): Promise<PlanSpells> {
  const versions = await assignedVersions(tx, memberIds, range);
  const plans = await plansOf(tx, versions);
  const ofKind = versions.filter(({ id }) => plans.get(id)!.period === kind);
  const byMember = groupBy(ofKind, ({ payeeId }) => payeeId);
  return new Map([...byMember].map(([id, own]) => [id, spellsIn(own, range)]));
}

const placesWith = (
  tx: EntityManager,
  payeeIds: readonly string[],
  { from, to }: DayRange,
): Promise<Place[]> => ask(tx, placesTogether, [payeeIds, from, to]);

/** The team that each was a member of last in the range, of all who were ever in one with the payees; and the days in it. */
const placesTogether = `
  with held as (
    select member_id, team_id, greatest(from_day, hired_on, $2::date) as from_day, least(to_day, left_on, $3::date) as to_day
    from membership join member on member.id = member_id
    where position = 'member' and member_id in (
      select mate.member_id from membership mine join membership mate using (team_id) where mine.member_id = any($1))),
  present as (select * from held where from_day < to_day),
  last as (
    select distinct on (member_id) member_id, team_id from present order by member_id, to_day desc, from_day desc, team_id)
  select member_id as "memberId", team_id as "teamId", from_day as "from", to_day as "to"
  from present join last using (member_id, team_id)
  where team_id in (select team_id from last where member_id = any($1))
  order by member_id, from_day`;

/** Sums of each member in the plan's currency; what is to be converted comes credit by credit, with its day. */
const creditedIn = `
  select team_id as "teamId", payee_id as "payeeId", credit.currency, sum(credit.amount)::bigint as amount,
    case when credit.currency <> $4 then credited_on end as day
  from credit
  join membership on member_id = payee_id and position = 'member'
    and from_day <= credited_on and (to_day is null or to_day > credited_on)
  where team_id = any($1) and not void and kind <> 'rollUp' and credited_on >= $2 and credited_on < $3
  group by team_id, payee_id, credit.currency, day, case when credit.currency <> $4 then credit.id end`;
