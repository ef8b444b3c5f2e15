import type { RequestContext } from '@laurel/shared';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Invitation, InvitationInfo } from './invitation.entity.js';
import { InvitationService } from './invitation.service.js';
import { Viewer, Viewers } from './viewer.js';
import { visitorOf } from './visitor.js';

@Resolver(() => Invitation)
export class InvitationResolver {
  constructor(
    private readonly invitations: InvitationService,
    private readonly viewers: Viewers,
  ) {}

  @Query(() => InvitationInfo, { nullable: true, description: 'Null when the link works no more.' })
  invitation(@Args('token') token: string) {
    return this.invitations.info(token);
  }

  @Mutation(() => Invitation, {
    description: 'Makes a link with which a member chooses a password.',
  })
  inviteMember(@Args('memberId', { type: () => ID }) memberId: string) {
    return this.invitations.invite(memberId);
  }

  @Mutation(() => Viewer, { description: 'Sets the password and signs in; each link works once.' })
  async acceptInvitation(
    @Args('token') token: string,
    @Args('password') password: string,
    @Context() context: RequestContext,
  ) {
    return this.viewers.enter(
      context,
      await this.invitations.accept(token, password, visitorOf(context)),
    );
  }
}
