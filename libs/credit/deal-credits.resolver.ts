import { Deal } from '@laurel/deal';
import { allows, widestRelation } from '@laurel/shared/core';
import { currentActor, relationTo } from '@laurel/shared';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AwaitedCredit } from './awaited-credit.entity.js';
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
    return visible(await this.loader.ofDeal(id));
  }

  @ResolveField(() => [AwaitedCredit], {
    description:
      'Who will be credited once the deal is booked, invoiced or paid, of those you may see.',
  })
  async awaitedCredits(@Parent() { id }: Deal): Promise<AwaitedCredit[]> {
    return visible(await this.loader.awaitedOf(id));
  }
}

function visible<C extends { payeeId: string }>(credits: readonly C[]): C[] {
  const actor = currentActor();
  const reach = widestRelation('Credit.payee', actor.role);
  return credits.filter(({ payeeId }) => allows(reach, relationTo(actor, payeeId)));
}
