import { roles, type Day, type ParsedRow, type Role } from '@laurel/shared/core';
import { isEmail, normaliseEmail } from './email.js';
import type { Position } from './membership.js';
import { isName, nameKey, trimmedName } from './name.js';

/** One person of a file; null where it says nothing. */
export type PersonRow = {
  readonly row: number;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role | null;
  readonly manager: string | null;
  readonly team: string | null;
  readonly region: string | null;
  readonly hiredOn: Day | null;
  readonly leftOn: Day | null;
  readonly currency: string | null;
};
export type RowFault = { readonly field: string; readonly code: string; readonly reason: string };

/** The person a row describes; check it with `personFault` before use. */
export function readPerson({ row, values }: ParsedRow): PersonRow {
  const text = (field: string) =>
    values[field] == null ? null : trimmedName(String(values[field]));
  const email = text('email');
  return {
    row,
    name: text('name') ?? '',
    email: email === null ? null : normaliseEmail(email),
    role: (text('role')?.toLowerCase() ?? null) as Role | null,
    manager: text('manager'),
    team: text('team'),
    region: text('region'),
    hiredOn: text('hired'),
    leftOn: text('left'),
    currency: text('currency'),
  };
}

/** What is wrong with a row in itself; undefined when nothing is. */
export function personFault(person: PersonRow): RowFault | undefined {
  const { name, email, role, manager } = person;
  for (const field of ['name', 'manager', 'team', 'region'] as const)
    if (person[field] !== null && !isName(person[field]))
      return fault(field, 'BAD_VALUE', 'A name has 1 to 200 characters that can be shown.');
  if (email !== null && !isEmail(email))
    return fault('email', 'BAD_VALUE', `“${email}” is not an e-mail address.`);
  if (manager !== null && manager.includes('@') && !isEmail(normaliseEmail(manager)))
    return fault('manager', 'BAD_VALUE', `“${manager}” is not an e-mail address.`);
  if (role !== null && !roles.includes(role))
    return fault('role', 'UNKNOWN_ROLE', `“${role}” is not one of: ${roles.join(', ')}.`);
  if (manager !== null && [name, email].some((own) => own !== null && sameName(own, manager)))
    return fault('manager', 'OWN_MANAGER', 'Nobody is their own manager.');
  return undefined;
}

/** A team of a file and, where it names one, the team above. */
export type NamedTeam = { readonly name: string; readonly parent: string | null };
/** Where a row puts its person, and which team it says the manager leads. */
export type NamedPlace = {
  readonly team: NamedTeam;
  readonly position: Position;
  readonly ledByManager: NamedTeam | null;
};
/** What is known beside the row: the team the person leads, their manager's, and what that one stands below. */
export type Leading = {
  readonly ownTeam: string | null;
  readonly managersTeam: string | null;
  readonly aboveManagersTeam: string | null;
};

/**
 * Without a team of their own people stand in their manager's, and it stands below the region.
 * Whoever leads a team stands there, and it stands below that of their own manager.
 */
export function placeOf({ team, region }: PersonRow, leading: Leading): NamedPlace | null {
  const { ownTeam, managersTeam, aboveManagersTeam } = leading;
  const parent = managersTeam === null ? region : aboveManagersTeam;
  const led = (name: string) => (managersTeam === null ? null : below(name, parent));
  if (ownTeam !== null)
    return {
      team: below(ownTeam, managersTeam ?? region),
      position: 'manager',
      ledByManager: managersTeam === null ? null : led(managersTeam),
    };
  const name = team ?? managersTeam ?? region;
  if (name === null) return null;
  return { team: below(name, parent), position: 'member', ledByManager: led(name) };
}

const below = (name: string, parent: string | null): NamedTeam => ({
  name,
  parent: parent === null || sameName(parent, name) ? null : parent,
});

/** Two spellings of one name? */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);

const fault = (field: string, code: string, reason: string): RowFault => ({ field, code, reason });
