import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { OneOnOneMeeting, OneOnOneMeetingInput } from './meeting.entity.js';
import { Meetings } from './meeting.service.js';

@Resolver(() => OneOnOneMeeting)
export class MeetingResolver {
  constructor(private readonly meetings: Meetings) {}

  @Query(() => OneOnOneMeeting)
  oneOnOneMeeting(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
  ) {
    return this.meetings.read(oneOnOneId, number);
  }

  @Mutation(() => OneOnOneMeeting, {
    description: 'Moves, skips or keeps a meeting, or takes that back.',
  })
  saveOneOnOneMeeting(@Args('input') input: OneOnOneMeetingInput) {
    return this.meetings.save(input);
  }

  @Mutation(() => OneOnOneMeeting, { description: 'Refuses a version that was changed meanwhile.' })
  saveSharedNote(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('text') text: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return this.meetings.saveSharedNote(oneOnOneId, number, text, version);
  }

  @Mutation(() => OneOnOneMeeting, { description: 'Encrypted; only I can ever read it.' })
  savePrivateNote(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('text') text: string,
  ) {
    return this.meetings.savePrivateNote(oneOnOneId, number, text);
  }
}
