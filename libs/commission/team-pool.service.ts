import { ask, ExchangeRates } from '@laurel/shared';
import {
  convert,
  type DatedRate,
  type Day,
  type DayRange,
  daysBetween,
  groupBy,
  type PeriodKind,
  rateOn,
} from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type PlanDocument,
  type Spell,
  spellsIn,
  type TeamPool,
  triedVersion,
} from './core/index.js';
import { plansOf } from './plan-document.js';
import { assignedVersions, type VersionRow } from './assigned-version.js';

/** Somebody whose plan shares a pool, the version that pays them last, and what it says. */
export type Sharing = { readonly version: VersionRow; readonly plan: PlanDocument };

type Days = { readonly range: DayRange; readonly kind: PeriodKind };
type Place = { readonly memberId: string; readonly teamId: string } & DayRange;
/** What somebody was credited in a team, as it is; what is converted, credit by credit and with its rate, if there is one. */
type Credited = {
  readonly teamId: string;
  readonly payeeId: string;
  readonly currency: string;
  readonly day: Day | null;
  readonly amount: bigint;
  readonly rate?: DatedRate | undefined;
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
      sharing.map(({ version }) => version.payeeId),
      days.range,
    );
    const members = [...new Set(places.map(({ memberId }) => memberId))];
    const spells = await spellsOf(tx, members, days);
    const pools = new Map<string, TeamPool>();
    for (const [currency, own] of groupBy(sharing, ({ plan }) => plan.currency)) {
      const credited = await this.credited(tx, places, currency, days.range);
      for (const each of own) {
        const pool = poolOf(each, places, spells, credited);
        if (pool) pools.set(each.version.payeeId, pool);
      }
    }
    return pools;
  }

  /** What the teams' members were credited while they were in them, with the rates into a currency. */
  private async credited(
    tx: EntityManager,
    places: readonly Place[],
    currency: string,
    range: DayRange,
  ): Promise<Credited[]> {
    const teams = [...new Set(places.map(({ teamId }) => teamId))];
    const rows = await ask<Credited>(tx, creditedIn, [teams, range.from, range.to, currency]);
    const foreign = [...new Set(rows.map((row) => row.currency))].filter((all) => all !== currency);
    if (!foreign.length) return rows;
    const rates = await this.rates.between(tx, currency, foreign, range);
    return rows.map((row) => ({
      ...row,
      ...(row.day && { rate: rateOn(rates, row.currency, currency, row.day) }),
    }));
  }
}

/** A version that pays somebody on some days of the period, and what it says. */
type PaidSpell = Spell<VersionRow> & { readonly plan: PlanDocument };
type Spells = ReadonlyMap<string, readonly PaidSpell[]>;

function poolOf(
  own: Sharing,
  places: readonly Place[],
  spells: Spells,
  credited: readonly Credited[],
): TeamPool | null {
  const { payeeId } = own.version;
  const team = places.find(({ memberId }) => memberId === payeeId)?.teamId;
  if (team === undefined) return null;
  const held = places.filter(({ teamId }) => teamId === team);
  const sharing = sharersOf(own, [...new Set(held.map(({ memberId }) => memberId))], spells);
  const last = lastOf(own, sharing);
  const mine = credited.filter(({ teamId }) => teamId === team);
  const sum = (all: readonly Credited[]) =>
    all.reduce((total, each) => total + (amountIn(last.plan, each) ?? 0n), 0n);
  const members = sharing.map(({ version: { id, planId, payeeId }, plan }) => ({
    id: payeeId,
    weight: daysTogether(
      held.filter(({ memberId }) => memberId === payeeId),
      spells.get(payeeId) ?? [],
      planId,
    ),
    credited: sum(mine.filter((each) => each.payeeId === payeeId)),
    ...(id !== last.version.id && { pools: poolsIn(plan) }),
  }));
  const without = mine.filter((each) => amountIn(last.plan, each) === null);
  return {
    payeeId,
    credited: sum(mine),
    members,
    ...(without.length && { withoutRate: currenciesOf(without) }),
    ...(last.version.id !== own.version.id && { terms: last.plan }),
  };
}

/** Null where there is no rate. */
function amountIn(
  { currency, rounding }: PlanDocument,
  { amount, rate, ...row }: Credited,
): bigint | null {
  if (row.currency === currency) return amount;
  return rate ? convert(amount, rate, rounding) : null;
}

const currenciesOf = (rows: readonly Credited[]): string[] =>
  [...new Set(rows.map(({ currency }) => currency))].sort();

/** Those of the team whom the same plan pays last, in the same currency. */
function sharersOf(own: Sharing, teamIds: readonly string[], spells: Spells): Sharing[] {
  return teamIds.flatMap((id) => {
    if (id === own.version.payeeId) return [own];
    const last = spells.get(id)?.at(-1);
    const same =
      last?.version.planId === own.version.planId && last.plan.currency === own.plan.currency;
    return same ? [last] : [];
  });
}

/** Whose version of the plan took effect last: it says what the pool is. One that is tried says so itself. */
const lastOf = (own: Sharing, sharing: readonly Sharing[]): Sharing =>
  own.version.id === triedVersion
    ? own
    : sharing.reduce((last, each) => (isLater(each.version, last.version) ? each : last), own);

const isLater = (a: VersionRow, b: VersionRow): boolean =>
  a.effectiveFrom === b.effectiveFrom ? a.number > b.number : a.effectiveFrom > b.effectiveFrom;

const poolsIn = ({ components }: PlanDocument): string[] =>
  components.flatMap(({ kind, name }) => (kind === 'pool' ? [name] : []));

/** The days on which somebody was both in the team and paid by the plan. */
function daysTogether(
  held: readonly DayRange[],
  spells: readonly Spell<VersionRow>[],
  planId: string,
): string {
  const paid = spells.filter(({ version }) => version.planId === planId);
  const both = held.flatMap((one) => paid.map((other) => overlap(one, other)));
  return String(both.reduce((total, days) => total + Math.max(0, days), 0));
}

const overlap = (a: DayRange, b: DayRange): number =>
  daysBetween(a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to);

/** By member: which versions of plans of the kind pay the period, in their order. */
async function spellsOf(
  tx: EntityManager,
  memberIds: readonly string[],
  { range, kind }: Days,
): Promise<Spells> {
  const versions = await assignedVersions(tx, memberIds, range);
  const plans = await plansOf(tx, versions);
  const ofKind = versions.filter(({ id }) => plans.get(id)!.period === kind);
  const byMember = groupBy(ofKind, ({ payeeId }) => payeeId);
  const withPlan = (spell: Spell<VersionRow>) => ({ ...spell, plan: plans.get(spell.version.id)! });
  return new Map([...byMember].map(([id, own]) => [id, spellsIn(own, range).map(withPlan)]));
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
