import { Member, MemberLoader } from '@laurel/people';
import { JsonScalar } from '@laurel/shared';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PlanTrial, PlanTrialRow } from './plan-trial.js';
import { PlanTrials } from './plan-trial.service.js';

@Resolver(() => PlanTrial)
export class PlanTrialResolver {
  constructor(private readonly trials: PlanTrials) {}

  @Query(() => PlanTrial, {
    description:
      'What those paid by a plan in a period would earn if it said what the document says.',
  })
  tryPlan(
    @Args('planId', { type: () => ID }) planId: string,
    @Args('document', { type: () => JsonScalar }) document: unknown,
    @Args('period') period: string,
  ): Promise<PlanTrial> {
    return this.trials.try({ planId, document, period });
  }
}

@Resolver(() => PlanTrialRow)
export class PlanTrialRowResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: PlanTrialRow): Promise<Member> {
    return this.members.load(payeeId);
  }
}
