import { type JobMap, Live, type Period, Periods, planAnew, tell, unhurried } from '@laurel/shared';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Keeps the statement of each payee and period equal to the head of what was earned. */
@Injectable()
export class Statements {
  constructor(
    private readonly periods: Periods,
    private readonly live: Live,
  ) {}

  /**
   * Writes down payees' periods; tells those who look at one only when something changed. A statement follows its
   * earnings, which stand still while the period is closed, and is final once it is locked.
   */
  async draft(tx: EntityManager, all: readonly JobMap['statement.draft'][]): Promise<void> {
    const held = await this.periods.holdAll(tx, [...new Set(all.map(({ period }) => period))]);
    const moving = new Set(movable(held));
    const due = all.filter(({ period }) => moving.has(period));
    await this.write(tx, draftsOfPairs, [
      due.map(({ payeeId }) => payeeId),
      due.map(({ period }) => period),
    ]);
  }

  /** Writes down those of all payees, or of some; nobody else changes what is earned in the periods meanwhile. */
  async draftAll(
    tx: EntityManager,
    { periods, from, before }: JobMap['statement.draftAll'],
  ): Promise<void> {
    planAnew(tx);
    tell(tx, unhurried);
    const moving = movable(await this.periods.holdAlone(tx, periods));
    await this.write(tx, draftsOfPeriods, [moving, from, before]);
  }

  private write(tx: EntityManager, drafts: string, values: unknown[]): Promise<void> {
    return this.live.publishFrom(tx, 'statement', { tables: drafts, events: changed }, values);
  }
}

const movable = (periods: readonly Period[]): string[] =>
  periods.filter(({ status }) => status !== 'locked').map(({ name }) => name);

const figures =
  'payee_id period currency credited quota earned deal_count line_count problems'.split(' ');
const of = (table: string) => figures.map((name) => `${table}.${name}`).join(', ');

/** The id that `stableId` gives to the earnings of the payee's period, if there are ever any. */
const idOfEarnings = `(
  select encode(set_byte(set_byte(hash, 6, get_byte(hash, 6) & 15 | 128), 8, get_byte(hash, 8) & 63 | 128), 'hex')::uuid
  from substr(sha256(convert_to(payee_id || '|' || period, 'UTF8')), 1, 16) hash)`;

const hasEarned = (table: string) => `exists (
  select from earning where (earning.organization_id, earning.payee_id, earning.period)
    = (${table}.organization_id, ${table}.payee_id, ${table}.period))`;

/**
 * Where nothing is earned and nothing moves a balance any more the statement goes. Answers whose statements changed; each
 * has the id of its earnings. A period in which only balances move, such as one that releases what was held, has one, too.
 */
const draftsOf = (table: (name: string) => string) => `
  gone as (
    delete from statement where ${table('statement')} and not exists (
      select from earning where (earning.organization_id, earning.id) = (statement.organization_id, statement.id))
      and not exists (
        select from balance_movement moved where (moved.organization_id, moved.payee_id, moved.period)
          = (statement.organization_id, statement.payee_id, statement.period))
    returning payee_id, period
  ), carried as (
    insert into statement (id, ${figures.join(', ')})
    select distinct on (payee_id, period)
      ${idOfEarnings}, payee_id, period, currency, 0, null::bigint, 0, 0, 0, '[]'::jsonb
    from balance_movement moved
    where ${table('moved')} and not ${hasEarned('moved')} and not exists (
      select from statement kept
      where (kept.organization_id, kept.payee_id, kept.period) = (moved.organization_id, moved.payee_id, moved.period)
        and kept.line_count = 0 and kept.quota is null and kept.credited = 0 and kept.problems = '[]')
    order by payee_id, period, position
    on conflict (organization_id, id) do update
      set (${figures.join(', ')}, computed_at) = (${of('excluded')}, now())
    returning payee_id, period
  ), written as (
    insert into statement (id, ${figures.join(', ')})
    select id, ${of('earning')} from earning
    where ${table('earning')} and not exists (
      select from statement kept
      where (kept.organization_id, kept.id) = (earning.organization_id, earning.id)
        and (${of('kept')}) is not distinct from (${of('earning')}))
    on conflict (organization_id, id) do update
      set (${figures.join(', ')}, computed_at) = (${of('excluded')}, now())
    returning payee_id, period
  )`;

const changed = `select payee_id as "memberId", period from gone union all select payee_id, period from carried
  union all select payee_id, period from written`;

const draftsOfPeriods = draftsOf(
  (name) => `${name}.period = any($1)
    and ($2::uuid is null or ${name}.payee_id >= $2) and ($3::uuid is null or ${name}.payee_id < $3)`,
);
const draftsOfPairs = draftsOf(
  (name) => `(${name}.payee_id, ${name}.period) in (select * from unnest($1::uuid[], $2::text[]))`,
);
