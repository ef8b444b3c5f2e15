import type { Unit } from './cell.js';

/** What one person handed in, without who it was; it is only ever whole while sealed, or in memory at the close. */
export type Sheet = Unit & {
  /** Steps of the scale, or positions of an option, by question. */
  readonly scores: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
  /** Where replies to each comment are left, by question: a hash whose secret only the author's device holds. */
  readonly mailboxes: Readonly<Record<string, string>>;
};
