import { Int, Query, Resolver } from '@nestjs/graphql';
import { Database } from './database.js';
import { Outbox } from './outbox.js';

@Resolver()
export class WorkResolver {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  @Query(() => Int, {
    description: 'Pieces of work still due: 0 means that every figure is up to date.',
  })
  pendingWork() {
    return this.database.transaction((tx) => this.outbox.pendingCount(tx));
  }
}
