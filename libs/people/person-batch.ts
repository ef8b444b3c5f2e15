import { normaliseEmail } from './core/email.js';
import { memberFault } from './core/member.js';
import { personFault } from './core/person-row.js';
import type { NamedPlace, PersonRow, RowFault } from './core/person-row.js';
import type { Member } from './member.entity.js';
import type { MemberInput } from './member.input.js';
import type { MemberService } from './member.service.js';
import type { MembershipService } from './membership.service.js';
import { PersonPlaces } from './person-places.js';
import type { PersonRoster } from './person-roster.js';
import type { PersonTeams } from './person-teams.js';
import type { TeamService } from './team.service.js';

type Services = { members: MemberService; memberships: MembershipService; teams: TeamService };

/** Turns rows about people into members, managers and places in teams; `settle` writes the newcomers. */
export class PersonBatch {
  /** Managers who were added because a row named them. */
  readonly introduced: { field: string; value: string }[] = [];
  private readonly newcomers: Member[] = [];
  private readonly places: PersonPlaces;

  constructor(
    private readonly roster: PersonRoster,
    private readonly teams: PersonTeams,
    private readonly services: Services,
    private readonly currency: string,
  ) {
    this.places = new PersonPlaces(roster, teams);
  }

  /** Why nothing of the row can be written; undefined when all of it can. */
  fault(person: PersonRow): RowFault | undefined {
    return (
      personFault(person) ??
      this.roster.ambiguity(person) ??
      changeFault(person, this.roster.subject(person)) ??
      this.places.fault(person)
    );
  }

  /** Takes a row that has no fault; one equal to what is there changes nothing. */
  async save(person: PersonRow): Promise<'created' | 'updated' | 'unchanged'> {
    const place = this.places.of(person);
    const before = this.roster.subject(person);
    const member = before ? await this.change(person, before) : this.add(person);
    const moved = place !== null && (await this.place(person, member, place));
    if (!before || this.introduced.some(({ value }) => this.roster.find(value) === before))
      return 'created';
    return moved || member !== before ? 'updated' : 'unchanged';
  }

  async settle(): Promise<void> {
    await this.services.members.addAll(this.newcomers);
    await this.teams.settle(this.services.memberships);
  }

  private add({ name, email, role, hiredOn, leftOn, currency }: PersonRow): Member {
    const usual = this.roster.isNamedManager(name) ? 'manager' : 'rep';
    const address = email ?? this.roster.inventEmail(name);
    return this.arrive({ name, email: address, role: role ?? usual, hiredOn, leftOn, currency });
  }

  private async change(person: PersonRow, before: Member): Promise<Member> {
    const given = {
      email: person.email ?? before.email,
      role: person.role ?? before.role,
      hiredOn: person.hiredOn ?? before.hiredOn,
      leftOn: person.leftOn ?? before.leftOn,
      currency: person.currency ?? before.currency,
    };
    const fields = Object.keys(given) as (keyof typeof given)[];
    if (fields.every((field) => given[field] === before[field])) return before;
    const newcomer = this.newcomers.find(({ id }) => id === before.id);
    const { id, name } = before;
    const after = newcomer
      ? Object.assign(newcomer, given)
      : await this.services.members.save({ id, name, ...given });
    this.roster.remember(after);
    return after;
  }

  private async place(person: PersonRow, member: Member, place: NamedPlace): Promise<boolean> {
    const { memberships, teams } = this.services;
    let led = false;
    if (person.manager !== null && place.ledByManager) {
      const manager = this.places.managerOf(person) ?? this.introduce(person.manager);
      const team = await this.teams.ensure(place.ledByManager, teams);
      led = await this.teams.join(manager, team, 'manager', memberships);
    }
    const team = await this.teams.ensure(place.team, teams);
    return (await this.teams.join(member, team, place.position, memberships)) || led;
  }

  private introduce(text: string): Member {
    this.introduced.push({ field: 'manager', value: text });
    const email = text.includes('@') ? normaliseEmail(text) : this.roster.inventEmail(text);
    return this.arrive({ name: text, email, role: 'manager' });
  }

  private arrive(input: MemberInput): Member {
    const member = this.services.members.newcomer(input, this.currency);
    this.newcomers.push(member);
    this.roster.remember(member);
    return member;
  }
}

/** What a file may not do to somebody who is there already. */
function changeFault(person: PersonRow, before: Member | undefined): RowFault | undefined {
  const role = person.role ?? before?.role;
  if (before?.role === 'admin' && (role !== 'admin' || person.leftOn !== null))
    return {
      field: 'name',
      code: 'ADMIN_KEPT',
      reason: 'This person is an administrator: change that by hand, not by a file.',
    };
  const fault = memberFault({
    hiredOn: person.hiredOn ?? before?.hiredOn ?? null,
    leftOn: person.leftOn ?? before?.leftOn ?? null,
    currency: person.currency ?? before?.currency ?? 'EUR',
    locale: null,
  });
  return fault && { field: 'left', code: 'BAD_VALUE', reason: fault.reason };
}
