import { Member, MemberLoader } from '@laurel/people';
import { DayScalar, JsonScalar } from '@laurel/shared';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlanAssignment } from './plan-assignment.entity.js';
import { PlanAssignments } from './plan-assignment.service.js';
import { PlanRule } from './plan-rule.entity.js';
import { PlanVersion } from './plan-version.entity.js';
import { Plan, PlanProblem } from './plan.entity.js';
import { PlanLoader } from './plan.loader.js';
import { Plans } from './plan.service.js';

@Resolver(() => Plan)
export class PlanResolver {
  constructor(
    private readonly plans: Plans,
    private readonly planAssignments: PlanAssignments,
    private readonly loader: PlanLoader,
  ) {}

  @Query(() => [Plan], { name: 'plans', description: 'Every plan, by name.' })
  list(): Promise<Plan[]> {
    return this.plans.list();
  }

  @Query(() => Plan, { nullable: true })
  plan(@Args('id', { type: () => ID }) id: string): Promise<Plan | null> {
    return this.plans.find(id);
  }

  @Query(() => [PlanProblem], {
    description: 'What is wrong in a plan document; nothing when it can be saved.',
  })
  checkPlan(
    @Args('document', { type: () => JsonScalar }) document: unknown,
  ): Promise<PlanProblem[]> {
    return this.plans.check(document);
  }

  @Mutation(() => PlanVersion, {
    description: 'Keeps the document as the next version of a plan, or of a new one.',
  })
  savePlan(
    @Args('name') name: string,
    @Args('effectiveFrom', { type: () => DayScalar }) effectiveFrom: string,
    @Args('document', { type: () => JsonScalar }) document: unknown,
    @Args('id', { type: () => ID, nullable: true }) id?: string,
  ): Promise<PlanVersion> {
    return this.plans.save({ id: id ?? null, name, effectiveFrom, document });
  }

  @Mutation(() => Plan, {
    description: 'Has people paid by a plan from a day on, instead of by any other.',
  })
  assignPlan(
    @Args('planId', { type: () => ID }) planId: string,
    @Args('memberIds', { type: () => [ID] }) memberIds: string[],
    @Args('from', { type: () => DayScalar }) from: string,
    @Args('to', { type: () => DayScalar, nullable: true }) to?: string,
  ): Promise<Plan> {
    return this.planAssignments.assign({ planId, memberIds, from, to: to ?? null });
  }

  @ResolveField(() => [PlanVersion], { description: 'Newest first.' })
  versions(@Parent() { id }: Plan): Promise<PlanVersion[]> {
    return this.loader.versionsOf(id);
  }

  @ResolveField(() => [PlanAssignment])
  assignments(@Parent() { id }: Plan): Promise<PlanAssignment[]> {
    return this.loader.assignmentsOf(id);
  }

  @ResolveField(() => [PlanRule], { description: 'Those that put people on it, the oldest first.' })
  rules(@Parent() { id }: Plan): Promise<PlanRule[]> {
    return this.loader.rulesOf(id);
  }
}

@Resolver(() => PlanVersion)
export class PlanVersionResolver {
  constructor(
    private readonly loader: PlanLoader,
    private readonly members: MemberLoader,
  ) {}

  @ResolveField(() => Member, { nullable: true, description: 'Who published it.' })
  async author(@Parent() { createdBy }: PlanVersion): Promise<Member | null> {
    return createdBy === null ? null : this.members.load(createdBy);
  }

  @ResolveField(() => Plan)
  plan(@Parent() { planId }: PlanVersion): Promise<Plan> {
    return this.loader.plan(planId);
  }
}

@Resolver(() => PlanAssignment)
export class PlanAssignmentResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly loader: PlanLoader,
  ) {}

  @ResolveField(() => Member)
  member(@Parent() { memberId }: PlanAssignment): Promise<Member> {
    return this.members.load(memberId);
  }

  @ResolveField(() => PlanRule, {
    nullable: true,
    description: 'The rule that it follows from; null when the person was assigned by name.',
  })
  rule(@Parent() { ruleId }: PlanAssignment): Promise<PlanRule | null> | null {
    return ruleId === null ? null : this.loader.rule(ruleId);
  }
}
