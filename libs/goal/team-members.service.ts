import type { Day } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A team as of a day, with the teams below it. */
export type TeamMembers = {
  id: string;
  name: string;
  /** Members, not managers, of the team and of all teams below. */
  memberIds: string[];
  /** Managers of the team and of all teams above. */
  managerIds: string[];
};

/** Who belonged to which team on a day, so that the past stays true when people move. */
@Injectable()
export class TeamMembersService {
  /** Every team of the organisation, by name. */
  asOf(tx: EntityManager, day: Day): Promise<TeamMembers[]> {
    return tx.query(
      `with recursive branch as (
         select id as top, id as team_id from team
         union
         select branch.top, team.id from branch join team on team.parent_id = branch.team_id
       ), place as (
         select team_id, member_id, position from membership
         where from_day <= $1 and (to_day is null or to_day > $1)
       )
       select id, name,
         array(select distinct member_id from branch join place using (team_id)
               where top = team.id and position = 'member') as "memberIds",
         array(select distinct member_id from branch join place on place.team_id = top
               where branch.team_id = team.id and position = 'manager') as "managerIds"
       from team order by name`,
      [day],
    );
  }
}
