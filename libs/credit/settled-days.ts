import type { DealEvent } from '@laurel/deal';
import { ask } from '@laurel/shared';
import type { EntityManager } from 'typeorm';
import type { CreditedOn } from './credited-periods.service.js';

/** The days of events, for whoever their deals count or once counted for. */
export const creditedFor = (
  tx: EntityManager,
  events: readonly DealEvent[],
): Promise<Omit<CreditedOn, 'own'>[]> =>
  ask(
    tx,
    `select distinct payee_id as "payeeId", day
     from unnest($1::uuid[], $2::date[]) as event (deal_id, day) join credit_entry using (deal_id)`,
    [events.map(({ dealId }) => dealId), events.map(({ day }) => day)],
  );

/** On which days the deals were paid or cancelled. Most have none. */
export const eventsOf = (tx: EntityManager, dealIds: readonly string[]): Promise<DealEvent[]> =>
  ask(
    tx,
    `select deal_id as "dealId", received_on as day from deal_payment where deal_id = any($1)
     union all
     select id, cancelled_on from deal where id = any($1) and cancelled_on is not null`,
    [dealIds],
  );
