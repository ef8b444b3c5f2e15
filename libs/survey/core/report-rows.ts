import { withoutFormula } from '@laurel/shared/core';

/** A figure as it is told, with the names around it. */
export type ToldFigure = {
  readonly group: string;
  readonly dimension: string;
  readonly item: string;
  readonly kind: string;
  readonly people: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly mean: number | null;
  readonly rate: number | null;
  readonly change: number | null;
  readonly clear: boolean | null;
  readonly counts: readonly number[];
};

const columns: Readonly<Record<string, (told: ToldFigure) => string | number | boolean | null>> = {
  group: ({ group }) => withoutFormula(group),
  dimension: ({ dimension }) => dimension,
  item: ({ item }) => withoutFormula(item),
  kind: ({ kind }) => kind,
  people: ({ people }) => people,
  score: ({ score }) => score,
  low: ({ low }) => low,
  high: ({ high }) => high,
  mean: ({ mean }) => mean,
  participation_percent: ({ rate }) => rate,
  change: ({ change }) => change,
  clear_change: ({ clear }) => clear,
  counts: ({ counts }) => counts.join(' '),
};

/** Columns of the file with a wave's figures. */
export const reportHeader: readonly string[] = Object.keys(columns);

/** One figure as a row of that file: text that no spreadsheet runs, and plain numbers. */
export const reportRow = (told: ToldFigure): string[] =>
  Object.values(columns).map((of) => String(of(told) ?? ''));
