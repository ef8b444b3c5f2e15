import { Credit, CreditLoader } from '@laurel/credit';
import { Deal, DealLoader } from '@laurel/deal';
import { Member, MemberLoader } from '@laurel/people';
import { maySee } from '@laurel/shared';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { triedVersion } from './core/index.js';
import { Earning } from './earning.entity.js';
import { Earnings } from './earning.service.js';
import { PlanVersion } from './plan-version.entity.js';
import { PlanLoader } from './plan.loader.js';

@Resolver(() => Earning)
export class EarningResolver {
  constructor(
    private readonly earnings: Earnings,
    private readonly plans: PlanLoader,
    private readonly members: MemberLoader,
    private readonly deals: DealLoader,
    private readonly credits: CreditLoader,
  ) {}

  @Query(() => [Earning], { description: 'What a deal paid, of the pay you may see.' })
  earningsOfDeal(@Args('dealId', { type: () => ID }) dealId: string): Promise<Earning[]> {
    return this.earnings.ofDeal(dealId);
  }

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: Earning): Promise<Member> {
    return this.members.load(payeeId);
  }

  @ResolveField(() => Deal, {
    nullable: true,
    description: 'None for a line on the whole period, or if you may not see the deal.',
  })
  async deal(@Parent() { dealId }: Earning): Promise<Deal | null> {
    const deal = dealId === null ? null : await this.deals.load(dealId);
    return deal && maySee('Deal.id', deal.ownerId) ? deal : null;
  }

  @ResolveField(() => Credit, {
    nullable: true,
    description: 'What it was paid for; none for a line on the whole period.',
  })
  credit(@Parent() { creditId }: Earning): Promise<Credit | null> | null {
    return creditId === null ? null : this.credits.entry(creditId);
  }

  @ResolveField(() => PlanVersion, {
    nullable: true,
    description: 'None where a plan is only tried.',
  })
  planVersion(@Parent() { planVersionId }: Earning): Promise<PlanVersion> | null {
    return planVersionId === triedVersion ? null : this.plans.version(planVersionId);
  }
}
