import { assertMaySee, Database } from '@laurel/shared';
import { groupBy } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { BalanceMovement, type PeriodBalance } from './balance-movement.entity.js';
import { balancesOf, payoutOf } from './core/index.js';

/** Reads what payees carry over from period to period. */
@Injectable()
export class Balances {
  constructor(private readonly database: Database) {}

  /** All periods of a payee in which something was earned or moved, the newest last. */
  of(payeeId: string): Promise<PeriodBalance[]> {
    assertMaySee('Query.balances', payeeId);
    return this.database.transaction(async (tx) => {
      const periods = await periodsOf(tx, payeeId);
      const movements = await movementsOf(tx, payeeId);
      return ledgerOf(payeeId, periods, movements);
    });
  }

  /** One period of that ledger; null when nothing was earned or moved in it. */
  async in(payeeId: string, period: string): Promise<PeriodBalance | null> {
    return (await this.of(payeeId)).find((each) => each.period === period) ?? null;
  }
}

type EarnedPeriod = { period: string; currency: string; earned: bigint };

function ledgerOf(
  payeeId: string,
  periods: readonly EarnedPeriod[],
  movements: readonly BalanceMovement[],
): PeriodBalance[] {
  const names = periods.map(({ period }) => period);
  const balances = groupBy(balancesOf(movements, names), ({ period }) => period);
  const byPeriod = groupBy(movements, ({ period }) => period);
  return periods.map(({ period, currency, earned }) => ({
    payeeId,
    period,
    currency,
    earned,
    payout: payoutOf(earned, byPeriod.get(period) ?? []),
    accounts: (balances.get(period) ?? []).map((each) => ({
      ...each,
      movements: [...each.movements],
    })),
  }));
}

/** In the order of their days; a movement stands in a period also when nothing was earned in it. */
const periodsOf = (tx: EntityManager, payeeId: string): Promise<EarnedPeriod[]> =>
  tx.query(
    `select period.name as period, coalesce(earning.currency, moved.currency) as currency, coalesce(earned, 0)::bigint as earned
     from period
     left join earning on earning.period = period.name and earning.payee_id = $1
     left join (select distinct on (period) period, currency from balance_movement where payee_id = $1) moved
       on moved.period = period.name
     where earning.payee_id is not null or moved.period is not null
     order by from_day, to_day`,
    [payeeId],
  );

const movementsOf = (tx: EntityManager, payeeId: string): Promise<BalanceMovement[]> =>
  tx.find(BalanceMovement, { where: { payeeId }, order: { period: 'ASC', position: 'ASC' } });
