import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Position } from './core/membership.js';
import { Member } from './member.entity.js';
import { MemberLoader } from './member.loader.js';
import { Team } from './team.entity.js';
import { TeamInput } from './team.input.js';
import { TeamLoader } from './team.loader.js';
import { TeamService } from './team.service.js';

@Resolver(() => Team)
export class TeamResolver {
  constructor(
    private readonly loader: TeamLoader,
    private readonly memberLoader: MemberLoader,
    private readonly service: TeamService,
  ) {}

  @Query(() => [Team], { description: 'Every team by name; parentId makes the tree.' })
  teams() {
    return this.service.list();
  }

  @Mutation(() => Team)
  saveTeam(@Args('input') input: TeamInput) {
    return this.service.save(input);
  }

  @ResolveField(() => [Member], { description: 'As of today, by name.' })
  managers(@Parent() { id }: Team) {
    return this.people(id, 'manager');
  }

  @ResolveField(() => [Member], { description: 'As of today, by name, without the managers.' })
  members(@Parent() { id }: Team) {
    return this.people(id, 'member');
  }

  private async people(teamId: string, position: Position): Promise<Member[]> {
    const ids = await this.loader.peopleOf(teamId, position);
    const members = await Promise.all(ids.map((id) => this.memberLoader.load(id)));
    return members.sort((a, b) => a.name.localeCompare(b.name));
  }
}
