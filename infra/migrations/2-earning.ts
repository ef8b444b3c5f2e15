import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/** Earnings as one row for each payee and period, its lines packed into arrays. */
export class Earning1795000000002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [computeAgain, `drop table earning`, earning, tuning, revision, line])
      await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Lines of pay cannot be kept one by one again: restore a backup instead.');
  }
}

/** What stood in the old table follows from credits, quotas and plans: the worker computes it anew. */
const computeAgain = `
  alter table earning no force row level security;
  alter table outbox no force row level security;
  insert into outbox (organization_id, job, key, data)
    select distinct organization_id, 'commission.compute', payee_id || '|' || period,
      jsonb_build_object('payeeId', payee_id, 'period', period)
    from earning;
  alter table outbox force row level security`;

const earning = tenantTable('earning', {
  columns: `
    payee_id uuid not null,
    period text not null,
    revision integer not null default 1,
    plan_version_id uuid not null,
    currency char(3) not null,
    credited bigint not null,
    quota bigint,
    earned bigint not null,
    deal_count integer not null,
    line_count integer not null,
    problems jsonb not null,
    terms jsonb not null,
    term integer[] not null,
    credit_id uuid[] not null,
    deal_id uuid[] not null,
    base text[] not null,
    exact text[] not null,
    amount bigint[] not null,
    credited_before bigint[] not null,
    unique (organization_id, payee_id, period),
    ${foreignKey('payee_id', 'member')},
    ${foreignKey('period', 'period', '', 'name')},
    ${foreignKey('plan_version_id', 'plan_version')}`,
  indexes: ['organization_id, period'],
});

/** Up to a page of 8 kB a row stays in one piece and is not compressed: most are read and written whole. */
const tuning = `alter table earning set (toast_tuple_target = 8160)`;

/** Whatever changes a row also counts its revisions. */
const revision = `
  create function count_revision() returns trigger language plpgsql
    as $$ begin new.revision := old.revision + 1; return new; end $$;
  create trigger earning_revision before update on earning for each row execute function count_revision()`;

/** One row for each line, with the exact result where it follows from its factors; seen by whoever sees the earning. */
const line = `
  create view earning_line with (security_invoker = true) as
  select earning.organization_id,
    left(encode(sha256(convert_to(concat(payee_id, '|', period, '|', term ->> 'component', '|', term ->> 'kind', '|',
      credit_id, '|', term ->> 'tier', '|', term #>> '{detail,part}'), 'UTF8')), 'hex'), 32)::uuid as id,
    payee_id, period, position, deal_id, credit_id, plan_version_id,
    term ->> 'component' as component, term ->> 'kind' as kind, (term ->> 'tier')::smallint as tier,
    term ->> 'tierFrom' as tier_from, term ->> 'tierTo' as tier_to, base, term ->> 'rate' as rate,
    term ->> 'multiplier' as multiplier,
    coalesce(exact, trim_scale(base::numeric * (term ->> 'rate')::numeric * (term ->> 'multiplier')::numeric)::text) as exact,
    amount, (term ->> 'currency')::char(3) as currency, term ->> 'rounding' as rounding, credited_before,
    (term ->> 'quota')::bigint as quota, nullif(term -> 'detail', 'null') as detail
  from (
    select organization_id, payee_id, period, plan_version_id, (number - 1)::integer as position,
      earning.terms -> line.term as term, line.credit_id, line.deal_id, line.base, line.exact, line.amount, line.credited_before
    from earning, unnest(term, credit_id, deal_id, base, exact, amount, credited_before)
      with ordinality as line (term, credit_id, deal_id, base, exact, amount, credited_before, number)
  ) earning;
  grant select on earning_line to ${appRole}`;
