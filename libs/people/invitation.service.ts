import { Database, Outbox, Problem, actsAs, environment } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isPlaceholderEmail } from './core/email.js';
import { invitationMail } from './core/invitation-mail.js';
import { isLocale } from './core/locale.js';
import type { Invitation, InvitationInfo } from './invitation.entity.js';
import { mail } from './mail.js';
import { Passwords } from './passwords.service.js';
import { digest, newSecret } from './secret.js';
import { SessionService } from './session.service.js';
import { Tries } from './tries.service.js';
import type { Visitor } from './visitor.js';

const days = 7;

type Invited = InvitationInfo & { memberId: string; locale: string };
type Made = Pick<Invitation, 'link' | 'expiresAt' | 'sent'>;

const spent = () =>
  new Problem(
    'INVITATION_SPENT',
    'This invitation was used, replaced or is too old. Ask for a new one.',
  );

const invitedQuery = `
  select member.id as "memberId", member.name as "memberName", email,
    organization.name as "organizationName", coalesce(member.locale, organization.locale) as locale
  from member join organization using (organization_id)
  where member.id = $1 and (left_on is null or left_on > today())`;

/** Links with which people choose their password, the first one or a new one. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly passwords: Passwords,
    private readonly sessions: SessionService,
    private readonly tries: Tries,
  ) {}

  /** Makes a link for a member and mails it where mail is set up; earlier links stop working. */
  invite(memberId: string): Promise<Made> {
    return this.database.transaction(async (tx) => {
      const invited = await invitedMember(tx, memberId);
      if (!invited)
        throw new Problem('NOT_FOUND', 'There is no such person here.', { id: memberId });
      if (isPlaceholderEmail(invited.email))
        throw new Problem('EMAIL_MISSING', 'Enter the e-mail address of this person first.', {
          field: 'email',
        });
      const token = newSecret();
      const expiresAt = await store(tx, memberId, token);
      const link = `${environment.publicUrl}/invitation/${token}`;
      const sent = environment.smtpUrl !== undefined;
      if (sent) await this.outbox.emit(tx, 'mail.send', letter(invited, link));
      return { link, expiresAt, sent };
    });
  }

  /** Whom a link invites; null when it works no more. */
  async info(token: string): Promise<InvitationInfo | null> {
    const organizationId = await this.organizationOf(token);
    if (!organizationId) return null;
    return this.database.inOrganization(organizationId, async (tx) => {
      const [row] = await tx.query(`select member_id from invitation where token_hash = $1`, [
        digest(token),
      ]);
      return (row && (await invitedMember(tx, row.member_id))) ?? null;
    });
  }

  /** Sets the invited member's password and signs them in; a link works once. The answer is the session's secret. */
  async accept(token: string, password: string, visitor: Visitor): Promise<string> {
    const takeBack = await this.tries.count(visitor.address);
    const organizationId = await this.organizationOf(token);
    if (!organizationId) throw spent();
    await takeBack();
    actsAs(organizationId);
    const passwordHash = await this.passwords.hash(password);
    return this.database.inOrganization(organizationId, async (tx) => {
      const memberId = await spend(tx, token);
      actsAs(organizationId, memberId);
      await setPassword(tx, memberId, passwordHash);
      await this.sessions.endAll(tx, memberId);
      return this.sessions.start(tx, memberId, visitor);
    });
  }

  private organizationOf(token: string): Promise<string | undefined> {
    const hash = digest(token);
    return this.database.withSecret({ 'app.token_hash': hash.toString('hex') }, async (tx) => {
      const [row]: { organization_id: string }[] = await tx.query(
        `select organization_id from invitation
         where token_hash = $1 and accepted_at is null and expires_at > now()`,
        [hash],
      );
      return row?.organization_id;
    });
  }
}

async function invitedMember(tx: EntityManager, memberId: string): Promise<Invited | undefined> {
  const [member]: Invited[] = await tx.query(invitedQuery, [memberId]);
  return member;
}

function letter({ email, locale, memberId, memberName, organizationName }: Invited, link: string) {
  const words = invitationMail(isLocale(locale) ? locale : 'en', {
    memberName,
    organizationName,
    link,
    days,
  });
  return mail(link, email, words.subject, words.text, memberId);
}

async function store(tx: EntityManager, memberId: string, token: string): Promise<Date> {
  await tx.query(`delete from invitation where member_id = $1`, [memberId]);
  const [row]: [{ expires_at: Date }] = await tx.query(
    `insert into invitation (member_id, token_hash, expires_at)
     values ($1, $2, now() + interval '${days} days') returning expires_at`,
    [memberId, digest(token)],
  );
  return row.expires_at;
}

/** The row itself decides who comes first: of two at once, one finds it spent. */
async function spend(tx: EntityManager, token: string): Promise<string> {
  const [[row]]: [{ member_id: string }[]] = await tx.query(
    `update invitation set accepted_at = now()
     where token_hash = $1 and accepted_at is null and expires_at > now() returning member_id`,
    [digest(token)],
  );
  if (!row || !(await invitedMember(tx, row.member_id))) throw spent();
  return row.member_id;
}

async function setPassword(
  tx: EntityManager,
  memberId: string,
  passwordHash: string,
): Promise<void> {
  await tx.query(
    `insert into credential (member_id, email, password_hash)
     select id, email, $2 from member where id = $1
     on conflict (organization_id, member_id)
       do update set password_hash = excluded.password_hash, changed_at = now()`,
    [memberId, passwordHash],
  );
}
