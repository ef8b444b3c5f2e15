import { MemberLoader, Member } from '@laurel/people';
import { PageInput } from '@laurel/shared';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Quota, QuotaInput, QuotaPage } from './quota.entity.js';
import { Quotas } from './quota.service.js';
import { QuotaWriter } from './quota-writer.service.js';

@Resolver(() => Quota)
export class QuotaResolver {
  constructor(
    private readonly quotas: Quotas,
    private readonly writer: QuotaWriter,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => QuotaPage, { description: 'Quotas given for a period, by name.', name: 'quotas' })
  page(
    @Args('period') period: string,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ) {
    return this.quotas.page(period, search, page);
  }

  @Mutation(() => [Quota], {
    description:
      'Gives, changes or takes away quotas, all or none; answers those that are there then.',
  })
  saveQuotas(@Args('inputs', { type: () => [QuotaInput] }) inputs: QuotaInput[]) {
    return this.writer.save(inputs);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: Quota) {
    return this.members.load(memberId);
  }
}
