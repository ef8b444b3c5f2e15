import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { aside } from '../audit/index.js';
import { currentActor } from '../server/actor.js';
import { Database } from '../server/database.js';
import { forbidden, scopeOf } from '../server/permission.js';
import { Problem } from '../server/problem.js';
import { Fault, columnNames, guessColumns, guessDelimiter, type FieldSpec } from './core/index.js';
import { EncodingGuess, decode } from './decoding.js';
import { Import, FileKinds, type FileKind, type FileLayout } from './import.entity.js';
import { ImportFile } from './import.file.js';
import { ImportKinds } from './import.kind.js';
import { readRecords } from './records.js';

export const largestFile = 50 * 1024 * 1024;
const chunkSize = 1024 * 1024;
const firstLookRows = 1_000;

/** Takes files in: stores them piece by piece and looks at their layout at once. */
@Injectable()
export class UploadService {
  constructor(
    private readonly database: Database,
    private readonly file: ImportFile,
    private readonly kinds: ImportKinds,
  ) {}

  /** The new import's id. A file that is refused leaves nothing behind. */
  async receive(kind: string, fileName: string, body: Readable): Promise<string> {
    const fileKind = assertMayImport(this.kinds, kind);
    const importId = await aside(() => this.begin(fileKind));
    try {
      const { byteCount, encoding } = await aside(() => this.store(importId, body));
      const layout = await this.firstLook(importId, encoding, this.kinds.get(fileKind).fields);
      await this.finish(importId, fileName, byteCount, layout);
    } catch (error) {
      await aside(() => this.database.transaction((tx) => tx.delete(Import, { id: importId })));
      throw error;
    }
    return importId;
  }

  /** The file gets its name when it is complete, so that the audit trail tells it. */
  private begin(kind: FileKind): Promise<string> {
    return this.database.transaction(async (tx) => {
      await tx.query(
        `delete from import where status = 'uploaded' and created_at < now() - interval '1 day'`,
      );
      const [row]: [{ id: string }] = await tx.query(
        `insert into import (kind, file_name, created_by) values ($1, '', $2) returning id`,
        [kind, currentActor().memberId],
      );
      return row.id;
    });
  }

  private async store(importId: string, body: Readable) {
    const guess = new EncodingGuess();
    let byteCount = 0;
    let position = 0;
    for await (const chunk of chunked(body)) {
      byteCount += chunk.length;
      if (byteCount > largestFile) throw tooLarge();
      guess.add(chunk);
      await this.file.append(importId, position++, chunk);
    }
    if (!byteCount) throw new Problem('FILE_EMPTY', 'The file is empty.');
    return { byteCount, encoding: guess.result() };
  }

  private async firstLook(
    importId: string,
    encoding: string,
    fields: readonly FieldSpec[],
  ): Promise<FileLayout> {
    const delimiter = guessDelimiter(await firstText(this.file.bytes(importId), encoding));
    const rows: (readonly string[])[] = [];
    for await (const { cells } of readRecords(this.file.bytes(importId), { encoding, delimiter }))
      if (rows.push(cells) > firstLookRows) break;
    const [header, ...sample] = rows;
    if (!header) throw new Problem('FILE_EMPTY', 'The file has no header line.');
    const names = columnNames(header);
    if (names instanceof Fault) throw new Problem(names.code, names.reason);
    return { encoding, delimiter, columns: guessColumns(names, sample, fields) };
  }

  private async finish(
    importId: string,
    fileName: string,
    byteCount: number,
    layout: FileLayout,
  ): Promise<void> {
    await this.database.transaction((tx) =>
      tx.query(
        `update import set status = 'read', file_name = $4, byte_count = $2, layout = $3 where id = $1`,
        [importId, byteCount, JSON.stringify(layout), baseName(fileName)],
      ),
    );
  }
}

/** Refuses unless the actor may bring in files of this kind: whoever imports people hands out rights. */
export function assertMayImport(kinds: ImportKinds, kind: string): FileKind {
  scopeOf('Mutation.mapImport');
  if (!(kind in FileKinds))
    throw new Problem(
      'BAD_VALUE',
      `Choose one of these kinds: ${Object.keys(FileKinds).join(', ')}.`,
      { kind },
    );
  const { importableBy } = kinds.get(kind as FileKind);
  if (!importableBy.some((role) => role === currentActor().role))
    throw forbidden('Mutation.mapImport');
  return kind as FileKind;
}

export const tooLarge = () =>
  new Problem(
    'FILE_TOO_LARGE',
    'The file is larger than 50 MB. Please split it into smaller files.',
  );

/** The body in larger pieces; it stays open when reading ends early, as its sender waits for an answer on it. */
async function* chunked(body: Readable): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let length = 0;
  for await (const part of body.iterator({ destroyOnReturn: false })) {
    waiting.push(part);
    length += part.length;
    if (length < chunkSize) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    length = 0;
  }
  if (length) yield Buffer.concat(waiting);
}

async function firstText(bytes: AsyncIterable<Buffer>, encoding: string): Promise<string> {
  for await (const text of decode(bytes, encoding)) return text;
  return '';
}

/** Names are shown to people and used in downloads: no folders, no control characters. */
const baseName = (name: string): string =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, 200) || 'file.csv';
