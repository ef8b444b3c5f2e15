import { MemberLoader, Member } from '@laurel/people';
import { PageInput } from '@laurel/shared';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { TargetPay, TargetPayInput, TargetPayPage } from './target-pay.entity.js';
import { TargetPays } from './target-pay.service.js';
import { TargetPayWriter } from './target-pay-writer.service.js';

@Resolver(() => TargetPay)
export class TargetPayResolver {
  constructor(
    private readonly targetPays: TargetPays,
    private readonly writer: TargetPayWriter,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => TargetPayPage, {
    description: 'Target pay given for a period, by name.',
    name: 'targetPays',
  })
  page(
    @Args('period') period: string,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.targetPays.page(period, search, page);
  }

  @Mutation(() => [TargetPay], {
    description:
      'Gives, changes or takes away target pay, all or none; answers what is there then.',
  })
  saveTargetPays(@Args('inputs', { type: () => [TargetPayInput] }) inputs: TargetPayInput[]) {
    return this.writer.save(inputs);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: TargetPay) {
    return this.members.load(memberId);
  }
}
