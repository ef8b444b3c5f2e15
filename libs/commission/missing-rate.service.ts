import { poolMates } from '@laurel/credit';
import { Database } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { MissingRate } from './missing-rate.js';

/** Finds the credits that no rate brings into the currency of a plan that pays for them, or shares a pool of them. */
@Injectable()
export class MissingRates {
  constructor(private readonly database: Database) {}

  /** One row for each pair of currencies; empty when everything can be paid. */
  list(): Promise<MissingRate[]> {
    return this.database.transaction((tx) => tx.query(missing));
  }
}

const missing = `
  select credit.currency as "from", paid_in.currency as "to", min(credited_on) as "firstDay",
    max(credited_on) as "lastDay", count(distinct deal_id)::int as deals
  from credit
  join (
    select distinct member_id, from_day, to_day, document ->> 'currency' as currency
    from plan_assignment join plan_version using (organization_id, plan_id)
    union
    select mate_id, from_day, to_day, currency from (${poolMates}) pooled
  ) paid_in on member_id = payee_id and paid_in.currency <> credit.currency
    and credited_on >= from_day and (to_day is null or credited_on < to_day)
  where not void and not exists (
    select from exchange_rate
    where (from_currency, to_currency)
        in ((credit.currency, paid_in.currency), (paid_in.currency, credit.currency))
      and day <= credited_on)
  group by 1, 2 order by 1, 2`;
