import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runAs, systemActor } from './actor.js';
import { Database } from './database.js';
import {
  bringsFacts,
  followedAtMost,
  type Due,
  type Handlers,
  type JobMap,
  type JobName,
  type ResumableHandler,
  type TransactionHandler,
} from './jobs.js';
import type { Following } from './following.js';
import { Outbox } from './outbox.js';
import { keptPlans } from './statement.js';

type AnyData = JobMap[JobName];

/** Runs one piece of due work: exactly one effect, however often it is delivered. */
@Injectable()
export class Work {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Tries it, without a note of a failure: whoever tries it before it is handed out by the queue. */
  attempt(due: Due, handlers: Handlers): Promise<void> {
    return runAs(systemActor(due.organizationId), () => this.once(due, handlers));
  }

  async run(due: Due, handlers: Handlers): Promise<void> {
    try {
      await this.attempt(due, handlers);
    } catch (error) {
      await this.outbox.postpone(due, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  private async once(due: Due, handlers: Handlers): Promise<void> {
    const handler = handlers[due.job];
    if (typeof handler !== 'function')
      return this.runResumable(due, handler as ResumableHandler<JobName>, handlers);
    let followed = false;
    try {
      await this.runInTransaction(
        due,
        handler as TransactionHandler<JobName>,
        async (tx, after) => {
          followed = true;
          await this.follow(tx, after, handlers);
        },
      );
    } catch (error) {
      // What cannot be done of the rest of the path must not hold up its beginning: each piece goes its own way.
      if (!followed) throw error;
      await this.runInTransaction(due, handler as TransactionHandler<JobName>);
    }
  }

  private runInTransaction(
    due: Due,
    handler: TransactionHandler<JobName>,
    follow?: (tx: EntityManager, after: Following) => Promise<void>,
  ): Promise<void> {
    const work = async (tx: EntityManager) => {
      const { all, more } = await this.outbox.drain(due);
      if (!all.length) return;
      // While there is more of the same, what follows from it would only be done again.
      const after = follow && !more && this.outbox.follow(tx, due.job);
      await handler(all.at(-1) as AnyData, { tx, all });
      if (after) await follow(tx, after);
      if (more) this.outbox.publishLater(tx, [due]);
    };
    return this.database.inOrganization(
      due.organizationId,
      work,
      bringsFacts(due.job) ? keptPlans : {},
    );
  }

  /** Does what the transaction led to, down the path; where that is much it goes through the queue after all. */
  private async follow(tx: EntityManager, after: Following, handlers: Handlers): Promise<void> {
    for (let stage = after.next(); stage; stage = after.next()) {
      const few = stage.filter(([, due]) => due.size <= followedAtMost);
      this.outbox.claim(
        tx,
        few.flatMap(([job, due]) => [...due.keys()].map((key) => ({ job, key }))),
      );
      const ends = await Promise.allSettled(
        stage.map(async ([job, due]) => {
          const all = [...due.values()].flat() as AnyData[];
          if (due.size > followedAtMost) return this.outbox.emitAll(tx, job, all);
          return (handlers[job] as TransactionHandler<JobName>)(all.at(-1)!, { tx, all });
        }),
      );
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    }
  }

  private async runResumable(
    due: Due,
    handler: ResumableHandler<JobName>,
    handlers: Handlers,
  ): Promise<void> {
    const newest = await this.outbox.newest(due);
    if (newest === null) return;
    await handler.run(due.data as AnyData, async (tx, work) => {
      const after = this.outbox.follow(tx, due.job);
      await work();
      await this.follow(tx, after, handlers);
    });
    await this.outbox.remove(due, newest);
  }
}
