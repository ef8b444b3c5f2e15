import { countedCredits } from '@laurel/credit';
import { Quotas } from '@laurel/goal';
import { Periods } from '@laurel/shared';
import { Leaderboards } from '@laurel/standing';
import type { Measure } from '@laurel/standing/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Badge } from './badge.entity.js';
import type { CreditedDeal, Facts, Position } from './core/index.js';

type DealsRow = { memberId: string; deals: [externalId: string, amount: string][] };
type Positions = Map<string, Partial<Record<Measure, Position>>>;

/** What has to be known of people to judge badges, read once for all badges of a period. */
@Injectable()
export class FactsService {
  constructor(
    private readonly periods: Periods,
    private readonly quotas: Quotas,
    private readonly leaderboards: Leaderboards,
  ) {}

  /** Facts of those of the members who have a deal in the period (or "ever"); of all of them when they are named. */
  async of(
    tx: EntityManager,
    period: string,
    badges: readonly Badge[],
    memberIds: readonly string[],
  ): Promise<Map<string, Facts>> {
    const around = await this.around(tx, period, badges, memberIds);
    const deals = await this.deals(tx, period, badges, memberIds);
    return factsOf(memberIds, deals, around);
  }

  /** Facts of everybody who has a deal in it, of some at a time: nobody holds all deals of a large company. */
  async *ofEverybody(
    tx: EntityManager,
    period: string,
    badges: readonly Badge[],
  ): AsyncGenerator<Map<string, Facts>> {
    const around = await this.around(tx, period, badges);
    const members: { id: string }[] = await tx.query(`select id from member order by id`);
    for (let start = 0; start < members.length; start += membersAtOnce) {
      const memberIds = members.slice(start, start + membersAtOnce).map(({ id }) => id);
      const deals = await this.deals(tx, period, badges, memberIds);
      yield factsOf([...deals.keys()], deals, around);
    }
  }

  /** Whoever leads a board that one of the badges looks at. */
  async leaders(tx: EntityManager, period: string, badges: readonly Badge[]): Promise<string[]> {
    return [...(await this.positions(tx, period, badges, [])).keys()];
  }

  private async around(
    tx: EntityManager,
    period: string,
    badges: readonly Badge[],
    memberIds?: readonly string[],
  ): Promise<Around> {
    const quotas = period === 'ever' ? new Map() : await this.quotas.of(tx, period, memberIds);
    return { quotas, positions: await this.positions(tx, period, badges, memberIds ?? null) };
  }

  private async deals(
    tx: EntityManager,
    period: string,
    badges: readonly Badge[],
    memberIds: readonly string[],
  ): Promise<Map<string, CreditedDeal[]>> {
    const { from, to } =
      period === 'ever'
        ? { from: '-infinity', to: 'infinity' }
        : await this.periods.range(tx, period);
    const rows: DealsRow[] = await tx.query(creditedDeals, [
      from,
      to,
      memberIds,
      mostDealsNeeded(badges),
    ]);
    return new Map(
      rows.map(({ memberId, deals }) => [
        memberId,
        deals.map(([externalId, amount]) => ({ externalId, amount: BigInt(amount) })),
      ]),
    );
  }

  private async positions(
    tx: EntityManager,
    period: string,
    badges: readonly Badge[],
    memberIds: readonly string[] | null,
  ): Promise<Positions> {
    const positions: Positions = new Map();
    for (const measure of measuresIn(badges)) {
      const places = await this.leaderboards.places(tx, period, measure, memberIds);
      for (const { memberId, rank, score } of places) {
        const position = { rank, score, best: places[0]!.score };
        positions.set(memberId, { ...positions.get(memberId), [measure]: position });
      }
    }
    return positions;
  }
}

type Around = {
  readonly quotas: ReadonlyMap<string, bigint>;
  readonly positions: Positions;
};

const membersAtOnce = 500;

const factsOf = (
  memberIds: readonly string[],
  deals: ReadonlyMap<string, CreditedDeal[]>,
  { quotas, positions }: Around,
): Map<string, Facts> =>
  new Map(
    memberIds.map((memberId) => [
      memberId,
      {
        deals: deals.get(memberId) ?? [],
        quota: quotas.get(memberId),
        positions: positions.get(memberId) ?? {},
      },
    ]),
  );

const measuresIn = (badges: readonly Badge[]): Set<Measure> =>
  new Set(
    badges.flatMap(({ criteria }) => (criteria.kind === 'topOfBoard' ? criteria.measure : [])),
  );

/** Counting to ten takes ten deals; null when a badge looks at all of them. */
function mostDealsNeeded(badges: readonly Badge[]): number | null {
  const needed = badges.map(({ criteria }) =>
    criteria.kind === 'dealCount' ? criteria.atLeast : Infinity,
  );
  const most = Math.max(...needed);
  return most === Infinity ? null : most;
}

/** Deals of the last day needed all come along: which of them are first, their external ids decide. */
const creditedDeals = `
  with picked as materialized (
    select member.id as member_id, member.currency as own_currency, credit.*
    from member cross join lateral (
      select deal_id, amount, currency, credited_on from ${countedCredits} credit
      where payee_id = member.id and kind in ('direct', 'split')
        and credited_on >= $1 and credited_on < $2
      order by credited_on
      fetch first $4 rows with ties
    ) as credit
    where member.id = any($3)
  )
  select member_id as "memberId", json_agg(
    json_build_array(external_id, case when picked.currency = own_currency then picked.amount else 0 end::text)
    order by credited_on, external_id collate "C") as deals
  from picked join deal on deal.id = deal_id
  group by member_id`;
