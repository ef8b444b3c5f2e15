import { isCurrency } from '../../core/money.js';
import { guessDayFormat } from './day-format.js';
import type { FieldKind, FieldSpec } from './field.js';
import type { FormatGuess } from './format-guess.js';
import { guessMoneyFormat } from './money-format.js';
import { plainWord } from './similarity.js';

/** One column of a file: what it holds, and what it probably means. */
export type ColumnGuess = {
  readonly name: string;
  readonly samples: readonly string[];
  readonly field: string | null;
  readonly days: FormatGuess<string>;
  readonly money: FormatGuess<string>;
};

type Column = Omit<ColumnGuess, 'field'> & { readonly values: readonly string[] };

const sampleCount = 5;

/** Guesses the field of each column by its header, then by what its values look like; each field once. */
export function guessColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  fields: readonly FieldSpec[],
): ColumnGuess[] {
  const columns = names.map((name, at) =>
    describe(
      name,
      rows.map((row) => row[at] ?? ''),
    ),
  );
  const guessed = byHeader(columns, fields);
  addByValues(columns, fields, guessed);
  return columns.map(({ values: _, ...column }) => ({
    ...column,
    field: guessed.get(column.name) ?? null,
  }));
}

/** How a column is written, if it is used for a field of this kind. */
export const formatGuess = (
  column: ColumnGuess,
  kind: FieldKind,
): FormatGuess<string> | undefined =>
  kind === 'day' ? column.days : isNumber(kind) ? column.money : undefined;

const isNumber = (kind: FieldKind): boolean => kind === 'money' || kind === 'decimal';

function describe(name: string, cells: readonly string[]): Column {
  const values = cells.map((cell) => cell.trim()).filter(Boolean);
  const samples = [...new Set(values)].slice(0, sampleCount);
  return { name, values, samples, days: guessDayFormat(values), money: guessMoneyFormat(values) };
}

function byHeader(columns: readonly Column[], fields: readonly FieldSpec[]): Map<string, string> {
  const pairs = columns.flatMap((column) =>
    fields
      .filter(({ kind, many }) => !many && fits(column, kind))
      .map((field) => ({
        column: column.name,
        field: field.name,
        score: headerScore(column.name, field),
      })),
  );
  const guessed = new Map<string, string>();
  const taken = new Set<string>();
  for (const { column, field } of pairs
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)) {
    if (guessed.has(column) || taken.has(field)) continue;
    guessed.set(column, field);
    taken.add(field);
  }
  return guessed;
}

/** A column of days, say, can only mean the field for days when there is one of each left. */
function addByValues(
  columns: readonly Column[],
  fields: readonly FieldSpec[],
  guessed: Map<string, string>,
): void {
  const taken = new Set(guessed.values());
  for (const kind of ['day', 'currency', 'money'] as const) {
    const open = columns.filter(({ name, values }) => !guessed.has(name) && values.length > 0);
    const matching = open.filter((column) => fits(column, kind));
    const left = fields.filter((field) => field.kind === kind && !taken.has(field.name));
    if (matching.length === 1 && left.length === 1) guessed.set(matching[0]!.name, left[0]!.name);
  }
}

const exactHeader = 1_000;
const leastPart = 4;

/** The same word scores most; a header that holds the word scores by how much of the header it is. */
function headerScore(header: string, { name, synonyms }: FieldSpec): number {
  const word = plainWord(header);
  const scores = [name, ...synonyms].map(plainWord).map((known) => {
    if (known === word) return exactHeader;
    return known.length >= leastPart && word.includes(known)
      ? (100 * known.length) / word.length
      : 0;
  });
  return Math.max(...scores);
}

function fits({ values, days, money }: Column, kind: FieldKind): boolean {
  if (values.length === 0) return true;
  if (kind === 'day') return days.formats.length > 0;
  if (isNumber(kind)) return money.formats.length > 0;
  if (kind === 'currency') return values.every((value) => isCurrency(value.toUpperCase()));
  return true;
}
