import { Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Database } from './database.js';
import { FailedWork } from './failed-work.js';
import { FailedWorks } from './failed-work.service.js';
import { Outbox } from './outbox.js';

@Resolver()
export class WorkResolver {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly failed: FailedWorks,
  ) {}

  @Query(() => Int, {
    description: 'Pieces of work still due: 0 means that every figure is up to date.',
  })
  pendingWork() {
    return this.database.transaction((tx) => this.outbox.pendingCount(tx));
  }

  @Query(() => [FailedWork], { description: 'At most 100, the longest-standing first.' })
  failedWork(): Promise<FailedWork[]> {
    return this.failed.list();
  }

  @Mutation(() => Int, {
    description: 'Tries what has failed again at once; answers how many calculations that are.',
  })
  retryWork(): Promise<number> {
    return this.failed.retry();
  }
}
