import type { Column, ColumnChoice, Layout } from './import-fields.js';
import { amountRead, dayRead } from './reading.js';

/** The guesses as choices; an ambiguous column starts without a format, so that somebody decides. */
export const guessedChoices = (layout: Layout): ColumnChoice[] =>
  layout.columns.map(({ name, field }) => choiceOf(layout, name, field));

/** A column sent to a field, in the format that is beyond doubt; without one when only a person can tell. */
export function choiceOf(layout: Layout, name: string, field: string | null): ColumnChoice {
  const formats = formatsOf(layout, name, field);
  const column = columnOf(layout, name);
  const guessed = column?.field === field ? column?.format : undefined;
  const doubtful = isAmbiguous(layout, name, field);
  return { column: name, field, format: doubtful ? null : (guessed ?? formats[0] ?? null) };
}

/** What stands between the choices and a trial run. */
export type OpenQuestions = {
  /** Required fields that no column fills. */
  readonly missing: readonly string[];
  /** Fields that more than one column fills. */
  readonly doubled: readonly string[];
  /** Columns that could be read in more than one way. */
  readonly undecided: readonly string[];
};

/** Any number of columns may become free attributes, each under its own header. */
const takesMany = 'attribute';

/** Everything that must be answered before the file can be checked. */
export function openQuestions(layout: Layout, choices: readonly ColumnChoice[]): OpenQuestions {
  const filled = choices.flatMap(({ field }) => field ?? []);
  const twice = filled.filter((field, i) => filled.indexOf(field) < i && field !== takesMany);
  return {
    missing: layout.fields
      .filter(({ name, required }) => required && !filled.includes(name))
      .map(({ name }) => name),
    doubled: [...new Set(twice)],
    undecided: choices.filter((choice) => isUndecided(layout, choice)).map(({ column }) => column),
  };
}

/** True when nothing is left to ask. */
export const isAnswered = ({ missing, doubled, undecided }: OpenQuestions): boolean =>
  missing.length + doubled.length + undecided.length === 0;

/** Can this column be read in several ways, and nobody has said which? */
export const isUndecided = (layout: Layout, { column, field, format }: ColumnChoice): boolean =>
  format === null && isAmbiguous(layout, column, field);

/** Do the formats that fit read the samples differently? */
export function isAmbiguous(layout: Layout, name: string, field: string | null): boolean {
  const column = columnOf(layout, name);
  if (column?.field === field && column?.ambiguous) return true;
  const formats = formatsOf(layout, name, field);
  const readings = formats.map((format) => readSamples(column, format).join('|'));
  return new Set(readings).size > 1;
}

const candidates: Readonly<Record<string, readonly string[]>> = {
  day: ['YYYY-MM-DD', 'DD.MM.YYYY', 'DD/MM/YYYY', 'MM/DD/YYYY'],
  money: ['decimal-point', 'decimal-comma'],
  decimal: ['decimal-point', 'decimal-comma'],
};

/** The ways to read a column that goes to this field: only amounts and days have any. */
export function formatsOf(layout: Layout, name: string, field: string | null): readonly string[] {
  const kind = layout.fields.find((each) => each.name === field)?.kind ?? '';
  const column = columnOf(layout, name);
  if (column?.field === field && column?.formats.length) return column.formats;
  return (candidates[kind] ?? []).filter((format) =>
    readSamples(column, format).every((reading) => reading !== null),
  );
}

const readSamples = (column: Column | undefined, format: string) =>
  (column?.samples ?? [])
    .filter(Boolean)
    .map((sample) => dayRead(sample, format) ?? amountRead(sample, format));

export const columnOf = (layout: Layout, name: string): Column | undefined =>
  layout.columns.find((column) => column.name === name);
