import { Injectable } from '@nestjs/common';
import { runAs, systemActor } from './actor.js';
import { Database } from './database.js';
import type {
  Due,
  Handlers,
  JobMap,
  JobName,
  ResumableHandler,
  TransactionHandler,
} from './jobs.js';
import { Outbox } from './outbox.js';

/** Batches of deals that one run of a job may take together. */
const drainLimit = 20;

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
      const all = await this.outbox.drain(due, drainLimit);
      if (!all.length) return;
      await handler(all.at(-1) as AnyData, { tx, all });
      if (all.length === drainLimit) this.outbox.publishLater(tx, [due]);
    });
  }

  private async runResumable(due: Due, handler: ResumableHandler<JobName>): Promise<void> {
    await handler.run(due.data as AnyData);
    await this.outbox.drain(due, Number.MAX_SAFE_INTEGER);
  }
}
