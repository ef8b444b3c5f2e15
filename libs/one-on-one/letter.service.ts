import { mail, Member, Organization } from '@laurel/people';
import { environment, Outbox } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { oneOnOneMail, type MailKind } from './core/index.js';
import type { OneOnOne } from './one-on-one.entity.js';

type Told = {
  readonly kind: MailKind;
  readonly number: number;
  readonly day: string;
  readonly time: string;
  readonly timeZone: string;
};

/** Mails to one of the two: when they meet, and nothing of what they write. */
@Injectable()
export class Letters {
  constructor(private readonly outbox: Outbox) {}

  /** Sends one for each cause, in its reader's language; none where no mails are sent. */
  async send(
    tx: EntityManager,
    series: OneOnOne,
    memberId: string,
    cause: string,
    { kind, number, ...when }: Told,
  ): Promise<void> {
    if (environment.smtpUrl === undefined) return;
    const partnerId = memberId === series.memberId ? series.partnerId : series.memberId;
    const [organization] = (await tx.find(Organization)) as [Organization];
    const [member, partner] = await Promise.all(
      [memberId, partnerId].map((id) => tx.findOneByOrFail(Member, { id })),
    );
    if (!member?.email) return;
    const locale = (member.locale ?? organization.locale) === 'de' ? 'de' : 'en';
    const { subject, text } = oneOnOneMail(kind, locale, {
      memberName: member.name,
      partnerName: partner!.name,
      organizationName: organization.name,
      link: `${environment.publicUrl}/one-on-ones/${series.id}/${number}`,
      ...when,
    });
    await this.outbox.emit(tx, 'mail.send', mail(cause, member.email, subject, text));
  }
}
