import type { MigrationInterface, QueryRunner } from 'typeorm';
import { foreignKey, tenantTable } from './tenant-table.js';

/** More kinds of periods, their way from open to locked, and the lock itself, held by the database. */
export class Period1795000000003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [
      ...calendar,
      ...closing,
      lockedStays,
      ...frozen.flatMap(([table, column]) => freezing(table, column)),
    ])
      await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Locks cannot be taken away: restore a backup instead.');
  }
}

/** Rows that belong to a period, and the column that names it. */
const frozen = [
  ['earning', 'period'],
  ['statement', 'period'],
  ['standing', 'period'],
  ['award', 'period'],
  ['quota', 'period'],
] as const;

const calendar = [
  `alter table organization
     add column period_kinds text[] not null default '{month,quarter,year}',
     add column retail_pattern text not null default '4-4-5'
       check (retail_pattern in ('4-4-5', '4-5-4', '5-4-4')),
     add column week_start text not null default 'monday'
       check (week_start in ('monday', 'saturday', 'sunday'))`,
  `alter table period drop constraint period_kind_check`,
  `alter table period add constraint period_kind_check check (kind in
     ('halfMonth', 'month', 'quarter', 'year', 'retailMonth', 'retailQuarter', 'retailYear'))`,
  `create index on period (organization_id, from_day) where status <> 'open'`,
];

const closing = [
  tenantTable('period_change', {
    columns: `
      period text not null,
      status text not null check (status in ('open', 'closed', 'locked')),
      reason text,
      member_id uuid,
      changed_at timestamptz not null default now(),
      ${foreignKey('period', 'period', '', 'name')},
      ${foreignKey('member_id', 'member')}`,
    indexes: ['organization_id, period'],
  }),
  tenantTable('waiting_work', {
    key: 'organization_id, period, job, key',
    columns: `
      period text not null,
      job text not null,
      key text not null,
      data jsonb not null,
      ${foreignKey('period', 'period', '', 'name')}`,
  }),
];

/** A locked period is locked for ever, with its days and its name. */
const lockedStays = `
  create function refuse_locked_period() returns trigger language plpgsql as $$ begin
    raise exception 'The period % is locked and never changes again.', old.name
      using errcode = 'restrict_violation', constraint = 'period_locked';
  end $$;
  create trigger locked_stays before update or delete on period
    for each row when (old.status = 'locked') execute function refuse_locked_period();`;

/**
 * Refuses every statement that touches a row of a locked period. It holds the period's row like any
 * writer does, so that a lock that is being taken is waited for, and seen.
 */
export const freezing = (table: string, column: string): string[] => [
  `create function refuse_locked_${table}() returns trigger language plpgsql as $$
   declare locked text; begin
     select max(name) filter (where status = 'locked') into locked from (
       select name, status from period
       where (organization_id, name) in (select organization_id, ${column} from touched)
       order by name for share) as held;
     if locked is not null then
       raise exception 'The period % is locked: its rows in ${table} never change again.', locked
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
      `create trigger frozen_${event}_${rows} after ${event} on ${table}
       referencing ${rows} table as touched for each statement execute function refuse_locked_${table}()`,
  ),
];
