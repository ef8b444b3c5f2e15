import type { ColumnChoice } from './import-fields.js';

/** The columns somebody chose before, as the API stores them; nothing when the file is new. */
export function choicesOf(mapping: unknown): ColumnChoice[] | undefined {
  const columns = (mapping as { columns?: Partial<ColumnChoice>[] } | null)?.columns;
  return columns?.map(({ column = '', field = null, format = null }) => ({
    column,
    field,
    format,
  }));
}
