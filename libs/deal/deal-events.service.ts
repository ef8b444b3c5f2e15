import { Outbox, type JobMap } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Something that happened to a deal on a day, or is no longer said to have happened: paid, cancelled. */
export type DealEvent = JobMap['deal.event']['events'][number];

/** The most events that one job carries. */
const jobSize = 1_000;

/** Tells those who compute from deals what happened to which of them, and when. */
@Injectable()
export class DealEvents {
  constructor(private readonly outbox: Outbox) {}

  async announce(tx: EntityManager, events: readonly DealEvent[]): Promise<void> {
    const batches = Array.from({ length: Math.ceil(events.length / jobSize) }, (_, at) => ({
      events: events.slice(at * jobSize, (at + 1) * jobSize),
    }));
    await this.outbox.emitAll(tx, 'deal.event', batches);
  }
}
