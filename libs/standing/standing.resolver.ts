import { Member, MemberLoader } from '@laurel/people';
import { Live, type LiveMap, PageInput } from '@laurel/shared';
import { Args, ID, Parent, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { Measure } from './core/index.js';
import { Leaderboard, Measures, Standing, StandingsSignal } from './leaderboard.js';
import { Leaderboards } from './leaderboard.service.js';

@Resolver(() => Standing)
export class StandingResolver {
  constructor(
    private readonly leaderboards: Leaderboards,
    private readonly members: MemberLoader,
    private readonly live: Live,
  ) {}

  @Query(() => Leaderboard, {
    description: 'A board of a period, and the reader’s own place on it.',
  })
  leaderboard(
    @Args('period') period: string,
    @Args('measure', { type: () => Measures }) measure: Measure,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.leaderboards.read({ period, measure, teamId }, page);
  }

  @Subscription(() => StandingsSignal, {
    description: 'Sent when the boards of a period have changed.',
    resolve: ({ period }: LiveMap['standing']) => ({ period, at: new Date() }),
  })
  standingsChanged() {
    return this.live.subscribe('standing');
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: Standing) {
    return this.members.load(memberId);
  }
}
