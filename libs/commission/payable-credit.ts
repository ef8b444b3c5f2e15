import { ask, type Cell } from '@laurel/shared';
import type { DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import { type PayableCredit, withAttributes } from './core/index.js';

type Column = { field: keyof PayableCredit; sql: string; read?: (cell: string) => unknown };

/** What pay asks about a credit: where it stands, and how it is read from a stream. */
const columns: readonly Column[] = [
  { field: 'id', sql: 'credit.id' },
  { field: 'dealId', sql: 'deal_id' },
  { field: 'externalId', sql: 'external_id' },
  { field: 'product', sql: 'product.name' },
  { field: 'kind', sql: 'kind' },
  { field: 'level', sql: 'level', read: Number },
  { field: 'amount', sql: 'credit.amount', read: BigInt },
  { field: 'currency', sql: 'credit.currency' },
  { field: 'creditedOn', sql: 'credited_on' },
  { field: 'part', sql: 'part', read: Number },
];

/** What only some plans ask; the deal's own attributes follow in two columns of their own. */
const moreColumns: readonly Column[] = [
  ...columns,
  { field: 'series', sql: 'product.series' },
  { field: 'region', sql: 'deal.region' },
];
const ofDeal = `, deal.amount::text as "dealAmount", deal.attributes::text as attributes`;

const from = (credits: string) => `
  from ${credits} credit
  join deal on (deal.organization_id, deal.id) = (credit.organization_id, deal_id)
  left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)`;
const source = `${from('credit')} where not void`;

const columnsFor = (attributes: boolean) => (attributes ? moreColumns : columns);

const selected = (attributes: boolean): string =>
  columnsFor(attributes)
    .map(({ field, sql }) => `${sql} as "${field}"`)
    .join(', ') + (attributes ? ofDeal : '');

type Asking = DayRange & { readonly attributes: boolean };
type Row = PayableCredit & { readonly dealAmount: string; readonly attributes: string };

/** The credits that a payee's locked period was last posted for: until there are late ones, those of the day it was locked. */
export async function postedCredits(
  tx: EntityManager,
  payeeId: string,
  period: string,
  { from: first, to, attributes }: Asking,
): Promise<PayableCredit[]> {
  const rows: Row[] = await tx.query(
    `with posted as (select credit_ids from posted_credits where payee_id = $1 and period = $2)
     select ${selected(attributes)} ${from('credit_entry')}
     where payee_id = $1 and case when exists (select from posted)
       then credit.id = any((select credit_ids from posted)::uuid[])
       else not void and reverses is null and posted_period is null
         and credited_on >= $3 and credited_on < $4 end`,
    [payeeId, period, first, to],
  );
  return attributes ? rows.map(complete) : rows;
}

/** What is rolled up to the payee in the currency on the days comes as one credit for each level. */
export type Summed = DayRange & { readonly payeeId: string; readonly currency: string };

/** The credits of these payees, by payee. */
export async function creditsByPayee(
  tx: EntityManager,
  payeeIds: readonly string[],
  { from, to, attributes }: Asking,
  summed: readonly Summed[] = [],
): Promise<Map<string, PayableCredit[]>> {
  const [rows, sums] = await Promise.all([
    ask<Row & { payeeId: string }>(
      tx,
      `select ${selected(attributes)}, payee_id as "payeeId" ${source}
         and payee_id = any($1) and credited_on >= $2 and credited_on < $3
         and (kind <> 'rollUp' or (payee_id, credit.currency) not in (select * from unnest($4::uuid[], $5::text[])))`,
      [payeeIds, from, to, ...payeesOf(summed)],
    ),
    summed.length ? rolledUpTo(tx, summed) : [],
  ]);
  const byPayee = new Map<string, PayableCredit[]>();
  for (const { payeeId, ...row } of rows) addTo(byPayee, payeeId, attributes ? complete(row) : row);
  for (const { payeeId, ...sum } of sums) addTo(byPayee, payeeId, { ...rolledUp, ...sum });
  return byPayee;
}

const payeesOf = (summed: readonly Summed[]) => [
  summed.map(({ payeeId }) => payeeId),
  summed.map(({ currency }) => currency),
];

function addTo(byPayee: Map<string, PayableCredit[]>, payeeId: string, credit: PayableCredit) {
  const own = byPayee.get(payeeId);
  if (own) own.push(credit);
  else byPayee.set(payeeId, [credit]);
}

/** What all deals together are: none of them. */
const rolledUp = { id: '', dealId: '', externalId: '', kind: 'rollUp', product: null } as const;

type Sum = Pick<PayableCredit, 'level' | 'amount' | 'currency' | 'creditedOn'> & {
  readonly payeeId: string;
};

const rolledUpTo = (tx: EntityManager, summed: readonly Summed[]): Promise<Sum[]> =>
  ask(
    tx,
    `select payee_id as "payeeId", level, sum(amount)::bigint as amount, currency, min(credited_on) as "creditedOn"
     from unnest($1::uuid[], $2::text[], $3::date[], $4::date[]) as asked (payee_id, currency, from_day, to_day)
     join credit using (payee_id, currency)
     where kind = 'rollUp' and credited_on >= from_day and credited_on < to_day
     group by payee_id, level, currency`,
    [...payeesOf(summed), summed.map(({ from }) => from), summed.map(({ to }) => to)],
  );

/** A query for the credits of these payees, each followed by its payee, payee by payee. */
export const streamedCredits = (
  payeeIds: readonly string[],
  { from, to, attributes }: Asking,
): string =>
  `select ${selected(attributes)}, payee_id ${source}
     and payee_id = any('{${payeeIds.join(',')}}') and credited_on >= '${from}' and credited_on < '${to}'
   order by payee_id`;

/** A row of `streamedCredits`. */
export function readCredit(cells: readonly Cell[], attributes: boolean): PayableCredit {
  const credit: Record<string, unknown> = {};
  const read = columnsFor(attributes);
  for (let i = 0; i < read.length; i++) {
    const { field, read: from } = read[i]!;
    const cell = cells[i]!;
    credit[field] = cell !== null && from ? from(cell) : cell;
  }
  if (!attributes) return credit as PayableCredit;
  const [dealAmount, own] = cells.slice(read.length);
  return complete({ ...credit, dealAmount, attributes: own } as Row);
}

const complete = ({ dealAmount, attributes, ...credit }: Row): PayableCredit =>
  withAttributes(credit, { amount: BigInt(dealAmount), attributes: JSON.parse(attributes) });

export const payeeOf = (cells: readonly Cell[]): string => cells.at(-1)!;
