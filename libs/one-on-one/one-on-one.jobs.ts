import type { Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Reminders } from './reminder.service.js';

@Injectable()
export class OneOnOneJobs {
  constructor(private readonly reminders: Reminders) {}

  readonly handlers: Pick<Handlers, 'presence.changed' | 'oneOnOne.remind'> = {
    'presence.changed': ({ memberId }, { tx }) => this.reminders.planOf(tx, memberId),
    'oneOnOne.remind': (due, { tx }) => this.reminders.remind(tx, due),
  };
}
