import { placeOf, sameName } from './core/person-row.js';
import type { NamedPlace, PersonRow, RowFault } from './core/person-row.js';
import type { Member } from './member.entity.js';
import type { PersonRoster } from './person-roster.js';
import type { PersonTeams } from './person-teams.js';

/** Reads from the rows of a file, and from what is there, who leads which team. */
export class PersonPlaces {
  constructor(
    private readonly roster: PersonRoster,
    private readonly teams: PersonTeams,
  ) {}

  /** Where a row puts its person; null when it says nothing of that. */
  of(person: PersonRow): NamedPlace | null {
    const { manager, region } = person;
    if (manager === null)
      return placeOf(person, {
        ownTeam: this.ownTeam(person),
        managersTeam: null,
        aboveManagersTeam: null,
      });
    const row = this.roster.rowOf(manager);
    const above = row?.manager == null ? (row ?? person).region : this.teamLedBy(row.manager);
    return placeOf(person, {
      ownTeam: this.ownTeam(person),
      managersTeam: this.teamLedBy(manager),
      aboveManagersTeam: above ?? region,
    });
  }

  /** The name of the team that somebody leads, or will by this file. */
  private teamLedBy(text: string): string {
    const member = this.roster.find(text);
    const led = member && this.teams.ledBy(member.id);
    return led ?? this.roster.rowOf(text)?.team ?? member?.name ?? text;
  }

  /** The manager a row names, if they are known already. */
  managerOf({ manager }: PersonRow): Member | undefined {
    return manager === null ? undefined : this.roster.find(manager);
  }

  /** The team that the row, or another one of the file, says this person leads. */
  private ownTeam(person: PersonRow): string | null {
    const { name, email, role, team } = person;
    const named = [name, email].some((text) => text !== null && this.roster.isNamedManager(text));
    if (!named && (role !== 'manager' || team === null)) return null;
    const member = this.roster.subject(person);
    return team ?? (member && this.teams.ledBy(member.id)) ?? name;
  }

  /** Why a place cannot be given. */
  fault(person: PersonRow): RowFault | undefined {
    const place = this.of(person);
    const manager = this.managerOf(person);
    const led = manager && this.teams.ledBy(manager.id);
    const wanted = place?.ledByManager?.name;
    if (led !== undefined && wanted !== undefined && !sameName(led, wanted))
      return {
        field: 'manager',
        code: 'ALREADY_LEADS',
        reason: `${manager!.name} leads the team “${led}” already. Put “${wanted}” below it instead.`,
      };
    if (place && this.teams.makesCircle(place.team))
      return {
        field: 'manager',
        code: 'TEAM_CIRCLE',
        reason: `The team “${place.team.name}” would stand below itself.`,
      };
    return undefined;
  }
}
