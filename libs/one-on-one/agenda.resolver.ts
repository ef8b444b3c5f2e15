import { Member, MemberLoader } from '@laurel/people';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Agendas } from './agenda.service.js';
import {
  OneOnOneAction,
  OneOnOneActionInput,
  OneOnOneMeeting,
  OneOnOneTopic,
  OneOnOneTopicInput,
} from './meeting.entity.js';

@Resolver(() => OneOnOneTopic)
export class TopicResolver {
  constructor(
    private readonly agendas: Agendas,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => OneOnOneMeeting)
  saveOneOnOneTopic(@Args('input') input: OneOnOneTopicInput) {
    return this.agendas.saveTopic(input);
  }

  @Mutation(() => OneOnOneMeeting, { description: 'To a place of the agenda, counted from 0.' })
  moveOneOnOneTopic(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('id', { type: () => ID }) id: string,
    @Args('place', { type: () => Int }) place: number,
  ) {
    return this.agendas.moveTopic({ oneOnOneId, number, id }, place);
  }

  @Mutation(() => OneOnOneMeeting)
  removeOneOnOneTopic(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.agendas.removeTopic({ oneOnOneId, number, id });
  }

  @ResolveField(() => Member)
  author(@Parent() { authorId }: OneOnOneTopic) {
    return this.members.load(authorId);
  }
}

@Resolver(() => OneOnOneAction)
export class ActionResolver {
  constructor(
    private readonly agendas: Agendas,
    private readonly members: MemberLoader,
  ) {}

  @Mutation(() => OneOnOneMeeting)
  saveOneOnOneAction(@Args('input') input: OneOnOneActionInput) {
    return this.agendas.saveAction(input);
  }

  @Mutation(() => OneOnOneMeeting)
  removeOneOnOneAction(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('number', { type: () => Int }) number: number,
    @Args('id', { type: () => ID }) id: string,
  ) {
    return this.agendas.removeAction({ oneOnOneId, number, id });
  }

  @ResolveField(() => Member)
  owner(@Parent() { ownerId }: OneOnOneAction) {
    return this.members.load(ownerId);
  }
}
