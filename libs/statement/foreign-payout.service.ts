import { Loader } from '@laurel/people';
import { Database, PeriodLocks } from '@laurel/shared';
import { convert, rateOn, type DatedRate } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ForeignPayout } from './foreign-payout.js';
import { StatementPayouts } from './statement-payout.service.js';
import type { Statement } from './statement.entity.js';

/**
 * Payouts to people who are paid in another currency than their plan's: at the rate that holds on the last
 * day of the period. Currency and rate are kept when the period is locked.
 */
@Injectable()
export class ForeignPayouts implements OnModuleInit {
  private readonly rates = new Loader((ids) => this.find(ids));

  constructor(
    private readonly database: Database,
    private readonly locks: PeriodLocks,
    private readonly payouts: StatementPayouts,
  ) {}

  onModuleInit(): void {
    this.locks.register((tx, names) => tx.query(keeps, [names]));
  }

  /** Null for somebody who is paid in the currency of the statement. */
  async of(statement: Statement): Promise<ForeignPayout | null> {
    const found = await this.rates.load(statement.id);
    if (!found) return null;
    const { currency, ...row } = found;
    const exchange = isRate(row) && rateOn([row], statement.currency, currency, row.day);
    if (!exchange) return { currency, amount: null, rate: null, source: null, day: null };
    const { rate, source, day } = exchange;
    const amount = convert(await this.payouts.of(statement), exchange, 'half-even');
    return { currency, amount, rate, source, day };
  }

  private async find(ids: string[]): Promise<Map<string, PayoutRate>> {
    const rows: (PayoutRate & { id: string })[] = await this.database.transaction((tx) =>
      tx.query(`${payoutRates} where id = any($1)`, [ids]),
    );
    return new Map(rows.map(({ id, ...rate }) => [id, rate]));
  }
}

type PayoutRate = { readonly currency: string } & (DatedRate | Record<keyof DatedRate, null>);

const isRate = (row: Omit<PayoutRate, 'currency'>): row is DatedRate =>
  (row as DatedRate).rate !== null;

/** Each statement's latest rate between its currency and the payee's on the last day; its own pair before the opposite one. */
const current = `
  select statement.id, statement.payee_id, statement.period, member.currency,
    rate.from_currency, rate.to_currency, rate.rate, rate.source, rate.day
  from statement
  join period on (period.organization_id, period.name) = (statement.organization_id, statement.period)
    and period.status <> 'locked'
  join member on (member.organization_id, member.id) = (statement.organization_id, statement.payee_id)
    and member.currency <> statement.currency
  left join lateral (
    select * from exchange_rate where exchange_rate.day < period.to_day and (
      (from_currency, to_currency) = (statement.currency, member.currency) or
      (from_currency, to_currency) = (member.currency, statement.currency))
    order by from_currency = statement.currency desc, exchange_rate.day desc limit 1) rate on true`;

/** Rates of statements that are paid out in another currency; those of locked periods as they were kept. */
export const payoutRates = `
  select id, currency, from_currency as "from", to_currency as "to", rate, source, day from (
    ${current}
    union all
    select statement.id, payee_id, period, kept.currency, from_currency, to_currency, rate, source, day
    from payout_rate kept join statement using (organization_id, payee_id, period)) payout`;

const keeps = `
  insert into payout_rate (payee_id, period, currency, from_currency, to_currency, rate, source, day)
  select payee_id, period, currency, from_currency, to_currency, rate, source, day
  from (${current}) payout where period = any($1)`;
