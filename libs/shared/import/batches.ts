import { planCells, readRow, type ParsedRow, type Rejection } from './core/index.js';
import type { FileLayout, Import } from './import.entity.js';
import type { ImportKind } from './import.kind.js';
import { readRecords, type FileRecord } from './records.js';

/** Rows of a file that are saved together. */
export type Batch = {
  readonly rows: readonly ParsedRow[];
  readonly rejections: readonly Rejection[];
  /** How many rows of the file come before this batch, and how many up to its end. */
  readonly from: number;
  readonly to: number;
};

export const batchSize = 1_000;

/**
 * The rows of a mapped file in batches. The cuts depend on the file alone, so that a second run
 * meets the same batches; those before `skip` rows are read only to know their keys.
 */
export async function* readBatches(
  bytes: AsyncIterable<Buffer>,
  kind: ImportKind,
  { layout, mapping }: Pick<Import, 'layout' | 'mapping'>,
  currency: string,
  skip = 0,
): AsyncGenerator<Batch> {
  if (!layout || !mapping) throw new Error('an import is mapped before its rows are read');
  const names = layout.columns.map(({ name }) => name);
  const plans = planCells(names, kind.fields, mapping);
  const repeated = repeatedKeys(kind);
  let from = 0;
  for await (const records of inGroups(dataRecords(bytes, layout), batchSize)) {
    const results = records.map((record) =>
      readOne(record, names.length, () => readRow(record.line, record.cells, plans, currency)),
    );
    const kept = results.flatMap(({ parsed, rejections }) =>
      parsed && !rejections.length ? [parsed] : [],
    );
    const twice = kept.flatMap(repeated);
    const refused = new Set(twice.map(({ row }) => row));
    const to = from + records.length;
    if (to > skip)
      yield {
        rows: kept.filter(({ row }) => !refused.has(row)),
        rejections: [...results.flatMap(({ rejections }) => rejections), ...twice],
        from,
        to,
      };
    from = to;
  }
}

type RowResult = { parsed?: ParsedRow; rejections: Rejection[] };

/** A row that is wider or narrower than the header is probably shifted: none of its cells is trusted. */
function readOne({ line, cells }: FileRecord, width: number, read: () => RowResult): RowResult {
  const extra = cells.slice(width).some((cell) => cell.trim() !== '');
  if (cells.length >= width && !extra) return read();
  const reason = `The row has ${cells.length} cells, the header has ${width}.`;
  return { rejections: [{ row: line, field: 'row', value: null, code: 'CELL_COUNT', reason }] };
}

/** Remembers the first row of each key. */
function repeatedKeys(kind: ImportKind): (parsed: ParsedRow) => Rejection[] {
  const firstRows = new Map<string, number>();
  const field = kind.fields.find(({ required }) => required)?.name ?? 'row';
  return ({ row, values }) => {
    const key = kind.keyOf(values);
    const first = key === null ? undefined : firstRows.get(key);
    if (key !== null && first === undefined) firstRows.set(key, row);
    if (first === undefined) return [];
    const reason = `The same as in line ${first}: only one row of the file can be kept.`;
    return [{ row, field, value: key, code: 'REPEATED', reason }];
  };
}

async function* dataRecords(
  bytes: AsyncIterable<Buffer>,
  layout: FileLayout,
): AsyncGenerator<FileRecord> {
  let header = true;
  for await (const record of readRecords(bytes, layout)) {
    if (!header) yield record;
    header = false;
  }
}

async function* inGroups<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let group: T[] = [];
  for await (const item of items) {
    if (group.push(item) < size) continue;
    yield group;
    group = [];
  }
  if (group.length) yield group;
}

/** For a preview: a row's values as the file's reader understood them. */
export const shownValues = ({ values, attributes }: ParsedRow): Record<string, string | null> => ({
  ...Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value?.toString() ?? null]),
  ),
  ...attributes,
});
