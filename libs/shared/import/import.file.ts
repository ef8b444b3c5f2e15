import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { Database } from '../server/database.js';

/** The bytes of uploaded files, kept in the database so that any worker can read them. */
@Injectable()
export class ImportFile {
  constructor(private readonly database: Database) {}

  async append(importId: string, position: number, content: Buffer): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(`insert into import_chunk (import_id, position, content) values ($1, $2, $3)`, [
        importId,
        position,
        content,
      ]),
    );
  }

  /** Call it outside of any transaction: each chunk is read in a short one of its own. */
  bytes(importId: string): AsyncGenerator<Buffer> {
    // A stream reads ahead while others work in transactions, and must not join theirs.
    return this.chunks(importId, AsyncLocalStorage.snapshot());
  }

  private async *chunks(importId: string, here: <T>(read: () => T) => T): AsyncGenerator<Buffer> {
    for (let position = 0; ; position++) {
      const rows = await here(() => this.chunk(importId, position));
      if (!rows[0]) return;
      yield rows[0].content;
    }
  }

  private chunk(importId: string, position: number): Promise<{ content: Buffer }[]> {
    return this.database.transaction((tx) =>
      tx.query(`select content from import_chunk where import_id = $1 and position = $2`, [
        importId,
        position,
      ]),
    );
  }
}
