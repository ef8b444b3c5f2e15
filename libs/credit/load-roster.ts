import type { EntityManager } from 'typeorm';
import { roster, type Membership, type Roster, type Team } from './core/index.js';

/** The organisation's teams and everybody's places in them, past and present. */
export async function loadRoster(tx: EntityManager): Promise<Roster> {
  const teams: Team[] = await tx.query(`select id, parent_id as "parentId" from team`);
  const memberships: Membership[] = await tx.query(
    `select team_id as "teamId", member_id as "memberId", position, from_day as "from", to_day as "to"
     from membership order by from_day, id`,
  );
  return roster(teams, memberships);
}
