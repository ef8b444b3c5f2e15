import { Member, MemberLoader } from '@laurel/people';
import { PageInput } from '@laurel/shared';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Score, ScoreInput, ScorePage } from './score.entity.js';
import { Scores } from './score.service.js';

@Resolver(() => Score)
export class ScoreResolver {
  constructor(
    private readonly scores: Scores,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => ScorePage, { description: 'Scores of a period, by name.', name: 'scores' })
  page(
    @Args('period') period: string,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.scores.page(period, teamId, page);
  }

  @Mutation(() => [Score], {
    description:
      'Gives, changes or takes away scores of others, all or none; answers what is left.',
  })
  saveScores(@Args('inputs', { type: () => [ScoreInput] }) inputs: ScoreInput[]) {
    return this.scores.save(inputs);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: Score) {
    return this.members.load(memberId);
  }
}
