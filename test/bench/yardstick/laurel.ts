import type pg from 'pg';
import { leaders, sellers } from './plans.js';

/** An id that follows from a number, so that the rows can be told again. */
const id = (kind: string, number: string) => `md5('${kind}' || ${number})::uuid`;

/** What `stableId` makes of a credit's deal, payee and kind. */
const creditId = `(
  select encode(set_byte(set_byte(hash, 6, (get_byte(hash, 6) & 15) | 128), 8, (get_byte(hash, 8) & 63) | 128), 'hex')::uuid
  from substring(sha256(convert_to(concat_ws('|', deal, payee, kind), 'UTF8')) from 1 for 16) hash)`;

/** Puts the yardstick's facts into an organisation: people, plans, quotas, deals and who is credited for them. */
export async function fillOrganization(client: pg.Client, organization: string): Promise<void> {
  await client.query(`select set_config('app.organization_id', $1, false)`, [organization]);
  await client.query(`set search_path = public; set session_replication_role = replica`);
  await client.query(`
    delete from earning; delete from statement; delete from standing; delete from correction; delete from credit_entry; delete from deal_split; delete from deal;
    delete from quota; delete from plan_assignment; delete from plan_version; delete from plan;
    delete from product; delete from membership; delete from team; delete from member where email like '%@yardstick';
    insert into member (id, name, email, role, currency)
      select ${id('payee', 'id')}, 'Rep ' || id, id || '@yardstick', 'rep', 'EUR' from yardstick.reps
      union all
      select ${id('payee', 'manager_id')}, 'Manager ' || manager_id, manager_id || '@yardstick', 'manager', 'EUR'
      from (select distinct manager_id from yardstick.reps) managers;
    insert into team (id, name)
      select ${id('team', 'manager_id')}, 'Team ' || manager_id from (select distinct manager_id from yardstick.reps) managers;
    insert into membership (team_id, member_id, position, from_day)
      select ${id('team', 'manager_id')}, ${id('payee', 'id')}, 'member', date '2020-01-01' from yardstick.reps
      union all
      select ${id('team', 'manager_id')}, ${id('payee', 'manager_id')}, 'manager', '2020-01-01'
      from (select distinct manager_id from yardstick.reps) managers;
    insert into product (id, name) select ${id('product', 'number')}, 'P' || number from generate_series(1, 20) number;
    insert into period (name, kind, from_day, to_day)
      select '2025-Q' || quarter, 'quarter', make_date(2025, quarter * 3 - 2, 1),
        (make_date(2025, quarter * 3 - 2, 1) + interval '3 months')::date
      from generate_series(1, 4) quarter on conflict do nothing;
    insert into quota (member_id, period, amount, currency)
      select ${id('payee', 'rep_id')}, '2025-Q' || quarter, amount, 'EUR' from yardstick.quotas;
    insert into deal (id, external_id, name, product_id, owner_id, amount, currency, status, stage, closed_on)
      select ${id('deal', 'id')}, external_id, external_id, ${id('product', 'product')}, ${id('payee', 'rep_id')},
        amount, 'EUR', 'won', 'Won', closed_on
      from yardstick.deals;
    insert into deal_split (deal_id, position, payee_id, share, kind)
      select ${id('deal', 'deal_id')}, pos, ${id('payee', 'rep_id')}, bp / 10000.0, 'split' from yardstick.deal_splits;
    create temporary table shared as
      select deals.id as deal_id, coalesce(parts.rep_id, deals.rep_id) as rep_id, closed_on,
        coalesce(parts.amount, deals.amount) as amount,
        case when parts.rep_id is null then 'direct' else 'split' end as kind
      from yardstick.deals left join (
        select deal_id, rep_id, least + (row_number() over (partition by deal_id order by rest desc, pos)
          <= amount - sum(least) over (partition by deal_id))::int as amount
        from (select deal_id, pos, deal_splits.rep_id, amount, amount * bp / 10000 as least, amount * bp % 10000 as rest
              from yardstick.deal_splits join yardstick.deals on id = deal_id) cut) parts on deal_id = deals.id;
    insert into credit_entry (id, deal_id, payee_id, kind, level, amount, currency, credited_on)
      select ${creditId}, credited.*
      from (
        select ${id('deal', 'deal_id')} as deal, ${id('payee', 'rep_id')} as payee, kind, 0, amount, 'EUR', closed_on
        from shared
        union all
        select ${id('deal', 'deal_id')}, ${id('payee', 'manager_id')}, 'rollUp', 1, sum(amount), 'EUR', closed_on
        from shared join yardstick.reps on reps.id = rep_id group by deal_id, manager_id, closed_on) credited;
    drop table shared;
    delete from credit_month;
    insert into credit_month_due (payee_id, month)
      select distinct payee_id, date_trunc('month', credited_on)::date from credit_entry`);
  await addPlan(client, 'Sellers', sellers, 'rep');
  await addPlan(client, 'Leaders', leaders, 'manager');
  await client.query(`set session_replication_role = default`);
  await client.query(`vacuum analyze`);
}

async function addPlan(client: pg.Client, name: string, document: object, role: string) {
  await client.query(
    `with plan as (insert into plan (name) values ($1) returning id), version as (
       insert into plan_version (plan_id, number, effective_from, document)
       select id, 1, '2020-01-01', $2 from plan)
     insert into plan_assignment (plan_id, member_id, from_day)
     select plan.id, member.id, '2020-01-01' from plan, member where role = $3 and email like '%@yardstick'`,
    [name, JSON.stringify(document), role],
  );
}

/** Laurel's rows in the shape of the yardstick. Its plan has no cap yet, so that is put on here. */
export const asYardstick = `
  set search_path = public;
  create temporary view payee as select ${id('payee', 'number')} as id, number from generate_series(1, 20000) number;
  create temporary view number_of_deal as select ${id('deal', 'id')} as id, id as number from yardstick.deals;
  create temporary view earning_lines as
    select number_of_deal.number as deal_id, payee.number as rep_id, tier + 1 as tier, right(period, 1)::int as quarter,
      base::bigint as credited, amount
    from earning_line join number_of_deal on number_of_deal.id = deal_id join payee on payee.id = payee_id
    where kind = 'tier';
  create temporary view statements as
    select payee.number as payee_id, right(period, 1)::int as quarter,
      case when role = 'rep' then credited else coalesce(whole_at(nullif(lines, ''), 37), 0) end as credited,
      case when role = 'rep' then earned else 0 end as gross,
      case when role = 'rep' then least(0, quota / 2 - earned) else 0 end as cap_adjustment,
      case when role = 'rep' then 0 else earned end as override,
      case when role = 'rep' then least(earned, quota / 2) else earned end as payable
    from earning join payee on payee.id = payee_id join member on member.id = payee_id;
  create temporary view standings as
    select right(period, 1)::int as quarter, payee.number as rep_id, score::bigint as credited,
      (rank() over (partition by period order by score desc))::int as rank
    from standing join payee on payee.id = member_id where measure = 'credited'`;
