import { Member, MemberLoader } from '@laurel/people';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Credit } from './credit.entity.js';

@Resolver(() => Credit)
export class CreditResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: Credit): Promise<Member> {
    return this.members.load(payeeId);
  }
}
