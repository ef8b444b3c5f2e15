import { groupBy, type Day } from '@laurel/shared/core';
import { In, type EntityManager } from 'typeorm';
import { spanOn, type Span } from './core/membership.js';
import type { Position } from './core/membership.js';
import { nameKey } from './core/name.js';
import type { NamedTeam } from './core/person-row.js';
import { makesCycle, teamTree } from './core/team-tree.js';
import type { Member } from './member.entity.js';
import { Membership } from './membership.entity.js';
import type { MembershipService } from './membership.service.js';
import { Team } from './team.entity.js';
import type { TeamService } from './team.service.js';

/** For people of whom the file does not say when they came: before any deal. */
const longAgo = '1900-01-01';

/** Teams and places while a file is read: newcomers' places are kept here until `settle`. */
export class PersonTeams {
  private readonly arrivals = new Map<string, Span>();

  private constructor(
    private readonly tx: EntityManager,
    private readonly teams: Map<string, Team>,
    private readonly histories: Map<string, Membership[]>,
    private readonly today: Day,
  ) {}

  static async load(tx: EntityManager, memberIds: string[]): Promise<PersonTeams> {
    const teams = await tx.find(Team);
    const spans = await tx.findBy(Membership, { memberId: In(memberIds) });
    const [{ today }]: [{ today: Day }] = await tx.query(`select today() as today`);
    return new PersonTeams(
      tx,
      new Map(teams.map((team) => [nameKey(team.name), team])),
      groupBy(spans, ({ memberId }) => memberId),
      today,
    );
  }

  /** The name of the team that somebody leads today, if any. */
  ledBy(memberId: string): string | undefined {
    const place = this.placeOf(memberId);
    if (place?.position !== 'manager') return undefined;
    return [...this.teams.values()].find(({ id }) => id === place.teamId)?.name;
  }

  /** Would the team stand below itself? */
  makesCircle({ name, parent }: NamedTeam): boolean {
    const team = this.teams.get(nameKey(name));
    const above = parent === null ? undefined : this.teams.get(nameKey(parent));
    if (!team || !above || team.parentId !== null) return false;
    return makesCycle([...this.teams.values()], team.id, above.id);
  }

  /** The team of this name, added where missing; one that stands alone is put below its parent. */
  async ensure({ name, parent }: NamedTeam, service: TeamService): Promise<Team> {
    const above: Team | null =
      parent === null ? null : await this.ensure({ name: parent, parent: null }, service);
    const known = this.teams.get(nameKey(name));
    if (known && (known.parentId !== null || above === null)) return known;
    const parentId = above?.id ?? null;
    const team = await service.save({
      name: known?.name ?? name,
      parentId,
      ...(known && { id: known.id }),
    });
    this.teams.set(nameKey(name), team);
    return team;
  }

  /** Moves somebody to a team unless they are there, or lead a team below it; answers whether they moved. */
  async join(
    member: Member,
    team: Team,
    position: Position,
    service: MembershipService,
  ): Promise<boolean> {
    const place = this.placeOf(member.id);
    if (place && this.isThere(place, team.id, position)) return false;
    const known = this.histories.has(member.id);
    const from = known ? this.today : (member.hiredOn ?? longAgo);
    if (member.leftOn !== null && from >= member.leftOn) return false;
    const span: Span = { teamId: team.id, position, from, to: member.leftOn };
    if (!known) this.arrivals.set(member.id, span);
    else await this.move(member.id, span, service);
    return true;
  }

  /** Writes the places of newcomers; who stands below a new manager has other credits now. */
  async settle(service: MembershipService): Promise<void> {
    const spans = [...this.arrivals].map(([memberId, span]) => ({ memberId, ...span }));
    if (spans.length) await this.tx.insert(Membership, spans);
    const led = spans.filter(({ position }) => position === 'manager');
    await service.changed(
      this.tx,
      led.map(({ teamId }) => teamId),
    );
  }

  private async move(memberId: string, span: Span, service: MembershipService): Promise<void> {
    await service.move(memberId, span, span.from);
    this.histories.set(memberId, await this.tx.findBy(Membership, { memberId }));
  }

  private placeOf(memberId: string): Span | undefined {
    return this.arrivals.get(memberId) ?? spanOn(this.histories.get(memberId) ?? [], this.today);
  }

  private isThere(place: Span, teamId: string, position: Position): boolean {
    if (place.teamId === teamId && place.position === position) return true;
    if (place.position !== 'manager' || position === 'manager') return false;
    return teamTree([...this.teams.values()], [])
      .withTeamsBelow(teamId)
      .has(place.teamId);
  }
}
