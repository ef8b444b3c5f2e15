import { ask, planAnew, tell, unhurried } from '@laurel/shared';
import { type Day, monthStart } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { countedCredits } from './counted-credits.js';

/**
 * A credit as bytes: days since 2000, twice the number of its deal's product (0 for none) and 1 for a whole direct or split
 * credit, the amount, the ids of credit and deal; whole numbers with the highest byte first.
 */
export const creditRecord = {
  size: 48,
  day: 0,
  product: 4,
  amount: 8,
  creditId: 16,
  dealId: 32,
} as const;

const monthOf = (day: string) => `${day} - extract(day from ${day})::integer + 1`;

/** The credits that count of the payees' months. */
const creditsIn = (due: string) => `
  ${due} due join ${countedCredits} credit
    on credit.payee_id = due.payee_id and ${monthOf('credited_on')} = due.month
    and credited_on >= due.month and credited_on < due.month + 31`;

/** What payees were credited for deals of their own in a month, in one currency, with records in the plan's order. */
const ownAmong = (due: string) => `
  select credit.payee_id, month, credit.currency, 0 as level, sum(credit.amount) as amount,
    count(*) filter (where kind <> 'overlay')::integer as deals,
    string_agg(
      int4send(credited_on - date '2000-01-01')
        || int4send(2 * coalesce(number, 0) + (kind in ('direct', 'split') and part = 0)::integer)
        || int8send(credit.amount) || uuid_send(credit.id) || uuid_send(deal_id),
      '' order by credited_on, external_id collate "C", credit.id) as records
  from ${creditsIn(due)} join deal on deal.id = deal_id left join product on product.id = product_id
  where kind <> 'rollUp'
  group by credit.payee_id, month, credit.currency`;

/** What is rolled up to them from a level. */
const rolledUpAmong = (due: string) => `
  select credit.payee_id, month, currency, level, sum(amount) as amount, count(*)::integer as deals, null::bytea as records
  from ${creditsIn(due)}
  where kind = 'rollUp'
  group by credit.payee_id, month, currency, level`;

/** Months as they are now: those that changed since they were written come from their credits. */
const current = (levels: string, among: (due: string) => string) => `(
  select payee_id, month, currency, level, amount, deals, records from credit_month kept
  where ${levels} and not exists (
    select from credit_month_due due where (due.payee_id, due.month) = (kept.payee_id, kept.month))
  union all
  ${among('credit_month_due')})`;

export const ownMonths = current('level = 0', ownAmong);
const rolledUpMonths = current('level > 0', rolledUpAmong);

/**
 * What payees were credited for deals of their own, or by what is rolled up to them, in pieces none of which lies on both
 * sides of a cut: whole months on their first day, and single credits of months that are cut.
 */
export const ownBetween = (cuts: readonly Day[]): string =>
  between(cuts, ownMonths, `kind <> 'rollUp'`);
export const rolledUpBetween = (cuts: readonly Day[]): string =>
  between(cuts, rolledUpMonths, `kind = 'rollUp'`);

function between(cuts: readonly Day[], months: string, isCounted: string): string {
  const starts = new Set(
    cuts.filter((day) => day !== monthStart(day)).map((day) => monthStart(day)),
  );
  const cut = `'{${[...starts].join(',')}}'::date[]`;
  return `(
  select payee_id, currency, level, month as credited_on, amount, deals from ${months} months where month <> all(${cut})
  union all
  select payee_id, currency, level, credited_on, amount, (kind <> 'overlay')::integer
  from unnest(${cut}) as cut (month)
  join ${countedCredits} credit on credited_on >= month and credited_on < month + interval '1 month'
  where ${isCounted})`;
}

/** Writes the months that changed. Nobody who changes credits has to wait for it: what changes meanwhile stays due. */
export async function writeCreditMonths(tx: EntityManager): Promise<void> {
  planAnew(tx);
  tell(tx, roomy);
  tell(tx, alone);
  const [due] = await ask<{ changes: string; count: number }>(tx, dueSoFar);
  if (due!.count === 0) return;
  const known = [due!.changes];
  if (due!.count > fewMonths) tell(tx, readingWhole);
  tell(tx, removeMonths, known);
  tell(tx, addMonths, known);
  tell(tx, settleMonths, known);
  if (due!.count > fewMonths) tell(tx, countMonths);
}

/** Whoever reads months next would take the table for empty, and for full that of what is due. */
const countMonths = `analyze credit_month, credit_month_due`;

const roomy = `${unhurried}, set_config('work_mem', '256MB', true)`;

/** Of two who wrote the same month the one that read it first might write it last. */
const alone = `
  select pg_advisory_xact_lock(hashtextextended('credit month|' || current_organization(), 0))`;

/** Months whose credits are looked up one by one; for more it is less work to read all credits. */
const fewMonths = 500;
const readingWhole = `select set_config('enable_nestloop', 'off', true)`;

const dueSoFar = `
  select pg_current_snapshot()::text as changes, count(*)::integer as count from credit_month_due`;

const known = 'pg_visible_in_snapshot(changed_by, $1::pg_snapshot)';

const changed = `(select payee_id, month from credit_month_due where ${known})`;

const removeMonths = `delete from credit_month where (payee_id, month) in ${changed}`;

const addMonths = `
  insert into credit_month (payee_id, month, currency, level, amount, deals, records)
  ${ownAmong(changed)} union all ${rolledUpAmong(changed)}`;

/** Months that somebody is just changing, or has changed since they were read, stay due. */
const settleMonths = `
  delete from credit_month_due where (payee_id, month) in (
    select payee_id, month from credit_month_due where ${known} for update skip locked)`;
