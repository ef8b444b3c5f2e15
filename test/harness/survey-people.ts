import type { Laurel } from './laurel.js';
import type { Random } from './random.js';

export type Team = { readonly id: string; readonly parent: string | null };
export type NewPerson = {
  readonly role: 'rep' | 'manager' | 'finance';
  readonly team: Team | null;
  readonly leads?: boolean;
  readonly region?: string | null;
  readonly hiredOn?: string | null;
  readonly hr?: boolean;
};

/** Divisions with teams below them, in no order; thousands of people are too many to come one by one. */
export async function addTeams(
  laurel: Laurel,
  organizationId: string,
  random: Random,
): Promise<Team[]> {
  const add = (names: string[], parent: string | null) =>
    laurel.sql<Team>(
      `insert into team (organization_id, name, parent_id) select $1, name, $3 from unnest($2::text[]) as name
       returning id, parent_id as parent`,
      [organizationId, names, parent],
    );
  const names = (word: string, count: number) => Array.from({ length: count }, (_, i) => word + i);
  const divisions = await add(names('Division ', 2 + random.below(2)), null);
  const below: Team[] = [];
  for (const [i, { id }] of divisions.entries())
    below.push(...(await add(names(`Team ${i}.`, 2 + random.below(4)), id)));
  return random.shuffled([...divisions, ...below]);
}

let last = 0;

/** The answer is their ids, in the given order. */
export async function addPeople(
  laurel: Laurel,
  organizationId: string,
  people: readonly NewPerson[],
): Promise<string[]> {
  const rows = people.map(({ team, ...person }) => ({
    ...person,
    number: (last += 1),
    team: team?.id,
  }));
  const added = await laurel.sql<{ id: string; number: number }>(
    `with given as (
       select * from jsonb_to_recordset($2::jsonb) as given
         (number int, role text, team uuid, leads boolean, region text, "hiredOn" date, hr boolean)),
     added as (
       insert into member (organization_id, name, email, role, currency, region, hired_on, hr)
       select $1, 'Person ' || number, 'person' || number || '@crowd.example', role, 'EUR', region, "hiredOn", coalesce(hr, false)
       from given returning id, email),
     placed as (
       insert into membership (organization_id, team_id, member_id, position, from_day)
       select $1, team, id, case when leads then 'manager' else 'member' end, '2015-01-01'
       from added join given on email = 'person' || number || '@crowd.example' where team is not null)
     select id, substring(email from '\\d+')::int as number from added`,
    [organizationId, JSON.stringify(rows)],
  );
  const ids = new Map(added.map(({ number, id }) => [number, id]));
  return rows.map(({ number }) => ids.get(number)!);
}

/** A few join, a few leave and a few go to another team; whoever is named stays. */
export async function stir(
  laurel: Laurel,
  organizationId: string,
  { teams, staying, few }: { teams: readonly Team[]; staying: readonly string[]; few: number },
): Promise<void> {
  const chosen = `select member.id from member join membership on member_id = member.id
    where member.organization_id = $1 and left_on is null and member.id <> all ($2)
    order by gen_random_uuid() limit $3`;
  const values = [organizationId, staying, few];
  await laurel.sql(
    `update member set left_on = current_date where id in (${chosen}) and organization_id = $1`,
    values,
  );
  await laurel.sql(
    `update membership set team_id = (array_remove($4::uuid[], team_id))[1] where member_id in (${chosen})`,
    [...values, teams.map(({ id }) => id)],
  );
}
