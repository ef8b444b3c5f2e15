import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { recordWork } from '../audit/index.js';
import type { Handlers } from '../server/jobs.js';
import { Live } from '../server/live.js';
import { Problem } from '../server/problem.js';
import { CheckService } from './check.service.js';
import { Import } from './import.entity.js';
import { ImportKinds } from './import.kind.js';
import { RunService } from './run.service.js';

/** The work behind an import. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly checks: CheckService,
    private readonly runs: RunService,
    private readonly kinds: ImportKinds,
    private readonly live: Live,
  ) {}

  readonly handlers: Pick<Handlers, 'import.check' | 'import.run' | 'import.undo'> = {
    'import.check': { ownTransactions: true, run: ({ importId }) => this.checks.run(importId) },
    'import.run': { ownTransactions: true, run: ({ importId }) => this.runs.run(importId) },
    'import.undo': ({ importId }, { tx }) => this.undo(tx, importId),
  };

  private async undo(tx: EntityManager, importId: string): Promise<void> {
    const found = await tx.findOneBy(Import, { id: importId, status: 'undoing' });
    if (!found) return;
    const kind = this.kinds.get(found.kind);
    const problem = await refusal(() => kind.refuseUndo?.(tx, importId));
    if (problem === null) await kind.undo?.(tx, importId);
    const status = problem === null ? 'undone' : 'done';
    await tx.query(
      `update import set status = $2, problem = $3, finished_at = now() where id = $1`,
      [importId, status, problem],
    );
    await recordWork(tx, 'import.undo', {
      object: 'import',
      id: importId,
      after: { status, problem },
    });
    await this.live.publish(tx, 'import', { importId });
  }
}

/** Something may have been built on the import between the wish and the job. */
async function refusal(check: () => Promise<void> | undefined): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.message;
    throw error;
  }
}
