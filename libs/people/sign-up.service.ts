import { randomUUID } from 'node:crypto';
import { Database, Problem, actsAs, environment } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Credential } from './credential.entity.js';
import { Member } from './member.entity.js';
import { OrganizationSeeds } from './organization-seeds.js';
import { Organization } from './organization.entity.js';
import { Passwords } from './passwords.service.js';
import { SessionService } from './session.service.js';
import { cleanEmail, cleanName } from './text-input.js';
import { Tries } from './tries.service.js';
import type { Visitor } from './visitor.js';

export type SignUp = { organizationName: string; name: string; email: string; password: string };

@Injectable()
export class SignUpService {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly seeds: OrganizationSeeds,
    private readonly sessions: SessionService,
    private readonly tries: Tries,
  ) {}

  /** Makes an organisation with its first admin; the answer is the secret of the admin's session. */
  async signUp(
    { organizationName, name, email, password }: SignUp,
    visitor: Visitor,
  ): Promise<string> {
    if (!environment.signUp)
      throw new Problem(
        'SIGN_UP_CLOSED',
        'New organisations are not taken in here. Ask for an invitation.',
      );
    await this.tries.count(visitor.address);
    const organization = { name: cleanName(organizationName, 'organizationName') };
    const admin = { name: cleanName(name), email: cleanEmail(email) };
    const passwordHash = await this.passwords.hash(password);
    const organizationId = randomUUID();
    return this.database.inOrganization(organizationId, async (tx) => {
      const memberId = await this.create(tx, organization, admin, passwordHash);
      actsAs(organizationId, memberId);
      return this.sessions.start(tx, memberId, visitor);
    });
  }

  /** Fills the transaction's own, still empty organisation. The answer is the admin's id. */
  async create(
    tx: EntityManager,
    organization: Pick<Organization, 'name'> & Partial<Organization>,
    admin: Pick<Member, 'name' | 'email'>,
    passwordHash: string,
  ): Promise<string> {
    const row = tx.create(Organization, organization);
    await tx.insert(Organization, row);
    const member = tx.create(Member, { ...admin, role: 'admin', currency: row.currency });
    await tx.insert(Member, member);
    await tx.insert(Credential, { memberId: member.id, email: admin.email, passwordHash });
    await this.seeds.sow(tx);
    return member.id;
  }
}
