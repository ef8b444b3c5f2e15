import { actorBehind, digest, MemberLoader, newSecret, type Door } from '@laurel/people';
import { currentActor, Database, environment, runAs } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CalendarFeed } from './calendar.entity.js';
import { calendarText } from './calendar-text.js';
import type { OneOnOne } from './one-on-one.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { knownMeetings } from './series-rows.js';

const words = {
  en: { calendar: 'One-on-ones', title: (name: string) => `One-on-one with ${name}` },
  de: { calendar: 'Einzelgespräche', title: (name: string) => `Gespräch mit ${name}` },
};

/** One-on-ones in the calendars that people have anyway. */
@Injectable()
export class Calendars {
  constructor(
    private readonly database: Database,
    private readonly members: MemberLoader,
    private readonly series: OneOnOnes,
  ) {}

  /** The actor's own feed; null when there is none. */
  feed(): Promise<CalendarFeed | null> {
    const { memberId } = currentActor();
    return this.database.transaction((tx) => tx.findOneBy(CalendarFeed, { memberId }));
  }

  /** A new secret address, shown this once; the one before it ends. */
  renew(): Promise<string> {
    const { memberId } = currentActor();
    const secret = newSecret();
    return this.database.transaction(async (tx) => {
      const fresh = { memberId, tokenHash: digest(secret), createdAt: new Date() };
      await tx.upsert(CalendarFeed, fresh, ['organizationId', 'memberId']);
      return `${environment.publicUrl}/calendar/${secret}.ics`;
    });
  }

  /** Ends the address at once; answers whether there was one. */
  revoke(): Promise<boolean> {
    const { memberId } = currentActor();
    return this.database.transaction(async (tx) => {
      const { affected } = await tx.delete(CalendarFeed, { memberId });
      return Boolean(affected);
    });
  }

  /** The calendar behind a secret; undefined when it was revoked, or its owner has left. */
  async behind(secret: string): Promise<string | undefined> {
    const hash = digest(secret);
    const actor = await this.database.withSecret(
      { 'app.token_hash': hash.toString('hex') },
      async (tx) => {
        const [door]: Door[] = await tx.query(
          `select organization_id, member_id from calendar_feed where token_hash = $1`,
          [hash],
        );
        return door && actorBehind(tx, door);
      },
    );
    return actor && runAs(actor, async () => this.text(await this.series.mine()));
  }

  /** One series of the actor's own, to be put into any calendar. */
  invitation(id: string): Promise<string> {
    return this.database.transaction(async (tx: EntityManager) =>
      this.text([await this.series.own(tx, id)]),
    );
  }

  private text(all: readonly OneOnOne[]): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { memberId, locale } = currentActor();
      const { calendar, title } = words[locale === 'de' ? 'de' : 'en'];
      const known = await knownMeetings(tx, all);
      const shown = all.map(async (series) => {
        const partner = series.memberId === memberId ? series.partnerId : series.memberId;
        return {
          series,
          meetings: known.get(series.id) ?? [],
          title: title((await this.members.load(partner))?.name ?? ''),
          link: `${environment.publicUrl}/one-on-ones/${series.id}`,
        };
      });
      return calendarText(calendar, await Promise.all(shown), new Date());
    });
  }
}
