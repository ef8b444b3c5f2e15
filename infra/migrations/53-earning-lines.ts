import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appRole } from './tenant-table.js';

/**
 * The lines of a payee's period as one value of sixty bytes each: it is sent, compared and stored whole, where arrays are taken
 * apart element by element. Their terms are JSON that nobody reads before a line is asked for.
 */
export class EarningLines1795000000053 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const statement of [
      `drop view earning_line`,
      ...reading,
      ...packing,
      ...['earning', 'statement_version'].flatMap(packed),
      ...packing
        .map((each) => each.replace(/^\s*create function (\w+)[^]*$/, 'drop function $1'))
        .toReversed(),
      line,
    ])
      await db.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Lines of pay are not taken apart again: restore a backup instead.');
  }
}

const none = '-9223372036854775808';
const noId = '00000000-0000-0000-0000-000000000000';
const isWhole = (text: string) =>
  `coalesce(${text} ~ '^(0|-?[1-9][0-9]{0,18})$' and ${text}::numeric between ${none} and 9223372036854775807, false)`;

/** How the bytes are read: a whole number of eight bytes, and an id; counted from 1. */
const reading = [
  `create function whole_at(bytes bytea, start integer) returns bigint language sql immutable strict parallel safe
     return ('x' || encode(substring(bytes from start for 8), 'hex'))::bit(64)::bigint`,
  `create function id_at(bytes bytea, start integer) returns uuid language sql immutable strict parallel safe
     return nullif(encode(substring(bytes from start for 16), 'hex')::uuid, '${noId}')`,
  `grant execute on function whole_at, id_at to ${appRole}`,
];

/** What the arrays say, in bytes. */
const packing = [
  `create function line_bytes(term integer[], credit_id uuid[], deal_id uuid[], base text[], amount bigint[], credited_before bigint[])
   returns bytea language sql immutable as $$
     select coalesce(string_agg(int4send(term) || uuid_send(coalesce(credit_id, '${noId}')) || uuid_send(coalesce(deal_id, '${noId}'))
       || int8send(case when ${isWhole('base')} then base::bigint else 0 end) || int8send(amount)
       || int8send(coalesce(credited_before, ${none})), '' order by number), '')
     from unnest(term, credit_id, deal_id, base, amount, credited_before)
       with ordinality as line (term, credit_id, deal_id, base, amount, credited_before, number) $$`,
  `create function line_fractions(base text[], exact text[]) returns jsonb language sql immutable as $$
     select jsonb_object_agg(number - 1, jsonb_strip_nulls(jsonb_build_object(
       'base', case when not ${isWhole('base')} then base end, 'exact', exact)))
     from unnest(base, exact) with ordinality as line (base, exact, number)
     where exact is not null or not ${isWhole('base')} $$`,
  `create function term_list(terms jsonb, own bigint) returns text language sql immutable as $$
     select '[' || coalesce(string_agg(json_strip_nulls(row_to_json(said))::text, ',' order by number), '') || ']'
     from jsonb_array_elements(terms) with ordinality as listed (term, number),
       lateral (select term ->> 'component' as component, term ->> 'kind' as kind, (term ->> 'tier')::integer as tier,
         term ->> 'tierFrom' as "tierFrom", term ->> 'tierTo' as "tierTo",
         case when (term ->> 'quota')::bigint = own then 'own' else term ->> 'quota' end as quota, term ->> 'rate' as rate,
         term ->> 'multiplier' as multiplier, term ->> 'currency' as currency, term ->> 'rounding' as rounding,
         nullif(term -> 'detail', 'null') as detail, term ->> 'planVersionId' as "planVersionId") said $$`,
];

/** Locked periods keep what they say in another form; nothing is computed anew. */
const packed = (table: string): string[] => [
  `alter table ${table} no force row level security`,
  `alter table ${table} disable trigger user`,
  `alter table ${table} rename column terms to terms_before`,
  `alter table ${table} add column terms text, add column lines bytea, add column fractions jsonb`,
  `update ${table} set terms = term_list(terms_before, quota), fractions = line_fractions(base, exact),
     lines = line_bytes(term, credit_id, deal_id, base, amount, credited_before)`,
  `alter table ${table} alter column terms set not null, alter column lines set not null, drop column terms_before,
     drop column term, drop column credit_id, drop column deal_id, drop column base, drop column exact, drop column amount,
     drop column credited_before`,
  `alter table ${table} enable trigger user`,
  `alter table ${table} force row level security`,
];

/** One row for each line, with the exact result where it follows from its factors; seen by whoever sees the earning. */
const line = `
  create view earning_line with (security_invoker = true) as
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
    case when term ->> 'quota' = 'own' then own_quota else (term ->> 'quota')::bigint end as quota,
    nullif(term -> 'detail', 'null') as detail
  from (
    select organization_id, payee_id, period, plan_version_id, quota as own_quota, position,
      whole.terms -> ('x' || encode(substring(bytes from 1 for 4), 'hex'))::bit(32)::integer as term, id_at(bytes, 5) as credit_id, id_at(bytes, 21) as deal_id,
      coalesce(fractions #>> array[position::text, 'base'], whole_at(bytes, 37)::text) as base,
      fractions #>> array[position::text, 'exact'] as exact,
      whole_at(bytes, 45) as amount, nullif(whole_at(bytes, 53), ${none}) as credited_before
    from earning
    cross join lateral (select earning.terms::jsonb as terms, earning.lines || ''::bytea as lines offset 0) whole
    cross join lateral generate_series(0, length(whole.lines) / 60 - 1) as position
    cross join lateral (select substring(whole.lines from position * 60 + 1 for 60) as bytes offset 0) line
  ) earning;
  grant select on earning_line to ${appRole}`;
