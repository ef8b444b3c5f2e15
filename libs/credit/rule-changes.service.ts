import { Outbox, type JobMap } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { meets, type CreditableDeal } from './core/index.js';
import { wonSince } from './creditable-deals.js';
import { CreditingRule } from './crediting-rule.entity.js';

/** Deals read at once, and carried by one job. */
const batchSize = 1_000;

/** Has the deals credited again that a changed rule may be about. */
@Injectable()
export class RuleChanges {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Won deals since the day that meet any version of the rule. Whether there are owner rules at all decides
   * about every deal, so that a change of one is about all of them.
   */
  async announce(tx: EntityManager, { name, since }: JobMap['rule.changed']): Promise<void> {
    const versions = await tx.findBy(CreditingRule, { name });
    const isAbout = (deal: CreditableDeal) =>
      versions.some(({ document }) => document.kind === 'owner' || meets(deal, document.when));
    for (let after: string | null = null, more = true; more;) {
      const deals: CreditableDeal[] = await wonSince(tx, since, after, batchSize);
      const dealIds = deals.filter(isAbout).map(({ id }) => id);
      if (dealIds.length) await this.outbox.emit(tx, 'credit.assign', { dealIds });
      after = deals.at(-1)?.id ?? null;
      more = deals.length === batchSize;
    }
  }
}
