import { DayScalar } from '@laurel/shared';
import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { DealCancellations } from './deal-cancellation.service.js';
import { Deal } from './deal.entity.js';
import { DealLoader } from './deal.loader.js';

@Resolver(() => Deal)
export class DealCancellationResolver {
  constructor(
    private readonly cancellations: DealCancellations,
    private readonly deals: DealLoader,
  ) {}

  @Mutation(() => Deal, { description: 'The customer went back on a won deal; it stays won.' })
  async cancelDeal(
    @Args('id', { type: () => ID }) id: string,
    @Args('on', { type: () => DayScalar }) cancelledOn: string,
    @Args('reason', { type: () => String, nullable: true }) cancelReason?: string | null,
    @Args('monthsServed', { type: () => Int, nullable: true }) monthsServed?: number | null,
  ) {
    const deal = await this.cancellations.cancel(id, { cancelledOn, cancelReason, monthsServed });
    this.deals.forget();
    return deal;
  }

  @Mutation(() => Deal, { description: 'Takes the cancellation of a deal back.' })
  async reinstateDeal(@Args('id', { type: () => ID }) id: string) {
    const deal = await this.cancellations.reinstate(id);
    this.deals.forget();
    return deal;
  }
}
