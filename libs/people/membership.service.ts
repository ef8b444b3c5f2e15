import { ask, Database, Outbox, Problem } from '@laurel/shared';
import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { moved, spansBefore, type Place, type Span } from './core/membership.js';
import { teamTree, type MemberSpan, type TeamNode, type TeamTree } from './core/team-tree.js';
import { Member } from './member.entity.js';
import { MemberLoader } from './member.loader.js';
import { Membership } from './membership.entity.js';
import { Team } from './team.entity.js';
import { TeamLoader } from './team.loader.js';

/** Before every day there is. */
const always = '0001-01-01';

/** Who is in which team from when to when. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly database: Database,
    private readonly members: MemberLoader,
    private readonly outbox: Outbox,
    private readonly teams: TeamLoader,
  ) {}

  /** Ends the member's present place on a day and begins the new one; no place leaves every team. */
  move(memberId: string, place: Place | null, from: Day): Promise<Member> {
    return this.database.transaction(async (tx) => {
      const member = await tx.findOne(Member, {
        where: { id: memberId },
        lock: { mode: 'for_no_key_update' },
      });
      if (!member)
        throw new Problem('NOT_FOUND', 'There is no such person here.', { id: memberId });
      if (place) await assertMayJoin(tx, member, place.teamId, from);
      await this.replace(tx, memberId, from, (spans) => stayed(moved(spans, place, from), member));
      return member;
    });
  }

  /** Ends the member's places on a day, when they leave. */
  end(tx: EntityManager, memberId: string, day: Day): Promise<void> {
    return this.replace(tx, memberId, day, (spans) => spansBefore(spans, day));
  }

  /** The whole tree with every membership ever held, for questions about any day. */
  async tree(tx: EntityManager): Promise<TeamTree> {
    const [teams, spans] = [await tx.find(Team), await tx.find(Membership)];
    return teamTree(teams, spans);
  }

  /** The part of the tree that says who is above these members, on any day. */
  treeAbove(tx: EntityManager, memberIds: readonly string[]): Promise<TeamTree> {
    return this.treeAboveThose(tx, `select unnest($1::uuid[])`, memberIds);
  }

  /** The same of members who are still to be looked up: by a select of their ids, which the given ids are known to. */
  async treeAboveThose(
    tx: EntityManager,
    members: string,
    ids: readonly string[],
  ): Promise<TeamTree> {
    const [above] = await ask<{ teams: TeamNode[]; spans: MemberSpan[] }>(
      tx,
      placesAbove(members),
      [ids],
    );
    return teamTree(above!.teams, above!.spans);
  }

  /** Tells that whoever was in these teams, or below them, on or after a day may have other managers now. */
  async changed(tx: EntityManager, teamIds: string[], from: Day = always): Promise<void> {
    if (!teamIds.length) return;
    const tree = teamTree(await tx.find(Team), []);
    const below = teamIds.flatMap((id) => [...tree.withTeamsBelow(id)]);
    const rows: { memberId: string; from: Day }[] = await tx.query(
      `select member_id as "memberId", greatest(min(from_day), $2::date) as "from" from membership
       where team_id = any($1) and (to_day is null or to_day > $2) group by member_id`,
      [below, from],
    );
    await this.outbox.emitAll(tx, 'membership.changed', rows);
  }

  private async replace(
    tx: EntityManager,
    memberId: string,
    from: Day,
    change: (spans: Membership[]) => (Membership | Span)[],
  ): Promise<void> {
    const before = await tx.find(Membership, { where: { memberId }, order: { from: 'ASC' } });
    const after = change(before);
    if (!(await store(tx, memberId, before, after))) return;
    await this.outbox.emit(tx, 'membership.changed', { memberId, from });
    await this.outbox.emit(tx, 'plan.assign', { why: 'team' });
    const led = [...before, ...after].filter(
      ({ position, to }) => position === 'manager' && (to === null || to > from),
    );
    await this.changed(
      tx,
      led.map(({ teamId }) => teamId),
      from,
    );
    this.members.forget();
    this.teams.forget();
  }
}

/** Places end with the stay, also with one that is known to end later. */
const stayed = <S extends Span>(spans: S[], { leftOn }: Member): S[] =>
  leftOn === null ? spans : spansBefore(spans, leftOn);

/** Writes the differences only; answers whether there were any. */
async function store(
  tx: EntityManager,
  memberId: string,
  before: Membership[],
  after: (Membership | Span)[],
): Promise<boolean> {
  const kept = new Map(
    after.flatMap((span) => ('id' in span ? [[span.id, span.to] as const] : [])),
  );
  const removed = before.filter(({ id }) => !kept.has(id));
  const ended = before.filter(({ id, to }) => kept.has(id) && kept.get(id) !== to);
  const added = after.filter((span) => !('id' in span));
  for (const { id } of removed) await tx.delete(Membership, { id });
  for (const { id } of ended) await tx.update(Membership, { id }, { to: kept.get(id) ?? null });
  for (const span of added) await tx.insert(Membership, { ...span, memberId });
  return removed.length + ended.length + added.length > 0;
}

async function assertMayJoin(
  tx: EntityManager,
  { leftOn }: Member,
  teamId: string,
  from: Day,
): Promise<void> {
  if (!(await tx.findOneBy(Team, { id: teamId })))
    throw new Problem('NOT_FOUND', 'There is no such team here.', { id: teamId });
  if (leftOn !== null && from >= leftOn)
    throw new Problem(
      'HAS_LEFT',
      `This person leaves on ${leftOn} and cannot join a team after that.`,
      {
        field: 'from',
      },
    );
}

/** The members' places, the teams of these with all above them, and who ever led one. */
const placesAbove = (members: string) => `
  with recursive asked as (${members}),
  place as (
    select team_id, member_id, position, from_day, to_day from membership
    where member_id = any(array(select * from asked))
  ), above as (
    select id, parent_id from team where id = any(array(select team_id from place))
    union
    select team.id, team.parent_id from team join above on team.id = above.parent_id
  ), span as (
    select * from place
    union
    select team_id, member_id, position, from_day, to_day from membership
    where position = 'manager' and team_id = any(array(select id from above))
  )
  select
    (select coalesce(json_agg(json_build_object('id', id, 'parentId', parent_id)), '[]') from above) as teams,
    (select coalesce(json_agg(json_build_object('teamId', team_id, 'memberId', member_id, 'position', position,
       'from', from_day, 'to', to_day)), '[]') from span) as spans`;
