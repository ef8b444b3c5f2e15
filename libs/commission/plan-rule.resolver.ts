import { Member, MemberLoader, Team, TeamLoader } from '@laurel/people';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  PlanRule,
  PlanRuleConflict,
  PlanRuleInput,
  PlanRuleMember,
  PlanRulePreview,
} from './plan-rule.entity.js';
import { PlanRules } from './plan-rule.service.js';
import { Plan } from './plan.entity.js';
import { PlanLoader } from './plan.loader.js';

@Resolver(() => PlanRule)
export class PlanRuleResolver {
  constructor(
    private readonly rules: PlanRules,
    private readonly teams: TeamLoader,
    private readonly loader: PlanLoader,
  ) {}

  @Query(() => PlanRulePreview, { description: 'Whom a rule would put on its plan, and when.' })
  previewPlanRule(@Args('input') input: PlanRuleInput): Promise<PlanRulePreview> {
    return this.rules.preview(input);
  }

  @Mutation(() => PlanRule, {
    description:
      'Adds a rule, changes it or brings it back; the people it is for follow soon after.',
  })
  savePlanRule(@Args('input') input: PlanRuleInput): Promise<PlanRule> {
    return this.rules.save(input);
  }

  @Mutation(() => Boolean, {
    description: 'Takes a rule away, as if it had never been; to end it, save it with a last day.',
  })
  removePlanRule(@Args('id', { type: () => ID }) id: string): Promise<boolean> {
    return this.rules.remove(id);
  }

  @ResolveField(() => Team, { nullable: true })
  async team(@Parent() { teamId }: PlanRule): Promise<Team | null> {
    return teamId === null ? null : ((await this.teams.team(teamId)) ?? null);
  }

  @ResolveField(() => Int, { description: 'How many people it puts on the plan, now or later.' })
  async people(@Parent() { planId, id }: PlanRule): Promise<number> {
    const assigned = await this.loader.assignmentsOf(planId);
    const own = assigned.filter(({ ruleId }) => ruleId === id);
    return new Set(own.map(({ memberId }) => memberId)).size;
  }
}

@Resolver(() => PlanRuleMember)
export class PlanRuleMemberResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly loader: PlanLoader,
  ) {}

  @ResolveField(() => Member)
  member(@Parent() { memberId }: PlanRuleMember): Promise<Member> {
    return this.members.load(memberId);
  }

  @ResolveField(() => Plan, { nullable: true })
  before(@Parent() { beforeId }: PlanRuleMember): Promise<Plan> | null {
    return beforeId === null ? null : this.loader.plan(beforeId);
  }
}

@Resolver(() => PlanRuleConflict)
export class PlanRuleConflictResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly loader: PlanLoader,
  ) {}

  @ResolveField(() => Member)
  member(@Parent() { memberId }: PlanRuleConflict): Promise<Member> {
    return this.members.load(memberId);
  }

  @ResolveField(() => Plan)
  plan(@Parent() { planId }: PlanRuleConflict): Promise<Plan> {
    return this.loader.plan(planId);
  }
}
