import { Problem, currentActor } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import { withAncestors, type Group } from './core/index.js';
import { allTeams, withTeamsBelow } from './survey-attributes.js';
import type { SurveyWave } from './survey-wave.entity.js';
import type { Survey } from './survey.entity.js';

/** How far somebody looks: HR over everybody, a manager over the teams led and those below, others nowhere. */
export type Sight = {
  readonly all: boolean;
  readonly teams: ReadonlySet<string>;
  /** The team that they are in. */
  readonly own: string | null;
};

export async function sightOf(tx: EntityManager): Promise<Sight> {
  const { memberId, role, hr } = currentActor();
  const places: { teamId: string; position: string }[] = memberId
    ? await tx.query(
        `select team_id as "teamId", position from membership
         where member_id = $1 and from_day <= today() and (to_day is null or to_day > today())`,
        [memberId],
      )
    : [];
  const led = places.filter(({ position }) => position === 'manager').map(({ teamId }) => teamId);
  return {
    all: role === 'system' || hr === true,
    teams: withTeamsBelow(await allTeams(tx), led),
    own: places[0]?.teamId ?? null,
  };
}

const teamOf = ({ id, dimension }: Group) => (dimension === 'team' ? id.slice(5) : undefined);

/** The groups of a wave that somebody leads; all of them for HR. */
export const ledGroups = ({ all, teams }: Sight, { groups }: SurveyWave): Group[] =>
  all ? groups : groups.filter((group) => teams.has(teamOf(group) ?? ''));

/** A member's own team and those above it, as far as they were asked. */
export function memberGroups({ own: team }: Sight, { groups }: SurveyWave): Set<string> {
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  const id = `team:${team}`;
  return parents.has(id) ? withAncestors([id], parents) : new Set();
}

/** Does a survey ask only people of the teams led? */
export const leadsAudience = ({ all, teams }: Sight, { audience }: Pick<Survey, 'audience'>) =>
  all || (audience.teamIds?.every((id) => teams.has(id)) ?? false);

export function assertLeadsAudience(sight: Sight, survey: Pick<Survey, 'audience'>): void {
  if (!leadsAudience(sight, survey))
    throw new Problem(
      'FORBIDDEN',
      'You can ask the teams that you lead. Choose them, or ask HR for a survey of others.',
      { field: 'audience' },
    );
}
