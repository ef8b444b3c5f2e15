import type { EntityManager } from 'typeorm';
import { rowColumns } from './earning-row.js';

const names = rowColumns.join(', ');
const of = (table: string) => rowColumns.map((name) => `${table}.${name}`).join(', ');

/** A table of this transaction for rows on their way: COPY cannot put them where row level security holds. */
export async function stage(tx: EntityManager): Promise<void> {
  await tx.query(
    `create temporary table staged on commit drop as select ${names} from earning with no data`,
  );
}

/** Takes away what these payees had been paid in the periods, where nothing is left to pay. */
export async function removeUnstaged(
  tx: EntityManager,
  periods: readonly string[],
  payeeIds: readonly string[],
): Promise<void> {
  await tx.query(
    `delete from earning where period = any($1) and payee_id = any($2)
       and not exists (select from staged where staged.id = earning.id)`,
    [periods, payeeIds],
  );
}

/** Writes the rows that are new or differ, and leaves the others untouched. */
export async function mergeStaged(tx: EntityManager): Promise<void> {
  await tx.query(`analyze staged (id)`);
  await tx.query(`
    insert into earning (${names}) select ${names} from staged
    where not exists (
      select from earning kept where kept.id = staged.id and (${of('kept')}) is not distinct from (${of('staged')}))
    on conflict (organization_id, id) do update set (${names}) = (${of('excluded')})`);
}
