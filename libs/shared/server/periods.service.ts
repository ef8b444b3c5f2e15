import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day, DayRange } from '../core/day.js';
import {
  isPeriod,
  kindOf,
  periodKinds,
  periodOf,
  periodRange,
  type PeriodKind,
} from '../core/period.js';
import { Database } from './database.js';
import { Period } from './period.entity.js';
import { Problem } from './problem.js';

/** The organisation's calendar: names of periods, and the rows that say whether they are open. */
@Injectable()
export class Periods {
  constructor(private readonly database: Database) {}

  /** First month (1 to 12) of the organisation's fiscal year. */
  async fiscalYearStart(tx: EntityManager): Promise<number> {
    const [row]: [{ month: number }] = await tx.query(
      `select fiscal_year_start_month as month from organization`,
    );
    return row.month;
  }

  /** Names of the month, quarter and fiscal year that hold the day. */
  async covering(tx: EntityManager, day: string): Promise<Record<PeriodKind, string>> {
    const start = await this.fiscalYearStart(tx);
    const names = periodKinds.map((kind) => [kind, periodOf(day, kind, start)]);
    return Object.fromEntries(names) as Record<PeriodKind, string>;
  }

  /** Today in the organisation's time zone. */
  async today(tx: EntityManager): Promise<Day> {
    const [{ day }]: [{ day: Day }] = await tx.query(`select today() as day`);
    return day;
  }

  /** Days of a named period, without keeping a row of it. Refuses what is not a period's name. */
  async range(tx: EntityManager, name: string): Promise<DayRange> {
    if (!isPeriod(name))
      throw new Problem('UNKNOWN_PERIOD', `"${name}" is not a period such as 2026-03 or 2026-Q1.`, {
        period: name,
      });
    return periodRange(name, await this.fiscalYearStart(tx));
  }

  /** The period's row, made on first use. */
  async ensure(tx: EntityManager, name: string): Promise<Period> {
    const { from, to } = await this.range(tx, name);
    await tx.query(
      `insert into period (name, kind, from_day, to_day) values ($1, $2, $3, $4) on conflict do nothing`,
      [name, kindOf(name), from, to],
    );
    return tx.findOneByOrFail(Period, { name });
  }

  /** Holds the period open until the transaction ends; locking it has to wait, and refuses what comes later. */
  async forWriting(tx: EntityManager, name: string): Promise<Period> {
    await this.ensure(tx, name);
    const [{ status }]: [Pick<Period, 'status'>] = await tx.query(
      `select status from period where name = $1 for share`,
      [name],
    );
    if (status !== 'open')
      throw new Problem(
        'PERIOD_LOCKED',
        `The period ${name} is ${status}: its figures no longer change.`,
        {
          period: name,
        },
      );
    return tx.findOneByOrFail(Period, { name });
  }

  /** Periods of one kind that hold credits or quotas, and the current one; newest first. */
  list(kind: PeriodKind): Promise<Period[]> {
    return this.database.transaction(async (tx) => {
      const start = await this.fiscalYearStart(tx);
      const days: { day: string }[] = await tx.query(
        `select distinct date_trunc('month', credited_on)::date as day from credit where not void
         union select from_day from quota join period on period.name = quota.period
         union select today()`,
      );
      const names = new Set(days.map(({ day }) => periodOf(day, kind, start)));
      const periods = await Promise.all([...names].map((name) => this.ensure(tx, name)));
      return periods.sort((a, b) => (a.from < b.from ? 1 : -1));
    });
  }

  /** The period of a kind that holds today, in the organisation's time zone. */
  current(kind: PeriodKind): Promise<Period> {
    return this.database.transaction(async (tx) => {
      const today = await this.today(tx);
      return this.ensure(tx, periodOf(today, kind, await this.fiscalYearStart(tx)));
    });
  }
}
