import type { Actor } from '@laurel/shared';
import type { EntityManager } from 'typeorm';

/** What a secret opened: whose it is. */
export type Door = { organization_id: string; member_id: string };

/** The member, unless they have left, and everybody below them in the team tree; as of today. */
const actorQuery = `
  with recursive today as materialized (select today() as day),
  place as (
    select team_id, member_id, position from membership, today
    where from_day <= day and (to_day is null or to_day > day)),
  led as (select team_id as id from place where member_id = $1 and position = 'manager'),
  below as (
    select team.id from team join led on team.parent_id = led.id
    union
    select team.id from team join below on team.parent_id = below.id)
  select organization_id as "organizationId", member.id as "memberId", role, hr,
    coalesce(member.locale, organization.locale) as locale, organization.time_zone as "timeZone",
    organization.currency,
    array(
      select distinct member_id from place
      where member_id <> $1 and (team_id in (select id from below)
        or (position = 'member' and team_id in (select id from led)))
    ) as "reportIds"
  from member join organization using (organization_id), today
  where member.id = $1 and (left_on is null or left_on > day)`;

/** Who acts behind a door that was opened by its secret; from here on the transaction is theirs. */
export async function actorBehind(tx: EntityManager, door: Door): Promise<Actor | undefined> {
  await tx.query(`select set_config('app.organization_id', $1, true)`, [door.organization_id]);
  const [row]: (Omit<Actor, 'reportIds'> & { reportIds: string[] })[] = await tx.query(actorQuery, [
    door.member_id,
  ]);
  return row && { ...row, reportIds: new Set(row.reportIds) };
}
