import type { Day } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';

/** Somebody who leads or led a member, and when: a manager of their team, or of one above it. */
export type Lead = { readonly id: string; readonly from: Day; readonly to: Day | null };

/** Everybody who ever led a member; who has left the organisation leads nobody since. */
export const leadsOf = (tx: EntityManager, memberId: string): Promise<Lead[]> =>
  tx.query(
    `with recursive above as (
       select from_day, to_day, case position when 'member' then team.id else team.parent_id end as team_id
       from membership join team on team.id = team_id where member_id = $1
       union
       select from_day, to_day, team.parent_id from above join team on team.id = team_id)
     select lead.member_id as id, greatest(lead.from_day, above.from_day) as "from",
       least(lead.to_day, above.to_day, left_on) as "to"
     from above join membership lead using (team_id) join member on member.id = lead.member_id
     where lead.position = 'manager' and lead.member_id <> $1
       and greatest(lead.from_day, above.from_day)
         < coalesce(least(lead.to_day, above.to_day, left_on), 'infinity')`,
    [memberId],
  );
