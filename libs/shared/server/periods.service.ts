import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Calendar } from '../core/calendar.js';
import { addDays, type Day, type DayRange } from '../core/day.js';
import {
  isPeriod,
  kindOf,
  nextPeriod,
  periodKinds,
  periodOf,
  periodRange,
  periodsBetween,
  type PeriodKind,
} from '../core/period.js';
import { Database } from './database.js';
import { Period } from './period.entity.js';
import { Problem } from './problem.js';
import { ask, tell } from './statement.js';

/** The organisation's calendar: names of periods, and the rows that say whether they are open. */
@Injectable()
export class Periods {
  private readonly held = new WeakMap<EntityManager, Map<string, Promise<Period>>>();
  private readonly settings = new WeakMap<EntityManager, Promise<Settings>>();

  constructor(private readonly database: Database) {}

  /** How the organisation cuts its years. */
  async calendar(tx: EntityManager): Promise<Calendar> {
    return (await this.settingsOf(tx)).calendar;
  }

  /** The kinds of period the organisation uses. */
  async kinds(tx: EntityManager): Promise<PeriodKind[]> {
    return (await this.settingsOf(tx)).kinds;
  }

  /** Names of the periods of every kind that hold the day. */
  async covering(tx: EntityManager, day: string): Promise<Record<PeriodKind, string>> {
    const calendar = await this.calendar(tx);
    const names = periodKinds.map((kind) => [kind, periodOf(day, kind, calendar)]);
    return Object.fromEntries(names) as Record<PeriodKind, string>;
  }

  /** Today in the organisation's time zone. */
  async today(tx: EntityManager): Promise<Day> {
    return (await this.settingsOf(tx)).today;
  }

  /** Read once in a transaction. */
  private settingsOf(tx: EntityManager): Promise<Settings> {
    const known = this.settings.get(tx) ?? readSettings(tx);
    this.settings.set(tx, known);
    return known;
  }

  /** Days of a named period, without keeping a row of it. Refuses what is not a period's name. */
  async range(tx: EntityManager, name: string): Promise<DayRange> {
    if (!isPeriod(name))
      throw new Problem('UNKNOWN_PERIOD', `"${name}" is not a period such as 2026-03 or 2026-Q1.`, {
        period: name,
      });
    return periodRange(name, await this.calendar(tx));
  }

  /** The period's row, made on first use. */
  async ensure(tx: EntityManager, name: string): Promise<Period> {
    await this.range(tx, name);
    const [period] = await this.ensureAll(tx, [name]);
    return period!;
  }

  /** Rows of all these periods, the newest first. */
  async ensureAll(tx: EntityManager, names: readonly string[]): Promise<Period[]> {
    const calendar = await this.calendar(tx);
    const ranges = names.map((name) => periodRange(name, calendar));
    await tx.query(
      `insert into period (name, kind, from_day, to_day)
       select * from unnest($1::text[], $2::text[], $3::date[], $4::date[]) order by 1
       on conflict do nothing`,
      [names, names.map(kindOf), ranges.map(({ from }) => from), ranges.map(({ to }) => to)],
    );
    return tx.find(Period, { where: { name: In(names) }, order: { from: 'DESC', name: 'DESC' } });
  }

  /** Holds the period open until the transaction ends; locking it has to wait, and refuses what comes later. */
  async forWriting(tx: EntityManager, name: string): Promise<Period> {
    const period = await this.hold(tx, name);
    refuseEnded([period]);
    return period;
  }

  /** The open period of the same kind in which changes of a locked one are posted: today's, or the next; held. */
  async openAfter(tx: EntityManager, locked: string): Promise<string> {
    const calendar = await this.calendar(tx);
    const current = await this.hold(tx, periodOf(await this.today(tx), kindOf(locked), calendar));
    const { from } = periodRange(locked, calendar);
    let period = from < current.from ? current : await this.hold(tx, nextPeriod(locked));
    while (period.status !== 'open') period = await this.hold(tx, nextPeriod(period.name));
    return period.name;
  }

  /** The first period of its kind after it that is open; held. */
  async firstOpenAfter(tx: EntityManager, name: string): Promise<string> {
    let period = await this.hold(tx, nextPeriod(name));
    while (period.status !== 'open') period = await this.hold(tx, nextPeriod(period.name));
    return period.name;
  }

  /** The period, whose status nobody changes until the transaction ends. */
  async hold(tx: EntityManager, name: string): Promise<Period> {
    const [period] = await this.holdAll(tx, [name]);
    return period!;
  }

  /** The same for several, which are held in one order. */
  async holdAll(tx: EntityManager, names: readonly string[]): Promise<Period[]> {
    const held = this.held.get(tx) ?? new Map<string, Promise<Period>>();
    this.held.set(tx, held);
    const missing = names.filter((name) => !held.has(name));
    const taken = missing.length ? this.take(tx, missing) : undefined;
    for (const name of missing)
      held.set(
        name,
        taken!.then((periods) => periods.get(name)!),
      );
    return Promise.all(names.map((name) => held.get(name)!));
  }

  private async take(tx: EntityManager, names: readonly string[]): Promise<Map<string, Period>> {
    const byName = (periods: readonly Period[]) =>
      periods.map((each) => [each.name, each] as const);
    const taken = new Map(byName(await heldPeriods(tx, names)));
    const unknown = names.filter((name) => !taken.has(name));
    if (!unknown.length) return taken;
    for (const name of unknown) await this.ensure(tx, name);
    return new Map([...taken, ...byName(await heldPeriods(tx, unknown))]);
  }

  /** The same beside somebody who holds them alone: for figures that nobody computes who does. */
  async holdBeside(tx: EntityManager, names: readonly string[]): Promise<Period[]> {
    await this.ensureAll(tx, names);
    return heldPeriods(tx, names, 'key share');
  }

  /** Several periods, into which nobody else writes until the transaction ends. */
  async holdAlone(tx: EntityManager, names: readonly string[]): Promise<Period[]> {
    await this.ensureAll(tx, names);
    tell(tx, `select from period where name = any($1) order by name for no key update`, [names]);
    return heldPeriods(tx, names);
  }

  /**
   * Holds the periods open like `forWriting`, and keeps away everybody else who writes into them: for
   * figures of many payees, which must not overwrite newer ones.
   */
  async forRewriting(tx: EntityManager, names: readonly string[]): Promise<void> {
    refuseEnded(await this.holdAlone(tx, names));
  }

  /** Those of the named periods that are open; one that nobody has used yet is. */
  async open(tx: EntityManager, names: readonly string[]): Promise<string[]> {
    const ended: { name: string }[] = await tx.query(
      `select name from period where name = any($1) and status <> 'open'`,
      [names],
    );
    return names.filter((name) => !ended.some((period) => period.name === name));
  }

  /**
   * Periods that hold credits or quotas, that were closed, and the current one; newest first. Of one
   * kind, or of one after the other that the organisation uses.
   */
  list(kind?: PeriodKind | null): Promise<Period[]> {
    return this.database.transaction(async (tx) => {
      const days = await daysInUse(tx);
      const periods: Period[] = [];
      for (const each of kind ? [kind] : await this.kinds(tx))
        periods.push(...(await this.listKind(tx, each, days)));
      return periods;
    });
  }

  private async listKind(tx: EntityManager, kind: PeriodKind, days: DayRange): Promise<Period[]> {
    const calendar = await this.calendar(tx);
    const names = periodsBetween(days, kind, calendar);
    const ranges = names.map((name) => periodRange(name, calendar));
    const used: { name: string }[] = await tx.query(inUse, [
      names,
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
    ]);
    return this.ensureAll(
      tx,
      used.map(({ name }) => name),
    );
  }

  find(name: string): Promise<Period> {
    return this.database.transaction((tx) => this.ensure(tx, name));
  }

  /** The period of a kind that holds today, in the organisation's time zone. */
  current(kind: PeriodKind): Promise<Period> {
    return this.database.transaction(async (tx) => {
      const today = await this.today(tx);
      return this.ensure(tx, periodOf(today, kind, await this.calendar(tx)));
    });
  }
}

function refuseEnded(periods: readonly Period[]): void {
  const ended = periods.find(({ status }) => status !== 'open');
  if (!ended) return;
  const { name, status } = ended;
  throw new Problem(
    'PERIOD_LOCKED',
    `The period ${name} is ${status}: its figures no longer change.`,
    {
      period: name,
    },
  );
}

type Settings = { calendar: Calendar; kinds: PeriodKind[]; today: Day };

async function readSettings(tx: EntityManager): Promise<Settings> {
  const [row] = await ask<Calendar & Omit<Settings, 'calendar'>>(
    tx,
    `select fiscal_year_start_month as "fiscalYearStartMonth", retail_pattern as "retailPattern",
       week_start as "weekStart", period_kinds as kinds, today() as today from organization`,
  );
  const { kinds, today, ...calendar } = row!;
  return { calendar: onlyOne(calendar), kinds, today };
}

const calendars = new Map<string, Calendar>();

/** Equal calendars are one object, so that what was worked out for it once is found again. */
function onlyOne(calendar: Calendar): Calendar {
  const key = Object.values(calendar).join('|');
  const known = calendars.get(key) ?? calendar;
  calendars.set(key, known);
  return known;
}

const heldPeriods = (
  tx: EntityManager,
  names: readonly string[],
  hold: 'share' | 'key share' = 'share',
): Promise<Period[]> =>
  ask(
    tx,
    `select name, kind, from_day as "from", to_day as "to", status from period
     where name = any($1) order by name for ${hold}`,
    [names],
  );

/** From the first day to the last on which there is a credit or the start of a quota, today included. */
async function daysInUse(tx: EntityManager): Promise<DayRange> {
  const [{ first, last }]: [{ first: Day; last: Day }] = await tx.query(
    `select least(min(day), today()) as first, greatest(max(day), today()) as last from (
       (select min(credited_on) as day from credit where not void)
       union all (select max(credited_on) from credit where not void)
       union all (select from_day from period where status <> 'open' or name in (select period from quota))) as used`,
  );
  return { from: first, to: addDays(last, 1) };
}

const inUse = `
  select name from unnest($1::text[], $2::date[], $3::date[]) as cut (name, from_day, to_day)
  where exists (select from credit
      where not void and credited_on >= cut.from_day and credited_on < cut.to_day)
    or exists (select from quota join period on period.name = quota.period
      where period.from_day >= cut.from_day and period.from_day < cut.to_day)
    or exists (select from period where period.name = cut.name and status <> 'open')
    or (today() >= cut.from_day and today() < cut.to_day)`;
