import { formatGuess, type ColumnGuess } from './column-guess.js';
import type { FieldSpec } from './field.js';
import { Fault } from './fault.js';
import { dayFormats } from './day-format.js';
import { moneyFormats } from './money-format.js';

/** Which field a column fills, and how its values are written. */
export type MappedColumn = {
  readonly column: string;
  readonly field: string | null;
  readonly format?: string | null | undefined;
};
export type ImportMapping = { readonly columns: readonly MappedColumn[] };

/** A fault of the mapping, and the column or field it is about. */
export type MappingFault = { readonly at: string; readonly fault: Fault };

/** Completes the wished mapping with the formats that are beyond doubt; tells everything that is wrong with it. */
export function settleMapping(
  columns: readonly ColumnGuess[],
  fields: readonly FieldSpec[],
  wished: readonly MappedColumn[],
): ImportMapping | MappingFault[] {
  const mapped = wished
    .filter(({ field }) => field !== null)
    .map((wish) => settleColumn(columns, fields, wish));
  const settled = mapped.filter((result): result is MappedColumn => !('fault' in result));
  const faults = [
    ...mapped.filter((result): result is MappingFault => 'fault' in result),
    ...repeated(fields, wished),
    ...missing(fields, wished),
  ];
  return faults.length ? faults : { columns: settled };
}

function settleColumn(
  columns: readonly ColumnGuess[],
  fields: readonly FieldSpec[],
  { column, field, format }: MappedColumn,
): MappedColumn | MappingFault {
  const found = columns.find(({ name }) => name === column);
  const spec = fields.find(({ name }) => name === field);
  if (!found)
    return {
      at: column,
      fault: new Fault('NO_SUCH_COLUMN', `The file has no column “${column}”.`),
    };
  if (!spec)
    return { at: column, fault: new Fault('NO_SUCH_FIELD', `There is no field “${field}”.`) };
  const guess = formatGuess(found, spec.kind);
  if (!guess) return { column, field, format: null };
  if (format)
    return knownFormats.has(format)
      ? { column, field, format }
      : { at: column, fault: unknownFormat(format) };
  if (guess.ambiguous) return { at: column, fault: ambiguous(found, guess.formats) };
  return {
    column,
    field,
    format: guess.format ?? defaultFormat[spec.kind as keyof typeof defaultFormat],
  };
}

const knownFormats: ReadonlySet<string> = new Set([...dayFormats, ...moneyFormats]);

/** For columns without a readable value: their cells will be told one by one. */
const defaultFormat = { day: dayFormats[0], money: moneyFormats[0], decimal: moneyFormats[0] };

const unknownFormat = (format: string) =>
  new Fault('NO_SUCH_FORMAT', `There is no format “${format}”.`);

const ambiguous = ({ name, samples }: ColumnGuess, formats: readonly string[]) =>
  new Fault(
    'FORMAT_AMBIGUOUS',
    `“${samples[0]}” in column “${name}” can be read in more than one way. Choose one of: ${formats.join(', ')}.`,
  );

function repeated(fields: readonly FieldSpec[], wished: readonly MappedColumn[]): MappingFault[] {
  return fields
    .filter(({ name, many }) => !many && wished.filter(({ field }) => field === name).length > 1)
    .map(({ name }) => ({
      at: name,
      fault: new Fault('FIELD_TWICE', `More than one column is mapped to “${name}”.`),
    }));
}

function missing(fields: readonly FieldSpec[], wished: readonly MappedColumn[]): MappingFault[] {
  return fields
    .filter(({ name, required }) => required && !wished.some(({ field }) => field === name))
    .map(({ name }) => ({
      at: name,
      fault: new Fault('FIELD_MISSING', `Choose the column that holds “${name}”.`),
    }));
}
