import {
  ImportKinds,
  Problem,
  type ImportContext,
  type ImportKind,
  type RowChange,
  type SavedRows,
  createdRows,
  refuseChangedSince,
  restoreRows,
} from '@laurel/shared';
import type { FieldSpec, ParsedRow, Role } from '@laurel/shared/core';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accountFields, productFields } from './core/index.js';
import { DealWriter } from './deal-writer.service.js';
import { saveNamedRows, type NamedRow, type NamedTable } from './named-rows.js';
import { productColumns } from './product.service.js';

/** Files of things that are known by their name. */
abstract class NamedImport implements ImportKind, OnModuleInit {
  abstract readonly kind: NamedTable;
  abstract readonly fields: readonly FieldSpec[];
  abstract readonly columns: readonly string[];
  readonly importableBy: readonly Role[] = ['finance', 'admin'];

  constructor(
    protected readonly kinds: ImportKinds,
    protected readonly writer: DealWriter,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  keyOf({ name }: ParsedRow['values']): string | null {
    return (name as string).toLowerCase();
  }

  async save(
    tx: EntityManager,
    rows: readonly ParsedRow[],
    { currency }: ImportContext,
  ): Promise<SavedRows> {
    const saved = await saveNamedRows(
      tx,
      this.kind,
      this.columns,
      rows.map((row) => this.rowOf(row, currency)),
    );
    await this.writer.announceNamed(tx, this.kind, changed(saved.changes));
    return { ...saved, rejections: [] };
  }

  async refuseUndo(tx: EntityManager, importId: string): Promise<void> {
    await refuseChangedSince(tx, this.kind, importId);
    const [row]: [{ used: boolean }] = await tx.query(
      `select exists (select from deal where ${this.kind}_id in (${createdRows})) as used`,
      [importId],
    );
    if (row.used)
      throw new Problem(
        'IN_USE',
        'There are deals with what was imported, so the import can no longer be undone.',
      );
  }

  async undo(tx: EntityManager, importId: string): Promise<void> {
    await restoreRows(tx, this.kind, this.columns, importId);
    await tx.query(`delete from ${this.kind} where id in (${createdRows})`, [importId]);
    const restored: { id: string }[] = await tx.query(
      `select row_id as id from import_change where import_id = $1 and before is not null`,
      [importId],
    );
    await this.writer.announceNamed(
      tx,
      this.kind,
      restored.map(({ id }) => id),
    );
  }

  protected abstract rowOf(row: ParsedRow, currency: string): NamedRow;
}

/** Rows that deals may name already. */
const changed = (changes: readonly RowChange[]): string[] =>
  changes.filter(({ before }) => before !== null).map(({ id }) => id);

@Injectable()
export class ProductImport extends NamedImport {
  readonly kind = 'product';
  readonly fields = productFields;
  readonly columns = productColumns;

  constructor(kinds: ImportKinds, writer: DealWriter) {
    super(kinds, writer);
  }

  protected rowOf({ values: { listPrice, ...values } }: ParsedRow, currency: string): NamedRow {
    if (listPrice == null) return values as NamedRow;
    return {
      ...values,
      name: values.name as string,
      list_price: listPrice,
      currency: values.currency ?? currency,
    };
  }
}

@Injectable()
export class AccountImport extends NamedImport {
  readonly kind = 'account';
  readonly fields = accountFields;
  readonly columns = ['name', 'sector', 'region', 'attributes'];

  constructor(kinds: ImportKinds, writer: DealWriter) {
    super(kinds, writer);
  }

  protected rowOf({ values, attributes }: ParsedRow): NamedRow {
    return {
      attributes: {},
      ...(Object.keys(attributes).length && { attributes }),
      ...values,
    } as unknown as NamedRow;
  }
}
