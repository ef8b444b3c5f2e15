import { ask, pageWindow, type PageInput } from '@laurel/shared';
import type { Calendar } from '@laurel/shared/core';
import type { EntityManager, EntityTarget } from 'typeorm';
import { type QuotaDraft, type QuotaEntry, quotaSources, quotasOf } from './core/index.js';

/** Tables of one amount for each member and period, in the currency the member is paid in. */
export type AmountTable = 'quota' | 'target_pay';

/** An amount that was written because it was new or different; what it was before, null when new. */
export type WrittenAmount = {
  readonly id: string;
  readonly memberId: string;
  readonly period: string;
  readonly version: number;
  readonly before: { readonly amount: string; readonly currency: string } | null;
};

/** Whose amount of which period. */
export type AmountKey = Pick<WrittenAmount, 'memberId' | 'period'>;

/** Writes the amounts that are new or different. */
export async function upsertAmounts(
  tx: EntityManager,
  table: AmountTable,
  entries: readonly QuotaEntry[],
): Promise<WrittenAmount[]> {
  await tx.query(hold(table), keysOf(entries));
  const amounts = entries.map(({ amount }) => amount.toString());
  return tx.query(upsert(table), [...keysOf(entries), amounts]);
}

/** Takes amounts away; answers whose there were. */
export async function deleteAmounts(
  tx: EntityManager,
  table: AmountTable,
  entries: readonly QuotaDraft[],
): Promise<AmountKey[]> {
  const [removed]: [AmountKey[], number] = await tx.query(
    `delete from ${table} gone using unnest($1::uuid[], $2::text[]) as given (member_id, period)
     where (gone.member_id, gone.period) = (given.member_id, given.period)
     returning gone.member_id as "memberId", gone.period`,
    keysOf(entries),
  );
  return removed;
}

/** The amounts that an import wrote. */
export const importedAmounts = (
  tx: EntityManager,
  table: AmountTable,
  importId: string,
): Promise<AmountKey[]> =>
  tx.query(
    `select member_id as "memberId", period from ${table} written
     join import_change on row_id = written.id where import_id = $1`,
    [importId],
  );

type GivenAmount = { memberId: string; period: string; amount: string };

/**
 * By period the amount of each member who has one in it; of all members, or of those named. A longer period without
 * one of its own has the sum of its parts.
 */
export async function amountsOf(
  tx: EntityManager,
  source: 'quota_in_force' | 'target_pay',
  periods: readonly string[],
  { calendar, memberIds }: { calendar: Calendar; memberIds?: readonly string[] | undefined },
): Promise<Map<string, Map<string, bigint>>> {
  const sources = new Set(periods.flatMap((period) => quotaSources(period, calendar)));
  const rows = await ask<GivenAmount>(
    tx,
    `select member_id as "memberId", period, amount::text
     from ${source} given join member on member.id = member_id and member.currency = given.currency
     where period = any($1) ${memberIds ? 'and member_id = any($2) and member.id = any($2)' : ''}`,
    [[...sources], ...(memberIds ? [memberIds] : [])],
  );
  const given = new Map<string, Map<string, bigint>>();
  for (const { memberId, period, amount } of rows) {
    const own = given.get(memberId) ?? new Map<string, bigint>();
    given.set(memberId, own.set(period, BigInt(amount)));
  }
  return new Map(periods.map((period) => [period, amountsIn(period, given, calendar)]));
}

function amountsIn(
  period: string,
  given: ReadonlyMap<string, ReadonlyMap<string, bigint>>,
  calendar: Calendar,
): Map<string, bigint> {
  const amounts = new Map<string, bigint>();
  const amountOf = quotasOf(period, calendar);
  for (const [memberId, own] of given) {
    const amount = amountOf(own);
    if (amount !== undefined) amounts.set(memberId, amount);
  }
  return amounts;
}

/** Which amounts given for a period are wanted: of which members, by part of their name. */
export type AmountFilter = {
  readonly period: string;
  readonly visible: 'all' | readonly string[];
  readonly search?: string | null;
  readonly page?: PageInput | null;
};

/** The amounts given for a period, by the member's name. */
export async function amountPage<Row extends { id: string; memberId: string; period: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  { period, visible, search, page }: AmountFilter,
): Promise<{ rows: Row[]; total: number }> {
  const { first, offset } = pageWindow(page);
  const query = tx
    .createQueryBuilder(entity, 'amount')
    .innerJoin('member', 'member', 'member.id = amount.memberId')
    .where('amount.period = :period', { period })
    .orderBy('member.name')
    .addOrderBy('amount.id')
    .offset(offset)
    .limit(first);
  if (visible !== 'all') query.andWhere('amount.memberId = any(:visible)', { visible });
  if (search) query.andWhere('position(lower(:search) in lower(member.name)) > 0', { search });
  const [rows, total] = await query.getManyAndCount();
  return { rows, total };
}

const keysOf = (entries: readonly AmountKey[]): [memberIds: string[], periods: string[]] => [
  entries.map(({ memberId }) => memberId),
  entries.map(({ period }) => period),
];

/** Nobody changes what is there between reading and writing it. */
const hold = (table: AmountTable) => `
  select from ${table} held
  join unnest($1::uuid[], $2::text[]) as given (member_id, period) using (member_id, period)
  order by held.id for update of held`;

const upsert = (table: AmountTable) => `
  with given as (
    select * from unnest($1::uuid[], $2::text[], $3::bigint[]) as given (member_id, period, amount)),
  earlier as (
    select stored.* from ${table} stored join given using (member_id, period)),
  written as (
    insert into ${table} as stored (member_id, period, amount, currency)
    select member_id, period, amount, member.currency from given join member on member.id = member_id
    on conflict (organization_id, member_id, period) do update
      set amount = excluded.amount, currency = excluded.currency, version = stored.version + 1
      where (stored.amount, stored.currency) is distinct from (excluded.amount, excluded.currency)
    returning id, member_id, period, version)
  select written.id, written.member_id as "memberId", written.period, written.version,
    case when earlier.id is not null
      then json_build_object('amount', earlier.amount::text, 'currency', earlier.currency) end as before
  from written left join earlier on earlier.id = written.id`;
