import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../server/database.js';
import { Live } from '../server/live.js';
import { Outbox } from '../server/outbox.js';
import { pageWindow, type Page, type PageInput } from '../server/page.js';
import { Problem } from '../server/problem.js';
import { settleMapping, type Candidate, type MappedColumn } from './core/index.js';
import { Import, ImportRejection, type ImportStatus } from './import.entity.js';
import { ImportKinds } from './import.kind.js';
import type { ImportValueInput } from './import.types.js';
import { References } from './reference.service.js';
import { assertMayImport } from './upload.service.js';

const mostTargets = 50;

/** What people do with an uploaded file: map it, look at what came out, commit it, take it back. */
@Injectable()
export class ImportService {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly live: Live,
    private readonly kinds: ImportKinds,
    private readonly references: References,
  ) {}

  /** Newest first; files whose upload is not complete are left out. */
  list(page?: PageInput | null): Promise<Page<Import>> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const [rows, total] = await tx
        .createQueryBuilder(Import, 'import')
        .where(`status <> 'uploaded'`)
        .orderBy({ 'import.createdAt': 'DESC', 'import.id': 'ASC' })
        .take(first)
        .skip(offset)
        .getManyAndCount();
      return { rows, total };
    });
  }

  find(id: string): Promise<Import | null> {
    return this.database.transaction((tx) => find(tx, id));
  }

  rejections(importId: string, page?: PageInput | null): Promise<Page<ImportRejection>> {
    const { first, offset } = pageWindow(page);
    return this.database.transaction(async (tx) => {
      const { id } = await findOrRefuse(tx, importId);
      const [rows, total] = await tx.findAndCount(ImportRejection, {
        where: { importId: id },
        order: { row: 'ASC', field: 'ASC' },
        take: first,
        skip: offset,
      });
      return { rows, total };
    });
  }

  targets(kind: string, search?: string | null): Promise<Candidate[]> {
    return this.database.transaction((tx) =>
      this.references.candidates(tx, kind, search ?? '', mostTargets),
    );
  }

  /** Keeps the mapping, remembers the values, and starts the dry run. */
  map(id: string, columns: MappedColumn[], values: readonly ImportValueInput[]): Promise<Import> {
    return this.database.transaction(async (tx) => {
      const found = await this.hold(tx, id, ['read', 'checked', 'failed']);
      const mapping = settleMapping(
        found.layout?.columns ?? [],
        this.kinds.get(found.kind).fields,
        columns,
      );
      if (Array.isArray(mapping)) throw mappingProblem(mapping);
      for (const { kind, value, targetId } of values)
        await this.references.remember(tx, kind, value, targetId);
      await tx.query(
        `update import set status = 'checking', mapping = $2, ${zeroCounts} where id = $1`,
        [id, JSON.stringify(mapping)],
      );
      await this.outbox.emit(tx, 'import.check', { importId: id });
      return this.announced(tx, id);
    });
  }

  /** Starts the real run of a checked import. */
  commit(id: string): Promise<Import> {
    return this.database.transaction(async (tx) => {
      const found = await this.hold(tx, id, ['checked']);
      if (found.rejectedCount >= found.rowCount)
        throw new Problem(
          'NOTHING_TO_IMPORT',
          'No row of the file can be imported. See the rejected rows.',
        );
      await tx.query(`delete from import_rejection where import_id = $1`, [id]);
      await tx.query(`update import set status = 'running', ${zeroCounts} where id = $1`, [id]);
      await this.outbox.emit(tx, 'import.run', { importId: id });
      return this.announced(tx, id);
    });
  }

  /** Starts to take an import back, unless something was built on it since. */
  undo(id: string): Promise<Import> {
    return this.database.transaction(async (tx) => {
      const found = await this.hold(tx, id, ['done', 'failed']);
      const kind = this.kinds.get(found.kind);
      if (!this.isUndoable(found))
        throw new Problem(
          'NOT_UNDOABLE',
          'This import cannot be undone. Change what it brought in by hand.',
        );
      await kind.refuseUndo?.(tx, id);
      await tx.query(`update import set status = 'undoing', problem = null where id = $1`, [id]);
      await this.outbox.emit(tx, 'import.undo', { importId: id });
      return this.announced(tx, id);
    });
  }

  isUndoable({ kind, status, createdCount, updatedCount }: Import): boolean {
    const over = status === 'done' || status === 'failed';
    return over && createdCount + updatedCount > 0 && this.kinds.get(kind).undo !== undefined;
  }

  /** The import, locked, if the actor may work on it and it is in one of the states. */
  private async hold(
    tx: EntityManager,
    id: string,
    states: readonly ImportStatus[],
  ): Promise<Import> {
    await tx.query(`select from import where id::text = $1 for update`, [id]);
    const found = await findOrRefuse(tx, id);
    assertMayImport(this.kinds, found.kind);
    if (!states.includes(found.status))
      throw new Problem(
        'IMPORT_STATE',
        `This import is ${found.status}; for this it has to be ${states.join(' or ')}.`,
        {
          status: found.status,
        },
      );
    return found;
  }

  private async announced(tx: EntityManager, id: string): Promise<Import> {
    await this.live.publish(tx, 'import', { importId: id });
    return tx.findOneByOrFail(Import, { id });
  }
}

const zeroCounts = `processed_count = 0, created_count = 0, updated_count = 0, unchanged_count = 0,
  rejected_count = 0, problem = null, finished_at = null`;

const find = (tx: EntityManager, id: string): Promise<Import | null> =>
  tx.createQueryBuilder(Import, 'import').where('import.id::text = :id', { id }).getOne();

async function findOrRefuse(tx: EntityManager, id: string): Promise<Import> {
  const found = await find(tx, id);
  if (!found) throw new Problem('NOT_FOUND', 'There is no such import.', { id });
  return found;
}

function mappingProblem(
  faults: Exclude<ReturnType<typeof settleMapping>, { columns: unknown }>,
): Problem {
  const first = faults[0]!.fault;
  return new Problem(first.code, first.reason, {
    problems: faults.map(({ at, fault }) => ({ at, code: fault.code, message: fault.reason })),
  });
}
