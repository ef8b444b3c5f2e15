import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { MoreThan, type EntityManager } from 'typeorm';
import { Database } from '../server/database.js';
import { withoutFormula } from './core/index.js';
import { ImportRejection } from './import.entity.js';

const rowsAtOnce = 1_000;
const header = ['row', 'field', 'value', 'code', 'reason'];

/** The rejected rows of an import as a CSV file that spreadsheets open without running anything. */
@Injectable()
export class RejectionFile {
  constructor(private readonly database: Database) {}

  of(importId: string): Readable {
    // The server reads the stream after the request's own context has ended.
    return Readable.from(this.parts(importId, AsyncLocalStorage.snapshot()));
  }

  private async *parts(importId: string, here: <T>(read: () => T) => T): AsyncGenerator<string> {
    yield `\ufeff${stringify([header])}`;
    for (let after = 0; ;) {
      const rejections = await here(() =>
        this.database.transaction((tx) => wholeRows(tx, importId, after)),
      );
      if (!rejections.length) return;
      yield stringify(
        rejections.map(({ row, field, value, code, reason }) => [
          row,
          field,
          ...[value ?? '', code, reason].map(withoutFormula),
        ]),
      );
      after = rejections.at(-1)!.row;
    }
  }
}

/** The next rejections, never ending amid those of one row. */
async function wholeRows(
  tx: EntityManager,
  importId: string,
  after: number,
): Promise<ImportRejection[]> {
  const order = { row: 'ASC', field: 'ASC' } as const;
  const found = await tx.find(ImportRejection, {
    where: { importId, row: MoreThan(after) },
    order,
    take: rowsAtOnce,
  });
  const last = found.at(-1)?.row;
  if (found.length < rowsAtOnce || last === found[0]?.row) return found;
  return found.filter(({ row }) => row !== last);
}
