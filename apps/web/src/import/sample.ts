import type { Layout } from './import-fields.js';

/** A row as the worker read it: amounts in minor units, days as YYYY-MM-DD. */
export type SampleRow = { readonly [field: string]: string | null | undefined };
export type SampleColumn = { readonly name: string; readonly kind: string };

/** The API sends the number of each row with its values. */
export const rowsOf = (sample: unknown): SampleRow[] =>
  ((sample ?? []) as { values: SampleRow }[]).map(({ values }) => values);

/** What the rows hold: Laurel's fields in their own order, then the file's other columns. */
export function columnsOfSample(
  rows: readonly SampleRow[],
  fields: Layout['fields'],
): SampleColumn[] {
  const held = new Set(rows.flatMap((row) => Object.keys(row)));
  const known = fields.filter(({ name }) => held.has(name));
  const others = [...held].filter((name) => !fields.some((field) => field.name === name));
  return [...known, ...others.map((name) => ({ name, kind: 'text' }))];
}
