import { currencyExponent, isCurrency } from '../../core/money.js';
import { readDay, type DayFormat } from './day-format.js';
import { Fault } from './fault.js';
import type { FieldSpec } from './field.js';
import type { ImportMapping } from './mapping.js';
import { readDecimal, readMoney, type MoneyFormat } from './money-format.js';

/** Money is minor units, days are YYYY-MM-DD, all else is trimmed text; a blank cell is null. */
export type Value = string | bigint | null;

/** One row of a file, read by its mapping. Fields without a column are absent. */
export type ParsedRow = {
  /** The line of the file it begins on; the header is line 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, Value>>;
  /** Columns kept as they are, by header. */
  readonly attributes: Readonly<Record<string, string>>;
};

/** Why a field of a row was refused. */
export type Rejection = {
  readonly row: number;
  readonly field: string;
  readonly value: string | null;
  readonly code: string;
  readonly reason: string;
};

/** Where each mapped cell stands in a row, and how to read it. */
export type CellPlan = {
  readonly at: number;
  readonly column: string;
  readonly spec: FieldSpec;
  readonly format: string | null;
};

export const longestText = 1_000;

/** Finds the mapped columns in a header, amounts last: they need the row's currency. */
export function planCells(
  names: readonly string[],
  fields: readonly FieldSpec[],
  mapping: ImportMapping,
): CellPlan[] {
  const plans = mapping.columns.flatMap(({ column, field, format }) => {
    const spec = fields.find(({ name }) => name === field);
    const at = names.indexOf(column);
    return spec && at >= 0 ? [{ at, column, spec, format: format ?? null }] : [];
  });
  return plans.sort((a, b) => Number(a.spec.kind === 'money') - Number(b.spec.kind === 'money'));
}

/** Reads one row; each cell that cannot be read is a rejection of its own. */
export function readRow(
  row: number,
  cells: readonly string[],
  plans: readonly CellPlan[],
  defaultCurrency: string,
): { parsed: ParsedRow; rejections: Rejection[] } {
  const values: Record<string, Value> = {};
  const attributes: Record<string, string> = {};
  const rejections: Rejection[] = [];
  for (const { at, column, spec, format } of plans) {
    const text = (cells[at] ?? '').normalize('NFC').trim();
    const value = readCell(text, spec, format, currencyOf(values, plans) ?? defaultCurrency);
    if (value instanceof Fault)
      rejections.push({ row, field: spec.name, value: text.slice(0, longestText), ...value });
    else if (!spec.many) values[spec.name] = value;
    else if (value !== null) attributes[column] = String(value);
  }
  return { parsed: { row, values, attributes }, rejections };
}

/** The row's currency, where the file has a column for it. */
const currencyOf = (
  values: Record<string, Value>,
  plans: readonly CellPlan[],
): string | undefined => {
  const currency = plans.find(({ spec }) => spec.kind === 'currency');
  const value = currency && values[currency.spec.name];
  return typeof value === 'string' ? value : undefined;
};

function readCell(
  text: string,
  { name, kind, required }: FieldSpec,
  format: string | null,
  currency: string,
): Value | Fault {
  if (text === '') return required ? new Fault('REQUIRED', `“${name}” must not be blank.`) : null;
  if (text.length > longestText)
    return new Fault('TEXT_TOO_LONG', `The text is longer than ${longestText} characters.`);
  if (kind === 'day') return readDay(text, format as DayFormat);
  if (kind === 'money') return readMoney(text, format as MoneyFormat, currencyExponent(currency));
  if (kind === 'decimal') return readDecimal(text, format as MoneyFormat);
  if (kind === 'currency') return readCurrency(text);
  return text;
}

function readCurrency(text: string): string | Fault {
  const code = text.toUpperCase();
  return isCurrency(code)
    ? code
    : new Fault('UNKNOWN_CURRENCY', `“${text}” is not a currency code such as EUR.`);
}
