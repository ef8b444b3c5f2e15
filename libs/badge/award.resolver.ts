import { Member, MemberLoader } from '@laurel/people';
import { Live, type LiveMap } from '@laurel/shared';
import { Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Award } from './award.entity.js';
import { Badges } from './badge.service.js';

@Resolver(() => Award)
export class AwardResolver {
  constructor(
    private readonly badges: Badges,
    private readonly members: MemberLoader,
    private readonly live: Live,
  ) {}

  @Subscription(() => Award, {
    description: 'A badge was awarded, or taken back: then `revokedAt` is set.',
    resolve(this: AwardResolver, { awardId }: LiveMap['award']) {
      return this.badges.award(awardId);
    },
  })
  awarded() {
    return this.live.subscribe('award');
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: Award) {
    return this.members.load(memberId);
  }
}
