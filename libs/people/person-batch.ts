import { memberFault } from './core/member.js';
import {
  personFault,
  placeOf,
  sameName,
  type PersonRow,
  type RowFault,
} from './core/person-row.js';
import type { Member } from './member.entity.js';
import type { MemberInput } from './member.input.js';
import type { MemberService } from './member.service.js';
import type { PersonRoster } from './person-roster.js';
import type { PersonTeams } from './person-teams.js';

/** Turns rows about people into members, managers and places in teams, one after the other. */
export class PersonBatch {
  /** Managers who were added because a row named them. */
  readonly introduced: { field: string; value: string }[] = [];

  constructor(
    private readonly roster: PersonRoster,
    private readonly teams: PersonTeams,
    private readonly members: MemberService,
  ) {}

  /** Why nothing of the row can be written; undefined when all of it can. */
  async fault(person: PersonRow): Promise<RowFault | undefined> {
    return (
      personFault(person) ??
      this.roster.ambiguity(person) ??
      changeFault(person, this.roster.subject(person)) ??
      (await this.leaderFault(person))
    );
  }

  /** Writes a row that has no fault; a row equal to what is there writes nothing. */
  async save(person: PersonRow): Promise<'created' | 'updated' | 'unchanged'> {
    const before = this.roster.subject(person);
    const member = before ? await this.change(person, before) : await this.add(person);
    const moved = await this.place(person, member);
    if (!before) return 'created';
    return moved || member !== before ? 'updated' : 'unchanged';
  }

  /** One person leads one team: more than one is a team of teams. */
  private async leaderFault(person: PersonRow): Promise<RowFault | undefined> {
    const manager = person.manager === null ? undefined : this.roster.find(person.manager);
    const team = manager && (await this.teams.ledBy(manager.id));
    const wanted = placeOf(person)?.ledByManager.name;
    if (!team || wanted === undefined || sameName(team.name, wanted)) return undefined;
    const reason = `${manager.name} leads the team “${team.name}” already. Put “${wanted}” below it instead.`;
    return { field: 'manager', code: 'ALREADY_LEADS', reason };
  }

  private async add({ name, email, role, hiredOn, leftOn, currency }: PersonRow): Promise<Member> {
    const usual = this.roster.isNamedManager(name) ? 'manager' : 'rep';
    const address = email ?? this.roster.inventEmail(name);
    return this.write({ name, email: address, role: role ?? usual, hiredOn, leftOn, currency });
  }

  private async change(person: PersonRow, before: Member): Promise<Member> {
    const { id, name } = before;
    const input = {
      email: person.email ?? before.email,
      role: person.role ?? before.role,
      hiredOn: person.hiredOn ?? before.hiredOn,
      leftOn: person.leftOn ?? before.leftOn,
      currency: person.currency ?? before.currency,
    };
    const fields = Object.keys(input) as (keyof typeof input)[];
    if (fields.every((field) => input[field] === before[field])) return before;
    return this.write({ id, name, ...input });
  }

  private async place(person: PersonRow, member: Member): Promise<boolean> {
    const place = placeOf(person);
    if (!place) return false;
    const manager = person.manager === null ? undefined : await this.manager(person.manager);
    const led = manager && (await this.teams.join(manager, place.ledByManager, 'manager'));
    const joined = await this.teams.join(member, place.team, place.position);
    return joined || Boolean(led);
  }

  private async manager(text: string): Promise<Member> {
    const known = this.roster.find(text);
    if (known) return known;
    this.introduced.push({ field: 'manager', value: text });
    const email = isAddress(text) ? text : this.roster.inventEmail(text);
    return this.write({ name: text, email, role: 'manager' });
  }

  private async write(input: MemberInput): Promise<Member> {
    const member = await this.members.save(input);
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

const isAddress = (text: string): boolean => text.includes('@');
