import { Member, MemberLoader } from '@laurel/people';
import { currentActor } from '@laurel/shared';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OneOnOne } from './one-on-one.entity.js';
import { OneOnOneShare, SharedOneOnOne } from './share.entity.js';
import { Shares } from './share.service.js';

@Resolver(() => OneOnOne)
export class ShareResolver {
  constructor(
    private readonly members: MemberLoader,
    private readonly shares: Shares,
  ) {}

  @Mutation(() => OneOnOne, {
    description: 'Shows notes of both and open actions to who leads me now; no private note, ever.',
  })
  shareOneOnOne(
    @Args('oneOnOneId', { type: () => ID }) oneOnOneId: string,
    @Args('readerId', { type: () => ID }) readerId: string,
  ) {
    return this.shares.share(oneOnOneId, readerId);
  }

  @Mutation(() => OneOnOne, { description: 'Shows it to nobody any more.' })
  unshareOneOnOne(@Args('oneOnOneId', { type: () => ID }) oneOnOneId: string) {
    return this.shares.revoke(oneOnOneId);
  }

  @Query(() => [SharedOneOnOne], { description: 'What people whom I lead show me of before.' })
  sharedOneOnOnes() {
    return this.shares.shown();
  }

  @ResolveField(() => OneOnOneShare, { nullable: true, description: 'To whom it is shown.' })
  share(@Parent() { id }: OneOnOne) {
    return this.shares.of(id);
  }

  @ResolveField(() => [Member], { description: 'To whom I, the employee, can show it.' })
  async shareReaders(@Parent() series: OneOnOne) {
    const ids = await this.shares.readers(series);
    return Promise.all(ids.map((id) => this.members.load(id)));
  }
}

@Resolver(() => OneOnOneShare)
export class OneOnOneShareResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  reader(@Parent() { readerId }: OneOnOneShare) {
    return this.members.load(readerId);
  }

  @ResolveField(() => Boolean, { description: 'Is it I who shows it?' })
  mine(@Parent() { sharerId }: OneOnOneShare) {
    return sharerId === currentActor().memberId;
  }
}

@Resolver(() => SharedOneOnOne)
export class SharedOneOnOneResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { description: 'Who shows it.' })
  member(@Parent() { sharerId }: SharedOneOnOne) {
    return this.members.load(sharerId);
  }

  @ResolveField(() => Member, { description: 'With whom they met.' })
  partner(@Parent() { partnerId }: SharedOneOnOne) {
    return this.members.load(partnerId);
  }
}
