import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { ClientBase } from 'pg';
import { from, to } from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';

/** What a column holds, as PostgreSQL writes it. */
export type Cell = string | null;

/** The rows of a query in batches as they arrive, for results that are too large to be held at once. */
export async function* copyOut(tx: EntityManager, query: string): AsyncGenerator<Cell[][]> {
  const stream = (await clientOf(tx)).query(to(`copy (${query}) to stdout`));
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + decoder.write(chunk as Buffer)).split('\n');
    rest = lines.pop()!;
    if (lines.length) yield lines.map((line) => line.split('\t').map(read));
  }
}

/** Puts rows into a table as they come: each text holds whole lines, made by `copyLine`. */
export async function copyIn(
  tx: EntityManager,
  table: string,
  lines: AsyncIterable<string>,
): Promise<void> {
  const stream = (await clientOf(tx)).query(from(`copy ${table} from stdin`));
  await pipeline(Readable.from(inBlocks(lines)), stream);
}

/** Lines that are sent together. */
const blockLength = 1 << 18;

async function* inBlocks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let block: string[] = [];
  let length = 0;
  for await (const line of lines) {
    block.push(line);
    length += line.length;
    if (length < blockLength) continue;
    yield block.join('');
    [block, length] = [[], 0];
  }
  if (length) yield block.join('');
}

/** One row for `copyIn`. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(write).join('\t')}\n`;

/** An array of values that need no quotation marks: ids and numbers. */
export const arrayCell = (values: readonly (string | number | bigint | null)[]): string =>
  `{${values.map((value) => value ?? 'NULL').join(',')}}`;

const clientOf = (tx: EntityManager): Promise<ClientBase> => tx.queryRunner!.connect();

const marks: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const letters: Readonly<Record<string, string>> = { '\n': 'n', '\r': 'r', '\t': 't' };

function read(cell: string): Cell {
  if (cell === '\\N') return null;
  if (!cell.includes('\\')) return cell;
  return cell.replace(/\\(.)/g, (_, letter) => marks[letter] ?? letter);
}

const write = (cell: Cell): string =>
  cell === null ? '\\N' : cell.replace(/[\\\n\r\t]/g, (mark) => `\\${letters[mark] ?? mark}`);
