import type { Day } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { tenureOn, tenures, type Attributes, type Group } from './core/index.js';

/** Somebody as a wave freezes them. */
export type Person = Attributes & {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly timeZone: string;
};
type Row = Omit<Person, 'tenure'> & { hiredOn: Day | null };

/** Everybody who is there on a day, with what they are cut by. */
export async function peopleOn(tx: EntityManager, day: Day): Promise<Person[]> {
  const rows: Row[] = await tx.query(
    `select member.id, member.name, email, role, region, hired_on as "hiredOn", team_id as team,
       coalesce(member.locale, organization.locale) as locale,
       coalesce(member.time_zone, organization.time_zone) as "timeZone"
     from member join organization using (organization_id)
     left join membership on member_id = member.id and from_day <= $1 and (to_day is null or to_day > $1)
     where coalesce(hired_on <= $1, true) and coalesce(left_on > $1, true)
     order by member.id`,
    [day],
  );
  return rows.map(({ hiredOn, ...row }) => ({ ...row, tenure: tenureOn(hiredOn, day) }));
}

export type TeamRow = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
};

export const allTeams = (tx: EntityManager): Promise<TeamRow[]> =>
  tx.query(`select id, name, parent_id as "parentId" from team order by name, id`);

/** Teams and all below them. */
export function withTeamsBelow(teams: readonly TeamRow[], ids: readonly string[]): Set<string> {
  const found = new Set(ids);
  for (const id of found) for (const team of teams) if (team.parentId === id) found.add(team.id);
  return found;
}

/** The groups that somebody stands in, by their smallest of each dimension. */
export const groupsOf = ({ team, role, region, tenure }: Attributes): string[] => [
  team ? `team:${team}` : 'all',
  `role:${role}`,
  ...(region ? [`region:${region}`] : []),
  ...(tenure ? [`tenure:${tenure}`] : []),
];

/** Every group of the people asked, parents first, in the order in which their figures are preferred. */
export function waveGroups(teams: readonly TeamRow[], people: readonly Person[]): Group[] {
  const held = heldTeams(teams, people);
  const flat = (dimension: 'role' | 'region' | 'tenure', names: readonly string[]): Group[] =>
    names.map((name) => ({ id: `${dimension}:${name}`, dimension, name, parent: 'all' }));
  const found = <T extends string>(of: (person: Person) => T | null) =>
    [...new Set(people.map(of).filter((value) => value !== null))].sort();
  const tenuresFound = found(({ tenure }) => tenure);
  return [
    { id: 'all', dimension: 'all', name: 'all', parent: null },
    ...teamGroups(teams, held),
    ...flat(
      'role',
      found(({ role }) => role),
    ),
    ...flat(
      'region',
      found(({ region }) => region),
    ),
    ...flat(
      'tenure',
      tenures.filter((tenure) => tenuresFound.includes(tenure)),
    ),
  ];
}

/** Teams with somebody in them or below, and those above them. */
function heldTeams(teams: readonly TeamRow[], people: readonly Person[]): Set<string> {
  const parents = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const held = new Set<string>();
  for (const { team } of people)
    for (let id: string | null | undefined = team; id && !held.has(id); id = parents.get(id))
      held.add(id);
  return held;
}

function teamGroups(teams: readonly TeamRow[], held: ReadonlySet<string>): Group[] {
  const below = (parentId: string | null): Group[] =>
    teams
      .filter((team) => held.has(team.id) && team.parentId === parentId)
      .flatMap(({ id, name }) => [
        {
          id: `team:${id}`,
          dimension: 'team' as const,
          name,
          parent: parentId ? `team:${parentId}` : 'all',
        },
        ...below(id),
      ]);
  return below(null);
}
