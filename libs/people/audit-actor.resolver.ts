import { AuditEntry } from '@laurel/shared';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Member } from './member.entity.js';
import { MemberLoader } from './member.loader.js';

/** Who acted: the audit trail itself knows no people. */
@Resolver(() => AuditEntry)
export class AuditActorResolver {
  constructor(private readonly members: MemberLoader) {}

  @ResolveField(() => Member, { nullable: true, description: 'Nobody, where the system acted.' })
  actor(@Parent() { actorId }: AuditEntry) {
    return actorId && this.members.load(actorId);
  }
}
