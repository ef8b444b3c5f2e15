import { graphql, type ResultOf } from '../graphql/graphql.js';

/** What every import screen needs to know of an import, and what its progress brings. */
export const ImportFields = graphql(`
  fragment ImportFields on Import {
    id
    kind
    fileName
    byteCount
    status
    mapping
    sample
    rowCount
    processedCount
    createdCount
    updatedCount
    unchangedCount
    rejectedCount
    problem
    createdAt
    finishedAt
    undoable
    createdBy {
      id
      name
    }
    unknowns {
      field
      kind
      value
      count
      suggestionId
      suggestionName
    }
    layout {
      encoding
      delimiter
      columns {
        name
        samples
        field
        format
        formats
        ambiguous
      }
      fields {
        name
        required
        kind
      }
    }
  }
`);

export type Import = ResultOf<typeof ImportFields>;
export type ImportKind = Import['kind'];
export type ImportStatus = Import['status'];
export type Layout = NonNullable<Import['layout']>;
export type Column = Layout['columns'][number];
export type Unknown = Import['unknowns'][number];

/** What one column of the file becomes: a field of the row (or nothing), read in a format. */
export type ColumnChoice = {
  readonly column: string;
  readonly field: string | null;
  readonly format: string | null;
};

const moving: readonly ImportStatus[] = ['uploaded', 'checking', 'running', 'undoing'];

/** Is the worker busy with it, so that it will change without us? */
export const isMoving = (status: ImportStatus): boolean => moving.includes(status);
