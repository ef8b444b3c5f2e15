import { Database, Outbox, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { makesCycle } from './core/team-tree.js';
import { MembershipService } from './membership.service.js';
import { Organization } from './organization.entity.js';
import { Team } from './team.entity.js';
import { TeamLoader } from './team.loader.js';
import { cleanName } from './text-input.js';
import { onViolation } from './violation.js';

export type TeamChange = { id?: string | null; name: string; parentId?: string | null };

const nameTaken = () =>
  new Problem('NAME_TAKEN', 'A team with this name exists already.', { field: 'name' });

@Injectable()
export class TeamService {
  constructor(
    private readonly database: Database,
    private readonly loader: TeamLoader,
    private readonly memberships: MembershipService,
    private readonly outbox: Outbox,
  ) {}

  /** Every team by name. */
  list(): Promise<Team[]> {
    return this.database.transaction((tx) => tx.find(Team, { order: { name: 'ASC', id: 'ASC' } }));
  }

  /** Adds a team or changes one; refuses a team below itself. */
  save({ id, name, parentId = null }: TeamChange): Promise<Team> {
    return this.database.transaction(async (tx) => {
      // One change of the tree at a time, so that two sound changes cannot make a circle together.
      await tx.find(Organization, { lock: { mode: 'for_no_key_update' } });
      const before = await checkedTeam(tx, id, parentId);
      const team = Object.assign(new Team(), before, { name: cleanName(name), parentId });
      await onViolation('unique', nameTaken, () => store(tx, team, before));
      if (before && before.parentId !== parentId) {
        await this.memberships.changed(tx, [before.id]);
        await this.outbox.emit(tx, 'plan.assign', { why: 'team' });
      }
      this.loader.forget();
      return team;
    });
  }
}

async function store(tx: EntityManager, team: Team, before?: Team): Promise<void> {
  const { name, parentId } = team;
  if (before) await tx.update(Team, { id: team.id }, { name, parentId });
  else await tx.insert(Team, team);
}

/** The team to change, undefined for a new one. */
async function checkedTeam(
  tx: EntityManager,
  id: string | null | undefined,
  parentId: string | null,
): Promise<Team | undefined> {
  const teams = await tx.find(Team);
  const known = (wanted: string) => {
    const team = teams.find((one) => one.id === wanted);
    if (!team) throw new Problem('NOT_FOUND', 'There is no such team here.', { id: wanted });
    return team;
  };
  if (parentId !== null) known(parentId);
  if (id && makesCycle(teams, id, parentId))
    throw new Problem(
      'TEAM_CIRCLE',
      'A team cannot stand below itself. Choose another parent team.',
      {
        field: 'parentId',
      },
    );
  return id ? known(id) : undefined;
}
