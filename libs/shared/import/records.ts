import { Readable, pipeline } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { Problem } from '../server/problem.js';
import { decode } from './decoding.js';

/** One record of a file and the line it begins on; quoted cells may span lines. */
export type FileRecord = { readonly line: number; readonly cells: readonly string[] };

export type FileFormat = { readonly encoding: string; readonly delimiter: string };

const longestRecord = 262_144;
/** Small enough that parsing one piece does not hold up the process, which has its say after each. */
const pieceLength = 65_536;

/**
 * Reads a delimited file as a stream, blank lines left out. What cannot be read as text or has a
 * quote that never closes is refused with a Problem that names the line.
 */
export async function* readRecords(
  bytes: AsyncIterable<Buffer>,
  { encoding, delimiter }: FileFormat,
): AsyncGenerator<FileRecord> {
  let line = 1;
  const located = (cells: string[]): FileRecord | null => {
    const begin = line;
    line += 1 + innerBreaks(cells);
    return cells.length > 1 || cells[0] !== '' ? { line: begin, cells } : null;
  };
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRecord,
    // Counts here, because an error overtakes the records that still wait to be read.
    on_record: located as (cells: string[]) => never,
  });
  // The parser hands on whatever fails before it, so there is nothing left to do here.
  pipeline(Readable.from(pieces(decode(bytes, encoding))), parser, () => undefined);
  try {
    yield* parser as AsyncIterable<FileRecord>;
  } catch (error) {
    throw error instanceof CsvError ? unreadable(error, line) : error;
  }
}

async function* pieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const text of texts) {
    if (text.includes('\0'))
      throw new Problem('FILE_NOT_TEXT', 'This is not a text file. Please save it as CSV.');
    for (let at = 0, end = 0; at < text.length; at = end) {
      end = pieceEnd(text, at + pieceLength);
      yield text.slice(at, end);
      await setImmediate();
    }
  }
}

/** Never between the two halves of one letter. */
const pieceEnd = (text: string, end: number): number =>
  /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end + 1 : end;

const innerBreaks = (cells: readonly string[]): number =>
  cells.reduce(
    (sum, cell) => sum + (/[\r\n]/.test(cell) ? cell.split(/\r\n|\r|\n/).length - 1 : 0),
    0,
  );

function unreadable({ code }: CsvError, line: number): Problem {
  if (code === 'CSV_QUOTE_NOT_CLOSED' || code === 'CSV_MAX_RECORD_SIZE')
    return new Problem(
      'QUOTE_NOT_CLOSED',
      `The row that begins on line ${line} never ends: a quote is opened there and not closed.`,
      { line },
    );
  return new Problem('FILE_UNREADABLE', `The file cannot be read beyond line ${line}.`, { line });
}
