import { Deal, DealLoader } from '@laurel/deal';
import { Member, MemberLoader } from '@laurel/people';
import { DayScalar, PageInput } from '@laurel/shared';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { UncreditedDeal, UncreditedDealPage } from './uncredited-deal.js';
import { UncreditedDeals } from './uncredited-deal.service.js';

@Resolver(() => UncreditedDeal)
export class UncreditedDealResolver {
  constructor(
    private readonly uncredited: UncreditedDeals,
    private readonly deals: DealLoader,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => UncreditedDealPage, {
    description:
      'Won deals that no rule catches, whose payee nothing pays, or that are still to be booked, invoiced or paid, which come last; the latest first.',
  })
  uncreditedDeals(
    @Args('from', { type: () => DayScalar, nullable: true }) from?: string | null,
    @Args('to', { type: () => DayScalar, nullable: true }) to?: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ) {
    return this.uncredited.page({ ...(from && { from }), ...(to && { to }) }, page);
  }

  @ResolveField(() => Deal)
  deal(@Parent() { dealId }: UncreditedDeal): Promise<Deal> {
    return this.deals.load(dealId);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Whom nothing pays.' })
  payee(@Parent() { payeeId }: UncreditedDeal): Promise<Member> | null {
    return payeeId === null ? null : this.members.load(payeeId);
  }
}
