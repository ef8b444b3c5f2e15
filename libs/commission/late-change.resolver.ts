import { Deal, DealLoader } from '@laurel/deal';
import { Member, MemberLoader } from '@laurel/people';
import { maySee, PageInput } from '@laurel/shared';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  CorrectedPay,
  DealFieldChange,
  LateChange,
  LateChangePage,
  LatePayment,
} from './late-change.js';
import { LateChanges } from './late-change.service.js';

@Resolver(() => LateChange)
export class LateChangeResolver {
  constructor(
    private readonly service: LateChanges,
    private readonly deals: DealLoader,
  ) {}

  @Query(() => LateChangePage, {
    description:
      'What came after periods were locked and is posted in this one: each changed deal once, with all that it moves.',
  })
  lateChanges(
    @Args('period') period: string,
    @Args('memberId', { type: () => ID, nullable: true }) memberId?: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<LateChangePage> {
    return this.service.page(period, memberId, page);
  }

  @ResolveField(() => Deal, { nullable: true, description: 'If you may see it.' })
  async deal(@Parent() { dealId }: LateChange): Promise<Deal | null> {
    const deal = dealId === null ? null : await this.deals.load(dealId);
    return deal && maySee('Deal.id', deal.ownerId) ? deal : null;
  }

  @ResolveField(() => [DealFieldChange], { description: 'Of the deal, if you may see it.' })
  fields(@Parent() change: LateChange): Promise<DealFieldChange[]> {
    return this.service.fieldsOf(change);
  }

  @ResolveField(() => [LatePayment], {
    description: 'Payments of the deal, if you may see it and one is credited as they come in.',
  })
  payments(@Parent() change: LateChange): Promise<LatePayment[]> {
    return this.service.paymentsOf(change);
  }
}

@Resolver(() => CorrectedPay)
export class CorrectedPayResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: CorrectedPay): Promise<Member> {
    return this.members.load(payeeId);
  }
}
