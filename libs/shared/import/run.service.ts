import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordWork } from '../audit/index.js';
import { Database } from '../server/database.js';
import { Live } from '../server/live.js';
import { Problem } from '../server/problem.js';
import { readBatches, type Batch } from './batches.js';
import { Import } from './import.entity.js';
import { ImportFile } from './import.file.js';
import { ImportKinds, type ImportContext, type RowChange, type SavedRows } from './import.kind.js';
import { organizationCurrency } from './organization.js';
import { Progress, addRejections, rejectedRows } from './progress.js';

/**
 * The real run. Each batch is one transaction that also moves the import's checkpoint, so a run
 * that was killed goes on where it ended, and of two runs at once only one saves each batch.
 */
@Injectable()
export class RunService {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
    private readonly file: ImportFile,
    private readonly kinds: ImportKinds,
  ) {}

  async run(importId: string): Promise<void> {
    const begun = await this.begin(importId);
    if (!begun) return;
    const { found, currency } = begun;
    const kind = this.kinds.get(found.kind);
    const context: ImportContext = { importId, currency, createdBy: found.createdBy };
    const progress = new Progress(this.live, importId);
    try {
      for await (const batch of readBatches(
        this.file.bytes(importId),
        kind,
        found,
        currency,
        found.processedCount,
      )) {
        const mine = await this.database.transaction((tx) =>
          this.save(tx, batch, kind.save.bind(kind), context, progress),
        );
        if (!mine) return;
      }
      await this.finish(importId, 'done', null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.finish(importId, 'failed', error.message);
    }
  }

  private begin(importId: string): Promise<{ found: Import; currency: string } | undefined> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(Import, { id: importId, status: 'running' });
      return found ? { found, currency: await organizationCurrency(tx) } : undefined;
    });
  }

  /** False when another run holds the checkpoint by now. */
  private async save(
    tx: EntityManager,
    batch: Batch,
    save: (tx: EntityManager, rows: Batch['rows'], context: ImportContext) => Promise<SavedRows>,
    context: ImportContext,
    progress: Progress,
  ): Promise<boolean> {
    const { importId } = context;
    const held: unknown[] = await tx.query(
      `select from import where id = $1 and status = 'running' and processed_count = $2 for update`,
      [importId, batch.from],
    );
    if (!held.length) return false;
    const saved = await save(tx, batch.rows, context);
    const rejections = [...batch.rejections, ...saved.rejections];
    await addRejections(tx, importId, rejections);
    await addChanges(tx, importId, saved.changes);
    await tx.query(
      `update import set processed_count = $2, created_count = created_count + $3,
         updated_count = updated_count + $4, unchanged_count = unchanged_count + $5,
         rejected_count = rejected_count + $6 where id = $1`,
      [importId, batch.to, saved.created, saved.updated, saved.unchanged, rejectedRows(rejections)],
    );
    if (progress.isDue()) await progress.tell(tx);
    return true;
  }

  /** The bytes have done their duty once all rows are in. */
  private async finish(
    importId: string,
    status: 'done' | 'failed',
    problem: string | null,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [[finished]]: [Record<string, unknown>[]] = await tx.query(
        `update import set status = $2, problem = $3, finished_at = now()
         where id = $1 and status = 'running' returning ${recorded}`,
        [importId, status, problem],
      );
      if (finished)
        await recordWork(tx, 'import.run', { object: 'import', id: importId, after: finished });
      if (status === 'done')
        await tx.query(`delete from import_chunk where import_id = $1`, [importId]);
      await this.live.publish(tx, 'import', { importId });
    });
  }
}

/** What the audit trail tells of a run: one row, however many rows came in. */
const recorded = `kind, file_name, status, problem, row_count, created_count, updated_count, unchanged_count, rejected_count`;

async function addChanges(
  tx: EntityManager,
  importId: string,
  changes: readonly RowChange[],
): Promise<void> {
  if (!changes.length) return;
  await tx.query(
    `insert into import_change (import_id, row_id, before, version)
     select $1, id, before, version
     from json_to_recordset($2::json) as changed (id uuid, before jsonb, version integer)
     on conflict (organization_id, import_id, row_id) do update set version = excluded.version`,
    [importId, JSON.stringify(changes, exact)],
  );
}

const exact = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
