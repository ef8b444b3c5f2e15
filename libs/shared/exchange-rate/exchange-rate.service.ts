import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DayRange } from '../core/day.js';
import type { DatedRate } from '../core/exchange-rate.js';
import { Database } from '../server/database.js';
import { pageWindow, type PageInput } from '../server/page.js';
import {
  ExchangeRate,
  type ExchangeRateFilter,
  type ExchangeRatePage,
} from './exchange-rate.entity.js';

/** What currencies are worth in each other: kept by finance, read by pay. */
@Injectable()
export class ExchangeRates {
  constructor(private readonly database: Database) {}

  /** Currencies that there is any rate of. */
  async currencies(tx: EntityManager): Promise<string[]> {
    const rows: { currency: string }[] = await tx.query(
      `select from_currency as currency from exchange_rate union select to_currency from exchange_rate`,
    );
    return rows.map(({ currency }) => currency);
  }

  /** Every rate between one currency and the others that holds on some day of the range. */
  async between(
    tx: EntityManager,
    currency: string,
    others: readonly string[],
    { from, to }: DayRange,
  ): Promise<DatedRate[]> {
    if (!others.length) return [];
    return tx.query(ratesInRange, [currency, others, from, to]);
  }

  /** Rates by pair, newest first. */
  page(filter?: ExchangeRateFilter | null, page?: PageInput | null): Promise<ExchangeRatePage> {
    const { first, offset } = pageWindow(page);
    const { currency, dayFrom, dayTo } = filter ?? {};
    return this.database.transaction(async (tx) => {
      const query = tx
        .createQueryBuilder(ExchangeRate, 'rate')
        .orderBy({ 'rate.from': 'ASC', 'rate.to': 'ASC', 'rate.day': 'DESC' })
        .offset(offset)
        .limit(first);
      if (currency) query.andWhere(':currency in (rate.from, rate.to)', { currency });
      if (dayFrom) query.andWhere('rate.day >= :dayFrom', { dayFrom });
      if (dayTo) query.andWhere('rate.day < :dayTo', { dayTo });
      const [rows, total] = await query.getManyAndCount();
      return { rows, total };
    });
  }
}

/** The last rate before the range holds in it, too. */
const ratesInRange = `
  select from_currency as "from", to_currency as "to", day, rate, source from exchange_rate
  where (from_currency = $1 and to_currency = any($2) or to_currency = $1 and from_currency = any($2))
    and day < $4 and day >= coalesce((
      select max(day) from exchange_rate earlier
      where (earlier.from_currency, earlier.to_currency)
          = (exchange_rate.from_currency, exchange_rate.to_currency) and earlier.day <= $3), $3)`;
