import type { Column, ColumnChoice, Layout } from './import-fields.js';

/** The guesses as choices; an ambiguous column starts without a format, so that somebody decides. */
export const guessedChoices = (layout: Layout): ColumnChoice[] =>
  layout.columns.map(({ name, field, format, ambiguous }) => ({
    column: name,
    field,
    format: ambiguous ? null : format,
  }));

/** What stands between the choices and a dry run. */
export type OpenQuestions = {
  /** Required fields that no column fills. */
  readonly missing: readonly string[];
  /** Fields that more than one column fills. */
  readonly doubled: readonly string[];
  /** Columns that could be read in more than one way. */
  readonly undecided: readonly string[];
};

/** Everything that must be answered before the file can be checked. */
export function openQuestions(layout: Layout, choices: readonly ColumnChoice[]): OpenQuestions {
  const filled = choices.flatMap(({ field }) => field ?? []);
  return {
    missing: layout.fields
      .filter(({ name, required }) => required && !filled.includes(name))
      .map(({ name }) => name),
    doubled: [...new Set(filled.filter((field, i) => filled.indexOf(field) < i))],
    undecided: choices.filter((choice) => isUndecided(layout, choice)).map(({ column }) => column),
  };
}

/** Can this column be read in several ways, and nobody has said which? */
export const isUndecided = (layout: Layout, { column, field, format }: ColumnChoice): boolean =>
  field !== null && format === null && formatsOf(layout, column, field).length > 1;

/** The ways to read a column that goes to this field: only amounts and days have any. */
export function formatsOf(layout: Layout, column: string, field: string | null): readonly string[] {
  const kind = layout.fields.find(({ name }) => name === field)?.kind;
  if (kind !== 'money' && kind !== 'day') return [];
  return columnOf(layout, column)?.formats ?? [];
}

export const columnOf = (layout: Layout, name: string): Column | undefined =>
  layout.columns.find((column) => column.name === name);

/** True when nothing is left to ask. */
export const isAnswered = ({ missing, doubled, undecided }: OpenQuestions): boolean =>
  missing.length + doubled.length + undecided.length === 0;
