import { Member, MemberLoader } from '@laurel/people';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { OneOnOneCadence } from './one-on-one.entity.js';

@Resolver(() => OneOnOneCadence)
export class OneOnOneCadenceResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  member(@Parent() { memberId }: OneOnOneCadence) {
    return this.members.load(memberId);
  }

  @ResolveField(() => Member)
  partner(@Parent() { partnerId }: OneOnOneCadence) {
    return this.members.load(partnerId);
  }
}
