import type { Cell } from '@laurel/shared';
import type { DayRange } from '@laurel/shared/core';
import type { EntityManager } from 'typeorm';
import type { PayableCredit } from './core/index.js';

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
];

const source = `
  from credit
  join deal on (deal.organization_id, deal.id) = (credit.organization_id, deal_id)
  left join product on (product.organization_id, product.id) = (deal.organization_id, product_id)
  where not void`;

const selected = columns.map(({ field, sql }) => `${sql} as "${field}"`).join(', ');

/** The credits of one payee. */
export const payableCredits = (
  tx: EntityManager,
  payeeId: string,
  { from, to }: DayRange,
): Promise<PayableCredit[]> =>
  tx.query(
    `select ${selected} ${source} and payee_id = $1 and credited_on >= $2 and credited_on < $3`,
    [payeeId, from, to],
  );

/** A query for the credits of these payees, each followed by its payee, payee by payee. */
export const streamedCredits = (payeeIds: readonly string[], { from, to }: DayRange): string =>
  `select ${selected}, payee_id ${source}
     and payee_id = any('{${payeeIds.join(',')}}') and credited_on >= '${from}' and credited_on < '${to}'
   order by payee_id`;

/** A row of `streamedCredits`. */
export function readCredit(cells: readonly Cell[]): PayableCredit {
  const credit: Record<string, unknown> = {};
  for (let i = 0; i < columns.length; i++) {
    const { field, read } = columns[i]!;
    const cell = cells[i]!;
    credit[field] = cell !== null && read ? read(cell) : cell;
  }
  return credit as PayableCredit;
}

export const payeeOf = (cells: readonly Cell[]): string => cells.at(-1)!;
