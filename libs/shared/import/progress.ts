import type { EntityManager } from 'typeorm';
import type { Live } from '../server/live.js';
import type { Rejection } from './core/index.js';

const shortestPauseMs = 250;

/** Tells the browsers about an import, a few times a second at most. */
export class Progress {
  private toldAt = 0;

  constructor(
    private readonly live: Live,
    private readonly importId: string,
  ) {}

  /** True when enough time has passed to tell again. */
  isDue(): boolean {
    return performance.now() - this.toldAt >= shortestPauseMs;
  }

  async tell(tx: EntityManager): Promise<void> {
    this.toldAt = performance.now();
    await this.live.publish(tx, 'import', { importId: this.importId });
  }
}

/** Adds rejections to an import; the same ones a second time change nothing. */
export async function addRejections(
  tx: EntityManager,
  importId: string,
  rejections: readonly Rejection[],
): Promise<void> {
  if (!rejections.length) return;
  await tx.query(
    `insert into import_rejection (import_id, row, field, value, code, reason)
     select $1, row, field, value, code, reason
     from json_to_recordset($2::json) as rejected (row integer, field text, value text, code text, reason text)
     on conflict do nothing`,
    [importId, JSON.stringify(rejections)],
  );
}

/** How many rows were rejected; a row may have several rejections. */
export const rejectedRows = (rejections: readonly Rejection[]): number =>
  new Set(rejections.map(({ row }) => row)).size;
