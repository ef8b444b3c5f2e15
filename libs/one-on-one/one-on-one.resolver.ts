import { Member, MemberLoader } from '@laurel/people';
import { currentActor, DayScalar } from '@laurel/shared';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OneOnOneAction, OneOnOneDate, OneOnOneHit } from './meeting.entity.js';
import {
  OneOnOne,
  OneOnOneCadence,
  OneOnOneInput,
  OneOnOneRhythmInput,
} from './one-on-one.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { Rhythms } from './rhythm.service.js';
import { OneOnOneSearch } from './search.service.js';
import { ReminderKinds } from './wish.entity.js';
import { Wishes } from './wish.service.js';
import type { Reminder } from './core/index.js';
import { UpcomingLoader } from './upcoming.loader.js';

@Resolver(() => OneOnOne)
export class OneOnOneResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly rhythms: Rhythms,
    private readonly searching: OneOnOneSearch,
    private readonly service: OneOnOnes,
    private readonly upcoming: UpcomingLoader,
    private readonly wishes: Wishes,
  ) {}

  @Query(() => [OneOnOne], { description: 'My one-on-ones, open ones first.' })
  oneOnOnes() {
    return this.service.mine();
  }

  @Query(() => [OneOnOneCadence], {
    description:
      'Whether my own one-on-ones and those between people below me are kept; for HR all.',
  })
  oneOnOneCadence() {
    return this.service.cadence();
  }

  @Query(() => [OneOnOneHit], {
    description: 'Where a word stands in my one-on-ones, my private notes included; at most 50.',
  })
  searchOneOnOnes(@Args('text') text: string) {
    return this.searching.find(text);
  }

  @Mutation(() => OneOnOne)
  startOneOnOne(@Args('input') input: OneOnOneInput) {
    return this.service.start(input);
  }

  @Mutation(() => OneOnOne, {
    description: 'Another rhythm, time or zone from the next meeting on; both are told by mail.',
  })
  changeOneOnOneRhythm(@Args('input') input: OneOnOneRhythmInput) {
    return this.rhythms.change(input);
  }

  @Mutation(() => OneOnOne, { description: 'No more meetings from today on.' })
  endOneOnOne(@Args('id', { type: () => ID }) id: string) {
    return this.service.end(id);
  }

  @Mutation(() => OneOnOne, {
    description: 'When I am reminded; the other one chooses for themselves.',
  })
  saveOneOnOneReminder(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('reminder', { type: () => ReminderKinds }) reminder: Reminder,
  ) {
    return this.wishes.saveReminder(oneOnOneId, reminder);
  }

  @ResolveField(() => ReminderKinds, { description: 'When I am reminded by mail.' })
  reminder(@Parent() { id }: OneOnOne) {
    return this.wishes.reminder(id);
  }

  @ResolveField(() => Member, { description: 'Whom I meet.' })
  partner(@Parent() { memberId, partnerId }: OneOnOne) {
    return this.members.load(memberId === currentActor().memberId ? partnerId : memberId);
  }

  @ResolveField(() => Int, { nullable: true, description: 'The meeting to prepare for.' })
  async nextNumber(@Parent() { id }: OneOnOne) {
    return (await this.upcoming.of(id))?.next?.number;
  }

  @ResolveField(() => DayScalar, { nullable: true })
  async nextDay(@Parent() { id }: OneOnOne) {
    return (await this.upcoming.of(id))?.next?.day;
  }

  @ResolveField(() => [OneOnOneDate], {
    description: 'Its meetings up to the next one, and later ones that were changed.',
  })
  async meetings(@Parent() { id }: OneOnOne) {
    return (await this.upcoming.of(id))?.dates ?? [];
  }

  @ResolveField(() => OneOnOneCadence, {
    nullable: true,
    description: 'Whether we meet as agreed.',
  })
  async cadence(@Parent() { id }: OneOnOne) {
    return (await this.upcoming.of(id))?.cadence;
  }

  @ResolveField(() => [OneOnOneAction])
  openActions(@Parent() { id }: OneOnOne) {
    return this.upcoming.actionsOf(id);
  }
}
