import type { Handlers } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import { Credits } from './credit.service.js';
import { RuleChanges } from './rule-changes.service.js';

@Injectable()
export class CreditJobs {
  constructor(
    private readonly credits: Credits,
    private readonly changes: RuleChanges,
  ) {}

  readonly handlers: Pick<
    Handlers,
    'credit.assign' | 'deal.event' | 'membership.changed' | 'rule.changed'
  > = {
    'credit.assign': (_, { tx, all }) =>
      this.credits.assign(tx, [...new Set(all.flatMap(({ dealIds }) => dealIds))]),
    'deal.event': (_, { tx, all }) =>
      this.credits.follow(
        tx,
        all.flatMap(({ events }) => events),
      ),
    'membership.changed': ({ memberId, from }, { tx }) => this.credits.reassign(tx, memberId, from),
    'rule.changed': (change, { tx }) => this.changes.announce(tx, change),
  };
}
