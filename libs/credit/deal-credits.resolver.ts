import { Deal } from '@laurel/deal';
import { allows, widestRelation } from '@laurel/shared/core';
import { currentActor, relationTo } from '@laurel/shared';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Credit } from './credit.entity.js';
import { CreditLoader } from './credit.loader.js';

/** Adds to a deal who is credited for it. */
@Resolver(() => Deal)
export class DealCreditsResolver {
  constructor(private readonly loader: CreditLoader) {}

  @ResolveField(() => [Credit], {
    description: 'Who is credited for the deal, of those you may see.',
  })
  async credits(@Parent() { id }: Deal): Promise<Credit[]> {
    const actor = currentActor();
    const reach = widestRelation('Credit.payee', actor.role);
    const credits = await this.loader.ofDeal(id);
    return credits.filter(({ payeeId }) => allows(reach, relationTo(actor, payeeId)));
  }
}
