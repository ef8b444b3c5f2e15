import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../core/role.js';
import type { FieldSpec, ParsedRow, Rejection } from './core/index.js';
import type { FileKind } from './import.entity.js';

/** A row that was written, and what undo needs to know of it. */
export type RowChange = {
  readonly id: string;
  /** The row before, null when it did not exist. */
  readonly before: object | null;
  /** The row's version after the change, where the table counts versions. */
  readonly version: number | null;
};

export type SavedRows = {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly changes: readonly RowChange[];
  /** For references that were not found use the codes UNKNOWN and AMBIGUOUS: a person may then map the value. */
  readonly rejections: readonly Rejection[];
  /** Names that are new and were added; a person is asked when something similar is known already. */
  readonly introduced?: readonly { readonly field: string; readonly value: string }[];
};

/** Of the rows that could be saved, those that are new, those that differ, and those that stood there already. */
export function savedRows(
  written: readonly RowChange[],
  saved: readonly unknown[],
  rejections: readonly Rejection[],
): SavedRows {
  const created = written.filter(({ before }) => before === null).length;
  return {
    created,
    updated: written.length - created,
    unchanged: saved.length - written.length,
    rejections,
    changes: written,
  };
}

export type ImportContext = {
  readonly importId: string;
  /** The organisation's currency, for amounts without one. */
  readonly currency: string;
  readonly createdBy: string;
};

/**
 * One kind of file that can be imported. A slice writes a class that implements it and calls
 * `ImportKinds.register(this)` in `onModuleInit`; upload, mapping, preview, progress, rejections
 * and undo then work for it. `save` upserts a batch in the given transaction, set-based:
 *   - it rejects single rows and never throws for their content; nothing of a rejected row is written;
 *   - a row equal to what is stored counts as unchanged and writes nothing;
 *   - it emits the jobs that follow from the changes, one per batch;
 *   - the dry run is `save` in a transaction that is rolled back, so it must have no other effects.
 * Look people, products and accounts up with `References`: it knows the remembered aliases.
 */
export interface ImportKind {
  readonly kind: FileKind;
  readonly fields: readonly FieldSpec[];
  readonly importableBy: readonly Role[];
  /** What identifies a row; a second row with the same key in one file is rejected. Null: no check. */
  keyOf(values: ParsedRow['values']): string | null;
  save(tx: EntityManager, rows: readonly ParsedRow[], context: ImportContext): Promise<SavedRows>;
  /** Throws a Problem when the import cannot be undone any more: a row was changed since, a period is closed. */
  refuseUndo?(tx: EntityManager, importId: string): Promise<void>;
  /** Restores what `import_change` holds for the import; created rows go. */
  undo?(tx: EntityManager, importId: string): Promise<void>;
}

/** The kinds of files this server can import. */
@Injectable()
export class ImportKinds {
  private readonly known = new Map<FileKind, ImportKind>();

  register(kind: ImportKind): void {
    this.known.set(kind.kind, kind);
  }

  get(kind: FileKind): ImportKind {
    const found = this.known.get(kind);
    if (!found) throw new Error(`no slice imports files of kind ${kind}`);
    return found;
  }
}
