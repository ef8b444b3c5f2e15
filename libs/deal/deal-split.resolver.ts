import { Member, MemberLoader } from '@laurel/people';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { DealSplit } from './deal-split.js';
import { DealSplitLoader } from './deal-split.loader.js';
import { Deal } from './deal.entity.js';

/** Adds to a deal who shares its credit. */
@Resolver(() => Deal)
export class DealSplitsResolver {
  constructor(private readonly loader: DealSplitLoader) {}

  @ResolveField(() => [DealSplit], { description: 'Empty when the owner is credited alone.' })
  splits(@Parent() { id }: Deal): Promise<DealSplit[]> {
    return this.loader.ofDeal(id);
  }
}

@Resolver(() => DealSplit)
export class DealSplitResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: DealSplit): Promise<Member> {
    return this.members.load(payeeId);
  }
}
