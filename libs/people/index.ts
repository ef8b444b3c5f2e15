import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiToken } from './api-token.entity.js';
import { ApiTokenResolver } from './api-token.resolver.js';
import { ApiTokenService } from './api-token.service.js';
import { AuditActorResolver } from './audit-actor.resolver.js';
import { Credential } from './credential.entity.js';
import { Invitation } from './invitation.entity.js';
import { InvitationResolver } from './invitation.resolver.js';
import { InvitationService } from './invitation.service.js';
import { MemberList } from './member-list.service.js';
import { Member } from './member.entity.js';
import { MemberLoader } from './member.loader.js';
import { MemberResolver } from './member.resolver.js';
import { MemberService } from './member.service.js';
import { Membership } from './membership.entity.js';
import { MembershipResolver } from './membership.resolver.js';
import { MembershipService } from './membership.service.js';
import { OrganizationSeeds } from './organization-seeds.js';
import { Organization } from './organization.entity.js';
import { OrganizationResolver } from './organization.resolver.js';
import { OrganizationService } from './organization.service.js';
import { Passwords } from './passwords.service.js';
import { MailFailure } from './mail-failure.entity.js';
import { PeopleJobs } from './people.jobs.js';
import { PersonImport } from './person.import.js';
import { Session } from './session.entity.js';
import { PeriodChangeResolver } from './period-change.resolver.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';
import { SignUpService } from './sign-up.service.js';
import { Team } from './team.entity.js';
import { TeamLoader } from './team.loader.js';
import { TeamResolver } from './team.resolver.js';
import { TeamService } from './team.service.js';
import { Tries } from './tries.service.js';
import { Viewers } from './viewer.js';

const entities = [
  ApiToken,
  Credential,
  Invitation,
  MailFailure,
  Member,
  Membership,
  Organization,
  Session,
  Team,
];
const resolvers = [
  ApiTokenResolver,
  AuditActorResolver,
  InvitationResolver,
  MemberResolver,
  MembershipResolver,
  OrganizationResolver,
  PeriodChangeResolver,
  SessionResolver,
  SignInResolver,
  TeamResolver,
];
const services = [
  ApiTokenService,
  MemberLoader,
  MembershipService,
  MemberService,
  OrganizationSeeds,
  Passwords,
  PeopleJobs,
  SessionService,
  SignUpService,
  TeamLoader,
  TeamService,
];
const inner = [
  InvitationService,
  MemberList,
  OrganizationService,
  PersonImport,
  SignInService,
  Tries,
  Viewers,
];

/** Organisations, people, teams, and who may come in. */
@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  providers: [...resolvers, ...services, ...inner],
  exports: services,
})
export class PeopleModule {}

export { ApiTokenService } from './api-token.service.js';
export { Credential } from './credential.entity.js';
export { mail } from './mail.js';
export { MailFailure } from './mail-failure.entity.js';
export { actorBehind, type Door } from './actor-query.js';
export { digest, newSecret } from './secret.js';
export { onViolation } from './violation.js';
export { cleanName } from './text-input.js';
export { Loader, keyedBy, listedBy } from './loader.js';
export { Member, MemberPage, Roles } from './member.entity.js';
export { MemberInput } from './member.input.js';
export { MemberLoader } from './member.loader.js';
export { MemberService } from './member.service.js';
export { Membership, Positions } from './membership.entity.js';
export { MembershipService } from './membership.service.js';
export { OrganizationSeeds, type OrganizationSeed } from './organization-seeds.js';
export { Organization } from './organization.entity.js';
export { Passwords } from './passwords.service.js';
export { PeopleJobs } from './people.jobs.js';
export { sessionCookie } from './session-cookie.js';
export { SessionService } from './session.service.js';
export { SignUpService, type SignUp } from './sign-up.service.js';
export { Team } from './team.entity.js';
export { TeamLoader } from './team.loader.js';
export { TeamService, type TeamChange } from './team.service.js';
