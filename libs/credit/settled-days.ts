import type { DealEvent } from '@laurel/deal';
import type { EntityManager } from 'typeorm';
import type { CreditedOn } from './credited-periods.service.js';

/** On which days the deals were paid or cancelled, for whoever they count or once counted for. */
export const settledOn = (tx: EntityManager, dealIds: readonly string[]): Promise<CreditedOn[]> =>
  tx.query(
    `select distinct payee_id as "payeeId", day
     from credit join (
       select deal_id, received_on as day from deal_payment where deal_id = any($1)
       union all select id, cancelled_on from deal where id = any($1) and cancelled_on is not null
     ) as settled using (deal_id)`,
    [dealIds],
  );

/** The days of events, for whoever their deals count or once counted for. */
export const creditedFor = (
  tx: EntityManager,
  events: readonly DealEvent[],
): Promise<CreditedOn[]> =>
  tx.query(
    `select distinct payee_id as "payeeId", day
     from unnest($1::uuid[], $2::date[]) as event (deal_id, day) join credit using (deal_id)`,
    [events.map(({ dealId }) => dealId), events.map(({ day }) => day)],
  );
