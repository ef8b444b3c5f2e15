import { StringDecoder } from 'node:string_decoder';
import type { ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import { RecordReader } from './records.js';

/** What a column holds, as PostgreSQL writes it. */
export type Cell = string | null;

/** The rows of a query in batches as they arrive, for results that are too large to be held at once. */
export async function* copyOut(tx: EntityManager, query: string): AsyncGenerator<Cell[][]> {
  const stream = (await aloneOn(tx)).query(to(`copy (${query}) to stdout`));
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop()!;
    if (lines.length) yield lines.map((line) => line.split('\t').map(read));
  }
}

/** The same in binary, for so many fields none of which is empty. */
export async function* copyRecordsOut(
  tx: EntityManager,
  query: string,
  fields: number,
): AsyncGenerator<Buffer[][]> {
  const reader = new RecordReader(fields);
  const stream = (await aloneOn(tx)).query(to(`copy (${query}) to stdout (format binary)`));
  for await (const chunk of stream) yield reader.read(chunk as Buffer);
}

/** A stream needs the connection to itself: everything before it is done first, and what comes later waits for its end. */
async function aloneOn(tx: EntityManager): Promise<ClientBase> {
  await tx.query('select');
  const client: ClientBase & { pipeline: boolean } = await tx.queryRunner!.connect();
  client.pipeline = false;
  client.once('drain', () => (client.pipeline = true));
  return client;
}

const marks: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function read(cell: string): Cell {
  if (cell === '\\N') return null;
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\(.)/g, (_, letter) => marks[letter] ?? letter);
}
