import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Position } from './core/membership.js';
import { teamTree } from './core/team-tree.js';
import { Loader, keyedBy, listedBy } from './loader.js';
import { Membership } from './membership.entity.js';
import { Team } from './team.entity.js';

const today = `membership.from <= today() and (membership.to is null or membership.to > today())`;

/** Teams and places for nested fields: one statement for all of a request. */
@Injectable()
export class TeamLoader {
  private readonly teams = new Loader((ids) => this.findTeams(ids));
  private readonly histories = new Loader((memberIds) => this.findHistories(memberIds));
  private readonly places = new Loader((memberIds) => this.findPlaces(memberIds));
  private readonly people = new Loader((teamIds) => this.findPeople(teamIds));
  private readonly superiors = new Loader((memberIds) => this.findManagers(memberIds));

  constructor(private readonly database: Database) {}

  team(id: string): Promise<Team | undefined> {
    return this.teams.load(id);
  }

  /** The team a member is in today. */
  async teamOf(memberId: string): Promise<Team | undefined> {
    const place = await this.places.load(memberId);
    return place && this.teams.load(place.teamId);
  }

  /** The id of the nearest manager above a member today. */
  managerOf(memberId: string): Promise<string | undefined> {
    return this.superiors.load(memberId);
  }

  /** Every place a member has held, oldest first. */
  async historyOf(memberId: string): Promise<Membership[]> {
    return (await this.histories.load(memberId)) ?? [];
  }

  /** Ids of those who hold a position in a team today. */
  async peopleOf(teamId: string, position: Position): Promise<string[]> {
    const places = (await this.people.load(teamId)) ?? [];
    return places.filter((place) => place.position === position).map(({ memberId }) => memberId);
  }

  /** Forgets what this request has read: call it after a change. */
  forget(): void {
    for (const loader of [this.teams, this.histories, this.places, this.people, this.superiors])
      loader.forget();
  }

  private async findTeams(ids: string[]): Promise<Map<string, Team>> {
    const teams = await this.database.transaction((tx) => tx.findBy(Team, { id: In(ids) }));
    return keyedBy(teams, ({ id }) => id);
  }

  private async findHistories(memberIds: string[]): Promise<Map<string, Membership[]>> {
    const rows = await this.database.transaction((tx) =>
      tx.find(Membership, { where: { memberId: In(memberIds) }, order: { from: 'ASC' } }),
    );
    return listedBy(memberIds, rows, ({ memberId }) => memberId);
  }

  private async findPlaces(memberIds: string[]): Promise<Map<string, Membership>> {
    const rows = await this.placesToday('membership.memberId in (:...keys)', memberIds);
    return keyedBy(rows, ({ memberId }) => memberId);
  }

  private async findPeople(teamIds: string[]): Promise<Map<string, Membership[]>> {
    const rows = await this.placesToday('membership.teamId in (:...keys)', teamIds);
    return listedBy(teamIds, rows, ({ teamId }) => teamId);
  }

  private async findManagers(memberIds: string[]): Promise<Map<string, string>> {
    const [teams, places, [{ day }]] = await this.database.transaction(async (tx) => [
      await tx.find(Team),
      await this.placesToday(
        `(membership.position = 'manager' or membership.memberId in (:...keys))`,
        memberIds,
      ),
      (await tx.query(`select today() as day`)) as [{ day: string }],
    ]);
    const tree = teamTree(teams, places);
    const nearest = memberIds.map((id) => [id, tree.managersOf(id, day)[0]?.memberId] as const);
    return new Map(nearest.filter((pair): pair is [string, string] => pair[1] !== undefined));
  }

  private placesToday(where: string, keys: string[]): Promise<Membership[]> {
    return this.database.transaction((tx) =>
      tx
        .createQueryBuilder(Membership, 'membership')
        .where(where, { keys })
        .andWhere(today)
        .getMany(),
    );
  }
}
