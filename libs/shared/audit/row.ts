import type { EntityManager } from 'typeorm';
import type { Changes } from './core/index.js';

/** What a writer knows of a row; number, time and seal are the database's. */
export type Row = Changes & {
  readonly actorId: string | null;
  readonly tokenId: string | null;
  readonly action: string;
  /** Changed rows by table, as JSON text. */
  readonly counts: string;
  readonly outcome: 'done' | 'refused';
  readonly problem: string | null;
  readonly requestId: string | null;
};

/** Adds a row. Nothing is added where there is no organisation: one that was to be founded, but was not. */
export async function addRow(tx: EntityManager, row: Row): Promise<void> {
  await tx.query(
    `insert into audit (actor_id, token_id, action, object, object_ids, before, after, counts,
       outcome, problem, request_id)
     select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 where exists (select from organization)`,
    [
      row.actorId,
      row.tokenId,
      row.action,
      row.object,
      row.objectIds,
      row.before && JSON.stringify(row.before),
      row.after && JSON.stringify(row.after),
      row.counts,
      row.outcome,
      row.problem,
      row.requestId,
    ],
  );
}

const system = {
  actorId: null,
  tokenId: null,
  requestId: null,
  before: null,
  counts: '{}',
  outcome: 'done',
  problem: null,
} as const;

/** A row for a piece of work that the system did for somebody, such as the run of an import. */
export const recordWork = (
  tx: EntityManager,
  action: string,
  { object, id, after }: { object: string; id: string; after: Record<string, unknown> },
): Promise<void> =>
  addRow(tx, {
    ...system,
    action,
    object,
    objectIds: [id],
    after: { [object]: { [id]: after } },
  });
