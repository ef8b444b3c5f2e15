import { randomUUID } from 'node:crypto';
import { Database, Outbox, Problem, currentActor } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isLocale } from './core/locale.js';
import { memberFault } from './core/member.js';
import { Credential } from './credential.entity.js';
import { Member } from './member.entity.js';
import type { MemberInput } from './member.input.js';
import { MemberLoader } from './member.loader.js';
import { MembershipService } from './membership.service.js';
import { Organization } from './organization.entity.js';
import { SessionService } from './session.service.js';
import { cleanEmail, cleanName } from './text-input.js';
import { onViolation } from './violation.js';

const emailTaken = () =>
  new Problem('EMAIL_TAKEN', 'Somebody here has this e-mail address already.', { field: 'email' });

/** Adds and changes people. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly loader: MemberLoader,
    private readonly memberships: MembershipService,
    private readonly sessions: SessionService,
    private readonly outbox: Outbox,
  ) {}

  /** Adds a member, or changes one; whoever changes role or leaves is signed out at once. */
  save(input: MemberInput): Promise<Member> {
    return this.database.transaction(async (tx) => {
      // One change of people at a time, so that two cannot remove the last two admins together.
      const [organization] = await tx.find(Organization, { lock: { mode: 'for_no_key_update' } });
      const before = input.id ? await found(tx, input.id) : undefined;
      const member = merged(input, before, organization!.currency);
      await onViolation('unique', emailTaken, () => this.store(tx, member, before));
      if (before) await this.follow(tx, before, member);
      if (!before || decisive.some((field) => before[field] !== member[field]))
        await this.outbox.emit(tx, 'plan.assign', { why: 'people' });
      this.loader.forget();
      return member;
    });
  }

  /** A member who is not stored yet, under an id of their own; `addAll` stores them. */
  newcomer(input: MemberInput, currency: string): Member {
    return merged(input, Object.assign(new Member(), { id: randomUUID() }), currency);
  }

  /** Adds many members at once. */
  async addAll(members: Member[]): Promise<void> {
    if (!members.length) return;
    await onViolation('unique', emailTaken, () =>
      this.database.transaction(async (tx) => {
        await tx.insert(Member, members);
        await this.outbox.emit(tx, 'plan.assign', { why: 'people' });
      }),
    );
  }

  /** Sets the language the current actor reads. */
  setLocale(locale: string): Promise<Member> {
    if (!isLocale(locale))
      throw new Problem('BAD_VALUE', `Laurel does not speak "${locale}" yet. Choose en or de.`, {
        field: 'locale',
      });
    return this.database.transaction(async (tx) => {
      const { memberId } = currentActor();
      await tx.update(Member, { id: memberId }, { locale });
      this.loader.forget();
      return found(tx, memberId);
    });
  }

  private async store(tx: EntityManager, member: Member, before?: Member): Promise<void> {
    if (!before) {
      await tx.insert(Member, member);
      return;
    }
    const { organizationId: _, id, ...changed } = member;
    await tx.update(Member, { id }, changed);
    await tx.update(Credential, { memberId: id }, { email: member.email });
  }

  /** What else a change means: rights end at once, places end with the stay, an admin remains. */
  private async follow(tx: EntityManager, before: Member, member: Member): Promise<void> {
    const roleChanged = member.role !== before.role;
    if (roleChanged && member.id === currentActor().memberId)
      throw new Problem('OWN_ROLE', 'Nobody can change their own role. Ask another administrator.');
    if (before.role === 'admin') await assertAdminRemains(tx);
    if (member.leftOn !== null && member.leftOn !== before.leftOn)
      await this.memberships.end(tx, member.id, member.leftOn);
    if (member.leftOn !== before.leftOn)
      await this.outbox.emit(tx, 'presence.changed', { memberId: member.id });
    if (roleChanged || member.region !== before.region) await noteRole(tx, before, member);
    if (roleChanged || (await hasLeft(tx, member.id))) await this.sessions.endAll(tx, member.id);
  }
}

/** What of somebody decides which rules are for them. */
const decisive = ['role', 'region', 'currency', 'hiredOn', 'leftOn'] as const;

/** What somebody was stays known for the days before today. */
async function noteRole(
  tx: EntityManager,
  before: Member,
  { role, region }: Member,
): Promise<void> {
  await tx.query(
    `insert into member_role (member_id, from_day, role, region) values ($1, '0001-01-01', $2, $3)
     on conflict do nothing`,
    [before.id, before.role, before.region],
  );
  await tx.query(
    `insert into member_role (member_id, from_day, role, region) values ($1, today(), $2, $3)
     on conflict (organization_id, member_id, from_day) do update
       set role = excluded.role, region = excluded.region`,
    [before.id, role, region],
  );
}

/** The member as the input wants them; refuses what cannot be. */
function merged(input: MemberInput, before: Member | undefined, currency: string): Member {
  const member = Object.assign(new Member(), before, {
    name: cleanName(input.name),
    email: cleanEmail(input.email),
    role: input.role,
    hiredOn: kept(input.hiredOn, before?.hiredOn),
    leftOn: kept(input.leftOn, before?.leftOn),
    currency: input.currency ?? before?.currency ?? currency,
    locale: kept(input.locale, before?.locale),
    region: kept(input.region, before?.region),
    timeZone: kept(input.timeZone, before?.timeZone),
    hr: input.hr ?? before?.hr ?? false,
  });
  const fault = memberFault(member);
  if (fault) throw new Problem('BAD_VALUE', fault.reason, { field: fault.field });
  return member;
}

/** What was given, null included; otherwise what was there. */
const kept = <T>(given: T | null | undefined, before: T | null | undefined): T | null =>
  given === undefined ? (before ?? null) : given;

async function found(tx: EntityManager, id: string): Promise<Member> {
  const member = await tx.findOneBy(Member, { id });
  if (!member) throw new Problem('NOT_FOUND', 'There is no such person here.', { id });
  return member;
}

async function hasLeft(tx: EntityManager, id: string): Promise<boolean> {
  const rows = await tx.query(`select id from member where id = $1 and left_on <= today()`, [id]);
  return rows.length > 0;
}

/** Somebody who can sign in and has no day of leaving must be able to run the organisation. */
async function assertAdminRemains(tx: EntityManager): Promise<void> {
  const admins = await tx.query(
    `select member_id from credential join member on member.id = credential.member_id
     where role = 'admin' and left_on is null limit 1`,
  );
  if (!admins.length)
    throw new Problem(
      'LAST_ADMIN',
      'This is the last administrator. Make somebody else one first.',
    );
}
