import { Member, MemberLoader } from '@laurel/people';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { membersNamed } from './core/index.js';
import { CreditingRule, CreditingRuleInput } from './crediting-rule.entity.js';
import { CreditingRules } from './crediting-rule.service.js';

@Resolver(() => CreditingRule)
export class CreditingRuleResolver {
  constructor(
    private readonly rules: CreditingRules,
    private readonly members: MemberLoader,
  ) {}

  @Query(() => [CreditingRule], {
    description: 'The latest version of each rule by name; with the history all, newest first.',
  })
  creditingRules(@Args('history', { defaultValue: false }) history: boolean) {
    return this.rules.list(history);
  }

  @Mutation(() => CreditingRule, {
    description: 'Adds the next version of a rule; the deals it is about are credited again.',
  })
  saveCreditingRule(@Args('input') input: CreditingRuleInput) {
    return this.rules.save(input);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes a rule away, as if it had never been; to end it, save a version with a last day.',
  })
  removeCreditingRule(@Args('id', { type: () => ID }) id: string) {
    return this.rules.remove(id);
  }

  @ResolveField(() => [Member], { description: 'Whom the document names.' })
  named(@Parent() { document }: CreditingRule): Promise<Member[]> {
    return Promise.all(membersNamed(document).map((id) => this.members.load(id)));
  }
}
