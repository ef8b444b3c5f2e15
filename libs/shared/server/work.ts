import { Injectable } from '@nestjs/common';
import { runAs, systemActor } from './actor.js';
import { Database } from './database.js';
import {
  drainLimit,
  type Due,
  type Handlers,
  type JobMap,
  type JobName,
  type ResumableHandler,
  type TransactionHandler,
} from './jobs.js';
import { Outbox } from './outbox.js';

type AnyData = JobMap[JobName];

/** Runs one piece of due work: exactly one effect, however often it is delivered. */
@Injectable()
export class Work {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  async run(due: Due, handlers: Handlers): Promise<void> {
    const handler = handlers[due.job];
    const run = () =>
      typeof handler === 'function'
        ? this.runInTransaction(due, handler as TransactionHandler<JobName>)
        : this.runResumable(due, handler as ResumableHandler<JobName>);
    try {
      await runAs(systemActor(due.organizationId), run);
    } catch (error) {
      await this.outbox.postpone(due, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private runInTransaction(due: Due, handler: TransactionHandler<JobName>): Promise<void> {
    return this.database.inOrganization(due.organizationId, async (tx) => {
      const limit = drainLimit(due.job);
      const all = await this.outbox.drain(due, limit);
      if (!all.length) return;
      await handler(all.at(-1) as AnyData, { tx, all });
      if (all.length === limit) this.outbox.publishLater(tx, [due]);
    });
  }

  private async runResumable(due: Due, handler: ResumableHandler<JobName>): Promise<void> {
    await handler.run(due.data as AnyData);
    await this.outbox.drain(due, Number.MAX_SAFE_INTEGER);
  }
}
