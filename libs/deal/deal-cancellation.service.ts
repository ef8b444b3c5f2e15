import { Database, Problem } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  cancellationFaults,
  notCancelled,
  settleCancellation,
  type Cancellation,
  type CancellationWish,
} from './core/index.js';
import { DealEvents } from './deal-events.service.js';
import { Deal } from './deal.entity.js';
import { refusal } from './refusal.js';

/** Won deals that the customer went back on: the sale and its credits stay, what it paid may be taken back. */
@Injectable()
export class DealCancellations {
  constructor(
    private readonly database: Database,
    private readonly events: DealEvents,
  ) {}

  /** Cancels the deal, or says something else about its cancellation. */
  cancel(id: string, wish: CancellationWish): Promise<Deal> {
    return this.database.transaction(async (tx) => {
      const deal = await hold(tx, id);
      const settled = settleCancellation(wish, deal, deal);
      const faults = cancellationFaults(wish, { ...deal, ...settled });
      if (faults.length)
        throw refusal(
          'CANCELLATION_REFUSED',
          faults.map((fault) => ({ row: 0, ...fault })),
        );
      return this.write(tx, deal, settled);
    });
  }

  /** The cancellation was a mistake. */
  reinstate(id: string): Promise<Deal> {
    return this.database.transaction(async (tx) =>
      this.write(tx, await hold(tx, id), notCancelled),
    );
  }

  private async write(tx: EntityManager, deal: Deal, after: Cancellation): Promise<Deal> {
    const changed: { id: string }[] = (
      await tx.query(
        `update deal set cancelled_on = $2, cancel_reason = $3, months_served = $4,
           version = version + 1, updated_at = now()
         where id = $1 and (cancelled_on, cancel_reason, months_served) is distinct from ($2, $3, $4)
         returning id`,
        [deal.id, after.cancelledOn, after.cancelReason, after.monthsServed],
      )
    )[0];
    const days = [...new Set([deal.cancelledOn, after.cancelledOn])].filter((day) => day !== null);
    if (changed.length)
      await this.events.announce(
        tx,
        days.map((day) => ({ dealId: deal.id, day })),
      );
    return tx.findOneOrFail(Deal, {
      where: { id: deal.id },
      relations: { account: true, product: true },
    });
  }
}

async function hold(tx: EntityManager, id: string): Promise<Deal> {
  const deal = await tx
    .createQueryBuilder(Deal, 'deal')
    .where('deal.id::text = :id and deal.removed_at is null', { id })
    .setLock('pessimistic_write')
    .getOne();
  if (!deal) throw new Problem('NOT_FOUND', 'There is no such deal.', { id });
  return deal;
}
