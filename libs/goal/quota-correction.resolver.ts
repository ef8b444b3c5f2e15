import { Member, MemberLoader } from '@laurel/people';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QuotaCorrection } from './quota-correction.entity.js';
import { QuotaCorrections } from './quota-correction.service.js';
import { QuotaCorrectionInput } from './quota.entity.js';

@Resolver(() => QuotaCorrection)
export class QuotaCorrectionResolver {
  constructor(
    private readonly corrections: QuotaCorrections,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => [QuotaCorrection], {
    name: 'quotaCorrections',
    description: 'How quotas of a period were corrected after it was locked, the newest first.',
  })
  list(@Args('period') period: string): Promise<QuotaCorrection[]> {
    return this.corrections.list(period);
  }

  @Mutation(() => [QuotaCorrection], {
    description:
      'Corrects quotas of locked periods, all or none. What was paid stays; the differences are posted in the open period.',
  })
  correctQuotas(
    @Args('inputs', { type: () => [QuotaCorrectionInput] }) inputs: QuotaCorrectionInput[],
    @Args('reason') reason: string,
  ): Promise<QuotaCorrection[]> {
    return this.corrections.correct(inputs, reason);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: QuotaCorrection): Promise<Member> {
    return this.members.load(memberId);
  }

  @ResolveField(() => Member, { nullable: true, description: 'Who corrected it.' })
  createdBy(@Parent() { createdBy }: QuotaCorrection): Promise<Member> | null {
    return createdBy === null ? null : this.members.load(createdBy);
  }
}
