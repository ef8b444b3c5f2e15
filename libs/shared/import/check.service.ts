import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../server/database.js';
import { Live } from '../server/live.js';
import { Problem } from '../server/problem.js';
import { readBatches, shownValues, type Batch } from './batches.js';
import { Import, type Findings, type SampleRow } from './import.entity.js';
import { ImportFile } from './import.file.js';
import { ImportKinds, type ImportContext, type ImportKind, type SavedRows } from './import.kind.js';
import { organizationCurrency } from './organization.js';
import { Progress, addRejections, rejectedRows } from './progress.js';
import { References } from './reference.service.js';
import { Unknowns } from './unknowns.js';

const sampleSize = 50;
const rehearsed = new Error('a dry run is rolled back');

type Counts = {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
};

/** The dry run: everything a real run would do, rolled back, and what it would have said. */
@Injectable()
export class CheckService {
  constructor(
    private readonly database: Database,
    private readonly live: Live,
    private readonly file: ImportFile,
    private readonly kinds: ImportKinds,
    private readonly references: References,
  ) {}

  async run(importId: string): Promise<void> {
    const begun = await this.begin(importId);
    if (!begun) return;
    try {
      await this.check(begun.found, begun.context);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await this.fail(importId, error.message);
    }
  }

  /** Forgets what an interrupted check left behind. */
  private begin(importId: string): Promise<{ found: Import; context: ImportContext } | undefined> {
    return this.database.transaction(async (tx) => {
      const found = await tx.findOneBy(Import, { id: importId, status: 'checking' });
      if (!found) return undefined;
      await tx.query(`delete from import_rejection where import_id = $1`, [importId]);
      const currency = await organizationCurrency(tx);
      return { found, context: { importId, currency, createdBy: found.createdBy } };
    });
  }

  private async check(found: Import, context: ImportContext): Promise<void> {
    const kind = this.kinds.get(found.kind);
    const counts: Counts = { rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0 };
    const unknowns = new Unknowns(kind.fields);
    const sample: SampleRow[] = [];
    const progress = new Progress(this.live, found.id);
    for await (const batch of readBatches(
      this.file.bytes(found.id),
      kind,
      found,
      context.currency,
    )) {
      const saved = await this.rehearse(kind, batch, context);
      const rejections = [...batch.rejections, ...saved.rejections];
      count(counts, batch, saved, rejectedRows(rejections));
      unknowns.add(saved);
      for (const row of batch.rows.slice(0, sampleSize - sample.length))
        sample.push({ row: row.row, values: shownValues(row) });
      await this.database.transaction(async (tx) => {
        await addRejections(tx, found.id, rejections);
        if (progress.isDue()) await this.tell(tx, found.id, counts, progress);
      });
    }
    await this.finish(found, counts, unknowns, sample);
  }

  private async rehearse(
    kind: ImportKind,
    batch: Batch,
    context: ImportContext,
  ): Promise<SavedRows> {
    let saved: SavedRows | undefined;
    const rehearsal = this.database.transaction(async (tx) => {
      saved = await kind.save(tx, batch.rows, context);
      throw rehearsed;
    });
    await rehearsal.catch((error: unknown) => {
      if (error !== rehearsed) throw error;
    });
    return saved!;
  }

  private async tell(
    tx: EntityManager,
    importId: string,
    { rows }: Counts,
    progress: Progress,
  ): Promise<void> {
    await tx.query(`update import set processed_count = $2 where id = $1 and status = 'checking'`, [
      importId,
      rows,
    ]);
    await progress.tell(tx);
  }

  private async finish(
    found: Import,
    counts: Counts,
    unknowns: Unknowns,
    sample: readonly SampleRow[],
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const findings: Findings = { unknowns: await unknowns.suggest(tx, this.references), sample };
      // The mapping is compared too: a check that was overtaken by a newer one must not answer for it.
      await tx.query(
        `update import set status = 'checked', findings = $2, row_count = $3, processed_count = $3,
           created_count = $4, updated_count = $5, unchanged_count = $6, rejected_count = $7, problem = null
         where id = $1 and status = 'checking' and mapping = $8`,
        [
          found.id,
          JSON.stringify(findings),
          counts.rows,
          counts.created,
          counts.updated,
          counts.unchanged,
          counts.rejected,
          JSON.stringify(found.mapping),
        ],
      );
      await this.live.publish(tx, 'import', { importId: found.id });
    });
  }

  private async fail(importId: string, problem: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      await tx.query(
        `update import set status = 'failed', problem = $2, finished_at = now() where id = $1`,
        [importId, problem],
      );
      await this.live.publish(tx, 'import', { importId });
    });
  }
}

function count(counts: Counts, { from, to }: Batch, saved: SavedRows, rejected: number): void {
  counts.rows += to - from;
  counts.created += saved.created;
  counts.updated += saved.updated;
  counts.unchanged += saved.unchanged;
  counts.rejected += rejected;
}
