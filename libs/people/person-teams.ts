import type { Day } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { spanOn, type Position } from './core/membership.js';
import { nameKey } from './core/name.js';
import type { NamedTeam } from './core/person-row.js';
import { teamTree } from './core/team-tree.js';
import { Membership } from './membership.entity.js';
import type { Member } from './member.entity.js';
import type { MembershipService } from './membership.service.js';
import { Team } from './team.entity.js';
import type { TeamService } from './team.service.js';

/** For people of whom the file does not say when they came: before any deal. */
const longAgo = '1900-01-01';

/** Puts the people of a file into teams, adding teams by name. */
export class PersonTeams {
  constructor(
    private readonly tx: EntityManager,
    private readonly teamService: TeamService,
    private readonly memberships: MembershipService,
  ) {}

  /** The team that somebody leads today, if any. */
  async ledBy(memberId: string): Promise<Team | undefined> {
    const { current } = await this.placeToday(memberId);
    if (current?.position !== 'manager') return undefined;
    return this.tx.findOneByOrFail(Team, { id: current.teamId });
  }

  /** Moves somebody to a team unless they are there, or lead a team below it; answers whether they moved. */
  async join(member: Member, named: NamedTeam, position: Position): Promise<boolean> {
    const team = await this.ensure(named);
    const { current, known, today } = await this.placeToday(member.id);
    if (current && (await this.isThere(current, team.id, position))) return false;
    const from = known ? today : (member.hiredOn ?? longAgo);
    if (member.leftOn !== null && from >= member.leftOn) return false;
    await this.memberships.move(member.id, { teamId: team.id, position }, from);
    return true;
  }

  private async isThere(current: Membership, teamId: string, position: Position): Promise<boolean> {
    if (current.teamId === teamId && current.position === position) return true;
    if (current.position !== 'manager' || position === 'manager') return false;
    return teamTree(await this.tx.find(Team), [])
      .withTeamsBelow(teamId)
      .has(current.teamId);
  }

  private async placeToday(memberId: string) {
    const spans = await this.tx.findBy(Membership, { memberId });
    const [{ today }]: [{ today: Day }] = await this.tx.query(`select today() as today`);
    return { current: spanOn(spans, today), known: spans.length > 0, today };
  }

  private async ensure({ name, parent }: NamedTeam): Promise<Team> {
    const [known] = await this.tx.query(`select id from team where lower(name) = $1`, [
      nameKey(name),
    ]);
    if (known) return this.tx.findOneByOrFail(Team, { id: known.id });
    const above = parent === null ? null : await this.ensure({ name: parent, parent: null });
    return this.teamService.save({ name, parentId: above?.id ?? null });
  }
}
