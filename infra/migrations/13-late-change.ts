import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/** What comes after a period was locked: entries that reverse credits, and corrections of what was paid. */
export class LateChange1795000000013 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [...entries, credit, ...credited, correction, appendOnly])
      await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Corrections cannot be taken away: restore a backup instead.');
  }
}

const entries = [
  `alter table credit rename to credit_entry`,
  `alter table credit_entry
     add column entry integer not null default 0,
     add column reverses uuid,
     add column posted_period text,
     drop constraint credit_organization_id_deal_id_payee_id_kind_key,
     add unique (organization_id, deal_id, payee_id, kind, entry),
     add ${foreignKey('reverses', 'credit_entry')},
     add ${foreignKey('posted_period', 'period', '', 'name')}`,
  `create unique index on credit_entry (organization_id, reverses) where reverses is not null`,
];

/** The credits that count: entries that are neither void nor reversed. */
const credit = `
  create view credit with (security_invoker = true) as
  select * from credit_entry
  where not void and reverses is null and not exists (
    select from credit_entry later
    where (later.organization_id, later.reverses) = (credit_entry.organization_id, credit_entry.id));
  grant select on credit to ${appRole}`;

/** An entry on a day of a locked period is never changed, and a new one names the open period it is posted in. */
const credited = [
  `create function refuse_locked_credit() returns trigger language plpgsql as $$
   declare locked text; begin
     select max(name) filter (where status = 'locked') into locked from (
       select organization_id, name, status, from_day, to_day from period
       where organization_id in (select organization_id from touched)
         and ((from_day <= (select max(credited_on) from touched) and to_day > (select min(credited_on) from touched))
           or name in (select posted_period from touched))
       order by name for share) as held
     where exists (select from touched
       where touched.organization_id = held.organization_id
         and (posted_period = held.name or ((tg_op <> 'INSERT' or posted_period is null)
           and credited_on >= from_day and credited_on < to_day)));
     if locked is not null then
       raise exception 'The period % is locked: its credits are only reversed, and posted in an open period.', locked
         using errcode = 'restrict_violation', constraint = 'period_locked';
     end if;
     return null;
   end $$`,
  ...(
    [
      ['insert', 'new'],
      ['update', 'old'],
      ['update', 'new'],
      ['delete', 'old'],
    ] as const
  ).map(
    ([event, rows]) =>
      `create trigger frozen_${event}_${rows} after ${event} on credit_entry
       referencing ${rows} table as touched for each statement execute function refuse_locked_credit()`,
  ),
];

const correction = tenantTable('correction', {
  columns: `
    payee_id uuid not null,
    period text not null,
    posted_period text not null,
    number integer not null,
    plan_version_id uuid not null,
    component text not null,
    kind text not null,
    deal_id uuid,
    tier smallint,
    part text,
    before bigint not null,
    after bigint not null,
    difference bigint not null check (difference = after - before and difference <> 0),
    currency char(3) not null,
    cause text not null check (cause in ('deal', 'order', 'quota', 'plan')),
    created_at timestamptz not null default now(),
    unique (organization_id, payee_id, period, number),
    ${foreignKey('payee_id', 'member')},
    ${foreignKey('period', 'period', '', 'name')},
    ${foreignKey('posted_period', 'period', '', 'name')},
    ${foreignKey('plan_version_id', 'plan_version')},
    ${foreignKey('deal_id', 'deal')}`,
  indexes: ['organization_id, posted_period, payee_id'],
});

const appendOnly = `
  revoke update, delete on correction from ${appRole};
  create function refuse_locked_correction() returns trigger language plpgsql as $$
  declare locked text; begin
    select max(name) filter (where status = 'locked') into locked from (
      select name, status from period
      where (organization_id, name) in (select organization_id, posted_period from touched)
      order by name for share) as held;
    if locked is not null then
      raise exception 'The period % is locked: no correction is posted in it.', locked
        using errcode = 'restrict_violation', constraint = 'period_locked';
    end if;
    return null;
  end $$;
  create trigger frozen_insert_new after insert on correction
    referencing new table as touched for each statement execute function refuse_locked_correction()`;
