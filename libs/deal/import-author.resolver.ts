import { Member, MemberLoader } from '@laurel/people';
import { Import } from '@laurel/shared';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';

/** Who sent a file: imports themselves know no people. */
@Resolver(() => Import)
export class ImportAuthorResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member)
  createdBy(@Parent() { createdBy }: Import) {
    return this.members.load(createdBy);
  }
}
