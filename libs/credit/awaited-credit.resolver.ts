import { Member, MemberLoader } from '@laurel/people';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AwaitedCredit } from './awaited-credit.entity.js';

@Resolver(() => AwaitedCredit)
export class AwaitedCreditResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  payee(@Parent() { payeeId }: AwaitedCredit): Promise<Member> {
    return this.members.load(payeeId);
  }
}
