import { currentActor, runAs, type RequestContext } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { MemberLoader } from './member.loader.js';
import { Member } from './member.entity.js';
import { Organization } from './organization.entity.js';
import { OrganizationService } from './organization.service.js';
import { setSessionCookie } from './session-cookie.js';
import { SessionService } from './session.service.js';

@ObjectType({ description: 'Who is signed in, and where.' })
export class Viewer {
  @Field(() => Member) member: Member;
  @Field(() => Organization) organization: Organization;
}

@Injectable()
export class Viewers {
  constructor(
    private readonly members: MemberLoader,
    private readonly organizations: OrganizationService,
    private readonly sessions: SessionService,
  ) {}

  /** The current actor as a person. */
  async current(): Promise<Viewer> {
    const member = await this.members.load(currentActor().memberId);
    return { member, organization: await this.organizations.current() };
  }

  /** Hands the browser its new secret; the rest of this request is answered as the person signed in. */
  async enter(context: RequestContext, token: string): Promise<Viewer> {
    const actor = await this.sessions.actorOf(token);
    setSessionCookie(context, token);
    context.actor = actor;
    return runAs(actor, () => this.current());
  }
}
