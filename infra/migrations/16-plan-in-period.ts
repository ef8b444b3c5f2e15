import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line names the version of the plan that pays it, where it is not the one that pays the period last. */
export class PlanInPeriod1795000000016 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(lines);
  }

  async down(): Promise<void> {
    throw new Error('Lines of several versions cannot be told apart again: restore a backup.');
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
