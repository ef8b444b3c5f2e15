import { Deal, DealLoader } from '@laurel/deal';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { BalanceMovement, PeriodBalance } from './balance-movement.entity.js';
import { Balances } from './balance.service.js';

@Resolver(() => BalanceMovement)
export class BalanceResolver {
  constructor(
    private readonly service: Balances,
    private readonly deals: DealLoader,
  ) {}

  @Query(() => [PeriodBalance], {
    description: 'A payee’s ledger: what was earned, carried over and paid out, the newest last.',
  })
  balances(@Args('memberId', { type: () => ID }) memberId: string): Promise<PeriodBalance[]> {
    return this.service.of(memberId);
  }

  @ResolveField(() => Deal, { nullable: true, description: 'None for one about the whole period.' })
  deal(@Parent() { dealId }: BalanceMovement): Promise<Deal> | null {
    return dealId === null ? null : this.deals.load(dealId);
  }
}
