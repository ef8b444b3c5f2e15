import { PeriodChange } from '@laurel/shared';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from './member.entity.js';
import { MemberLoader } from './member.loader.js';

/** Adds who it was to what was done to a period. */
@Resolver(() => PeriodChange)
export class PeriodChangeResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true })
  member(@Parent() { memberId }: PeriodChange): Promise<Member> | null {
    return memberId === null ? null : this.members.load(memberId);
  }
}
