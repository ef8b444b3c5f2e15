import { PageInput } from '@laurel/shared';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AwardPage, BadgeProgress } from './award.entity.js';
import { Badge } from './badge.entity.js';
import { Badges } from './badge.service.js';

@Resolver(() => Badge)
export class BadgeResolver {
  constructor(private readonly service: Badges) {}

  @Query(() => [Badge], { description: 'The badges that can be earned.' })
  badges() {
    return this.service.list();
  }

  @Query(() => [BadgeProgress], { description: 'How near a member is to each badge.' })
  badgeProgress(
    @Args('memberId', { type: () => ID }) memberId: string,
    @Args('period') period: string,
  ) {
    return this.service.progress(memberId, period);
  }

  @Query(() => AwardPage, {
    description: 'Awards of a member, or of everybody, newest first; those taken back too.',
  })
  awards(
    @Args('memberId', { type: () => ID, nullable: true }) memberId: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.service.awards(memberId, page);
  }
}
