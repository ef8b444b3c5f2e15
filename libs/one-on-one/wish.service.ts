import { currentActor, Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { Reminder } from './core/index.js';
import type { OneOnOne } from './one-on-one.entity.js';
import { OneOnOnes } from './one-on-one.service.js';
import { Reminders } from './reminder.service.js';
import { OneOnOneWish } from './wish.entity.js';

/** What the actor wishes for a series; the other one has wishes of their own. */
@Injectable()
export class Wishes {
  constructor(
    private readonly database: Database,
    private readonly reminders: Reminders,
    private readonly series: OneOnOnes,
  ) {}

  async reminder(oneOnOneId: string): Promise<Reminder> {
    const { memberId } = currentActor();
    const wish = await this.database.transaction((tx) =>
      tx.findOneBy(OneOnOneWish, { oneOnOneId, memberId }),
    );
    return wish?.reminder ?? 'dayBefore';
  }

  saveReminder(oneOnOneId: string, reminder: Reminder): Promise<OneOnOne> {
    const { memberId } = currentActor();
    return this.database.transaction(async (tx) => {
      const series = await this.series.open(tx, oneOnOneId);
      const key = ['organizationId', 'oneOnOneId', 'memberId'];
      await tx.upsert(OneOnOneWish, { oneOnOneId, memberId, reminder }, key);
      await this.reminders.plan(tx, oneOnOneId);
      return series;
    });
  }
}
