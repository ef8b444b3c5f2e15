import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { GoalProgress } from './goal-progress.js';
import { Goals } from './goal.service.js';

@Resolver(() => GoalProgress)
export class GoalResolver {
  constructor(private readonly goals: Goals) {}

  @Query(() => GoalProgress, { description: 'Attainment and pace of one member.' })
  goal(@Args('memberId', { type: () => ID }) memberId: string, @Args('period') period: string) {
    return this.goals.ofMember(memberId, period);
  }

  @Query(() => [GoalProgress], { description: 'Attainment and pace of the teams I may see.' })
  teamGoals(@Args('period') period: string) {
    return this.goals.ofTeams(period);
  }
}
