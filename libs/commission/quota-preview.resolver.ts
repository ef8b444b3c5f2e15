import { QuotaCorrectionInput } from '@laurel/goal';
import { Member, MemberLoader } from '@laurel/people';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { QuotaCorrectionPreview } from './quota-preview.js';
import { QuotaPreviews } from './quota-preview.service.js';

@Resolver(() => QuotaCorrectionPreview)
export class QuotaPreviewResolver {
  constructor(
    private readonly previews: QuotaPreviews,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => [QuotaCorrectionPreview], {
    description: 'What `correctQuotas` would post; only periods with a difference.',
  })
  previewQuotaCorrections(
    @Args('inputs', { type: () => [QuotaCorrectionInput] }) inputs: QuotaCorrectionInput[],
  ): Promise<QuotaCorrectionPreview[]> {
    return this.previews.of(inputs);
  }

  @ResolveField(() => Member)
  member(@Parent() { memberId }: QuotaCorrectionPreview): Promise<Member> {
    return this.members.load(memberId);
  }
}
