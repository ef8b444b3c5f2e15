import { StringDecoder } from 'node:string_decoder';
import pg, { type ClientBase } from 'pg';
import { to } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { RecordReader } from './records.js';

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

/** The same in binary, for rows whose fields always have these sizes: so that nothing is made of a row but what is read of it. */
export async function* copyRecordsOut(
  tx: EntityManager,
  query: string,
  reader: RecordReader,
): AsyncGenerator<Buffer> {
  const stream = (await aloneOn(tx)).query(to(`copy (${query}) to stdout (format binary)`));
  for await (const chunk of stream) yield* reader.read(chunk as Buffer);
}

/** Texts as an array in a query that is copied: it takes no parameters. */
export const textArray = (texts: readonly string[]): string =>
  `array[${texts.map((text) => pg.escapeLiteral(text)).join(',')}]::text[]`;

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
