import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from './member.entity.js';
import { MemberLoader } from './member.loader.js';
import { Membership } from './membership.entity.js';
import { Team } from './team.entity.js';
import { TeamLoader } from './team.loader.js';

@Resolver(() => Membership)
export class MembershipResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly teams: TeamLoader,
  ) {}

  @ResolveField(() => Team)
  team(@Parent() { teamId }: Membership) {
    return this.teams.team(teamId);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: Membership) {
    return this.members.load(memberId);
  }
}
