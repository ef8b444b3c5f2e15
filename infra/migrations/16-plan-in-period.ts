import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole, foreignKey, tenantTable } from './tenant-table.js';

/**
 * A line names the version of the plan that pays it, where it is not the one that pays the period last. Quotas of locked periods
 * are corrected beside the quota itself, which stays.
 */
export class PlanInPeriod1795000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(lines);
    await db.query(`alter table correction add column quota bigint`);
    await db.query(quotaCorrection);
    await db.query(quotaInForce);
  }

  async down(): Promise<void> {
    throw new Error('What was corrected cannot be taken away: restore a backup instead.');
  }
}

const lines = `
  create or replace view earning_line with (security_invoker = true) as
  select earning.organization_id,
    left(encode(sha256(convert_to(concat(payee_id, '|', period, '|', term ->> 'component', '|', term ->> 'kind', '|',
      credit_id, '|', term ->> 'tier', '|', term #>> '{detail,part}', '|' || (term ->> 'planVersionId')), 'UTF8')), 'hex'), 32)::uuid as id,
    payee_id, period, position, deal_id, credit_id,
    coalesce((term ->> 'planVersionId')::uuid, plan_version_id) as plan_version_id,
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
  ) earning`;

const quotaCorrection = `${tenantTable('quota_correction', {
  columns: `
    member_id uuid not null,
    period text not null,
    number integer not null,
    amount bigint not null check (amount >= 0),
    currency char(3) not null,
    reason text not null,
    created_by uuid,
    created_at timestamptz not null default now(),
    unique (organization_id, member_id, period, number),
    ${foreignKey('member_id', 'member')},
    ${foreignKey('created_by', 'member')}`,
})}
  revoke update, delete on quota_correction from ${appRole}`;

/** Of each quota what it is now: what it was corrected to last, or what was given. */
const quotaInForce = `
  create view quota_in_force with (security_invoker = true) as
  select organization_id, member_id, period, amount, currency from quota
  where not exists (
    select from quota_correction later
    where (later.organization_id, later.member_id, later.period) = (quota.organization_id, quota.member_id, quota.period))
  union all
  select distinct on (organization_id, member_id, period) organization_id, member_id, period, amount, currency
  from (select * from quota_correction order by organization_id, member_id, period, number desc) as latest;
  grant select on quota_in_force to ${appRole}`;
