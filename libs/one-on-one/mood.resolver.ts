import { Member, MemberLoader } from '@laurel/people';
import { currentActor } from '@laurel/shared';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OneOnOneMeeting } from './meeting.entity.js';
import { OneOnOneMood } from './mood.entity.js';
import { Moods } from './mood.service.js';
import { OneOnOne } from './one-on-one.entity.js';

@Resolver(() => OneOnOne)
export class MoodWishResolver {
  constructor(private readonly moods: Moods) {}

  @Mutation(() => OneOnOne, { description: 'It is offered once both of the two like it.' })
  saveOneOnOneMoodWish(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('mood') mood: boolean,
  ) {
    return this.moods.like(oneOnOneId, mood);
  }

  @ResolveField(() => Boolean, { description: 'Do I like to tell the mood of the day?' })
  async moodWish(@Parent() { id }: OneOnOne) {
    return (await this.moods.likers(id)).includes(currentActor().memberId);
  }

  @ResolveField(() => Boolean, { description: 'Do both of us?' })
  async mood(@Parent() { id }: OneOnOne) {
    return (await this.moods.likers(id)).length === 2;
  }
}

@Resolver(() => OneOnOneMeeting)
export class MeetingMoodResolver {
  constructor(private readonly service: Moods) {}

  @Mutation(() => OneOnOneMeeting, { description: 'My mood, 1 to 5; null takes it back.' })
  saveOneOnOneMood(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('mood', { type: () => Int, nullable: true }) mood: number | null,
  ) {
    return this.service.save(oneOnOneId, number, mood ?? null);
  }

  @ResolveField(() => [OneOnOneMood], { description: 'What the two told; none unless both like.' })
  moods(@Parent() meeting: OneOnOneMeeting) {
    return this.service.of(meeting);
  }
}

@Resolver(() => OneOnOneMood)
export class OneOnOneMoodResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  member(@Parent() { memberId }: OneOnOneMood) {
    return this.members.load(memberId);
  }
}
