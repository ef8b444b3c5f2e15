import { DayScalar, PageInput } from '@laurel/shared';
import type { Role } from '@laurel/shared/core';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Position } from './core/membership.js';
import { MemberList } from './member-list.service.js';
import { Member, MemberPage, Roles } from './member.entity.js';
import { MemberInput } from './member.input.js';
import { MemberLoader } from './member.loader.js';
import { MemberService } from './member.service.js';
import { Membership, Positions } from './membership.entity.js';
import { MembershipService } from './membership.service.js';
import { Team } from './team.entity.js';
import { TeamLoader } from './team.loader.js';

@Resolver(() => Member)
export class MemberResolver {
  constructor(
    private readonly list: MemberList,
    private readonly loader: MemberLoader,
    private readonly placing: MembershipService,
    private readonly service: MemberService,
    private readonly teams: TeamLoader,
  ) {}

  @Query(() => MemberPage, {
    description: 'People by name; active: still here (true) or left (false).',
  })
  members(
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('role', { type: () => Roles, nullable: true }) role: Role | null,
    @Args('active', { type: () => Boolean, nullable: true }) active: boolean | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.list.page({ search, role, active }, page);
  }

  @Query(() => Member, { nullable: true })
  member(@Args('id', { type: () => ID }) id: string) {
    return this.list.one(id);
  }

  @Mutation(() => Member)
  saveMember(@Args('input') input: MemberInput) {
    return this.service.save(input);
  }

  @Mutation(() => Member, { description: 'Sets the language I read.' })
  setLocale(@Args('locale') locale: string) {
    return this.service.setLocale(locale);
  }

  @Mutation(() => Member, {
    description:
      'Ends the present place in a team on a day and begins the next; without a team it only ends.',
  })
  moveMember(
    @Args('memberId', { type: () => ID }) memberId: string,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null,
    @Args('position', { type: () => Positions }) position: Position,
    @Args('from', { type: () => DayScalar }) from: string,
  ) {
    return this.placing.move(memberId, teamId ? { teamId, position } : null, from);
  }

  @ResolveField(() => Team, { nullable: true, description: 'As of today.' })
  team(@Parent() { id }: Member) {
    return this.teams.teamOf(id);
  }

  @ResolveField(() => Member, {
    nullable: true,
    description: 'The nearest one above, as of today.',
  })
  async manager(@Parent() { id }: Member) {
    const managerId = await this.teams.managerOf(id);
    return managerId && this.loader.load(managerId);
  }

  @ResolveField(() => Boolean, { description: 'Has a password been chosen?' })
  hasSignIn(@Parent() { id }: Member) {
    return this.loader.hasSignIn(id);
  }

  @ResolveField(() => [Membership], { description: 'Every place in a team, oldest first.' })
  memberships(@Parent() { id }: Member) {
    return this.teams.historyOf(id);
  }
}
