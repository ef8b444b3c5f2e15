import { DealPayment } from '@laurel/deal';
import {
  assertMaySee,
  Database,
  type PageInput,
  pageWindow,
  visibleMemberIds,
} from '@laurel/shared';
import { groupBy } from '@laurel/shared/core';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type FieldChange,
  fieldChanges,
  type NotedDeal,
  type NotedPayment,
  paymentChanges,
} from './core/index.js';
import type { CorrectedPay, LateChange, LateChangePage, LatePayment } from './late-change.js';

type Row = Omit<LateChange, 'pay'> & { total: number };

/** What came after periods were locked: each changed deal once, with all that it moved. */
@Injectable()
export class LateChanges {
  constructor(private readonly database: Database) {}

  /** Those posted in a period, of one payee or of everybody whose pay the actor may see. */
  page(
    postedPeriod: string,
    memberId?: string | null,
    page?: PageInput | null,
  ): Promise<LateChangePage> {
    if (memberId) assertMaySee('Query.lateChanges', memberId);
    const visible = visibleMemberIds('Query.lateChanges');
    const payeeIds = memberId ? [memberId] : visible === 'all' ? null : visible;
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const rows: Row[] = await tx.query(changes, [postedPeriod, payeeIds, first, offset]);
      const ids = rows.map(({ id }) => id);
      const paid: CorrectedPay[] = await tx.query(pay, [postedPeriod, payeeIds, ids]);
      const ofChange = groupBy(paid, ({ changeId }) => changeId);
      return {
        rows: rows.map(({ total: _, ...row }) => ({ ...row, pay: ofChange.get(row.id) ?? [] })),
        total: rows[0]?.total ?? 0,
      };
    });
  }

  /** What the deal said before and after; nothing to those who do not see the deal. */
  async fieldsOf(change: LateChange): Promise<FieldChange[]> {
    if (!change.dealId) return [];
    return this.database.transaction(async (tx) => {
      const noted = await notesOf<NotedDeal>(tx, ofDeal, change);
      const [first] = noted;
      return first ? named(tx, fieldChanges(first.before, noted.at(-1)!.after)) : [];
    });
  }

  /** What its payments said before and after, likewise; none where nobody is credited as they come in. */
  async paymentsOf(change: LateChange): Promise<LatePayment[]> {
    if (!change.dealId) return [];
    const noted = await this.database.transaction((tx) =>
      notesOf<NotedPayment | null>(tx, ofPayments, change),
    );
    return paymentChanges(noted).map(({ before, after }) => ({
      before: asPayment(before),
      after: asPayment(after),
    }));
  }
}

type Note<Said> = { readonly payment: string; readonly before: Said; readonly after: Said };

function notesOf<Said>(
  tx: EntityManager,
  notes: string,
  { dealId, postedPeriod, firstAt, lastAt }: LateChange,
): Promise<Note<Said>[]> {
  const visible = visibleMemberIds('Query.deal');
  const owners = visible === 'all' ? null : visible;
  return tx.query(notes, [dealId, firstAt, lastAt, owners, postedPeriod]);
}

const asPayment = (noted: NotedPayment | null): DealPayment | null =>
  noted && Object.assign(new DealPayment(), noted, { amount: BigInt(noted.amount) });

/** People, products and customers by their names instead of their ids. */
async function named(tx: EntityManager, fields: readonly FieldChange[]): Promise<FieldChange[]> {
  const texts = fields.flatMap(({ before, after }) => [before, after]);
  const rows: { id: string; name: string }[] = await tx.query(names, [texts]);
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]));
  const shown = (text: string | null) => (text === null ? null : (nameOf.get(text) ?? text));
  return fields.map(({ field, before, after }) => ({
    field,
    before: shown(before),
    after: shown(after),
  }));
}

/** Corrections, each with the name of the change it comes from. */
const posted = `
  with posted as (
    select correction.*, whole, md5(concat_ws('|', origin_deal_id, period, currency, whole)) as change
    from correction cross join lateral (
      select case when origin_deal_id is null then cause else 'deal' end as whole) as told
    where posted_period = $1 and ($2::uuid[] is null or payee_id = any($2)))`;

const changes = `${posted}
  select change as id, period, $1 as "postedPeriod", origin_deal_id as "dealId", external_id as "externalId", whole as cause, posted.currency,
    sum(difference)::bigint as difference,
    coalesce(sum(difference) filter (where cause = 'order'), 0)::bigint as shifted,
    min(posted.created_at)::text as "firstAt", max(posted.created_at)::text as "lastAt",
    (count(*) over ())::int as total
  from posted
  left join deal on (deal.organization_id, deal.id) = (posted.organization_id, origin_deal_id)
  group by change, period, origin_deal_id, external_id, whole, posted.currency
  order by period, external_id, whole, posted.currency limit $3 offset $4`;

/** Other deals that a change moves are summed: there may be thousands. */
const pay = `${posted}
  select change as "changeId", payee_id as "payeeId", component, kind, cause, count(*)::int as lines,
    sum(before)::bigint as before, sum(after)::bigint as after, sum(difference)::bigint as difference
  from posted join member on member.id = payee_id
  where change = any($3)
  group by change, payee_id, member.name, component, kind, cause
  order by cause, member.name, payee_id, component, kind`;

/** What was noted since the deal was last corrected in another period. */
const notes = `
  select payment, before, after from late_change
  where deal_id = $1 and noted_at <= $3::timestamptz
    and noted_at > coalesce((
      select max(created_at) from correction
      where origin_deal_id = $1 and posted_period <> $5 and created_at < $2::timestamptz), '-infinity')
    and ($4::uuid[] is null or exists (select from deal where id = $1 and owner_id = any($4)))`;

const ofDeal = `${notes} and payment is null order by noted_at, id`;

const ofPayments = `${notes} and payment is not null
    and exists (select from credit_entry where deal_id = $1 and dated_by = 'paid')
  order by noted_at, id`;

const names = `
  select id::text, name from member where id::text = any($1)
  union all select id::text, name from product where id::text = any($1)
  union all select id::text, name from account where id::text = any($1)`;
