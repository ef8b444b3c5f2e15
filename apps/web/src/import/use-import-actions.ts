import { useMutation } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { useSay } from '../ui/use-say.js';
import { choicesOf } from './mapping.js';
import { guessedChoices } from './column-choice.js';
import { type ColumnChoice, type Import, ImportFields } from './import-fields.js';
import type { Step } from './step.js';
import type { ValueChoice } from './values-step.js';

const MapImport = graphql(
  `
    mutation MapImport($id: ID!, $columns: [ImportColumnInput!]!, $values: [ImportValueInput!]) {
      mapImport(id: $id, columns: $columns, values: $values) {
        ...ImportFields
      }
    }
  `,
  [ImportFields],
);

const CommitImport = graphql(
  `
    mutation CommitImport($id: ID!) {
      commitImport(id: $id) {
        ...ImportFields
      }
    }
  `,
  [ImportFields],
);

/** The two things a person does to an import: say what its columns and names mean, and run it. */
export function useImportActions(
  current: Import,
  hear: (news: Import) => void,
  go: (step: Step) => void,
) {
  const say = useSay();
  const [mapping, sendMapping] = useMutation(MapImport);
  const [committing, sendCommit] = useMutation(CommitImport);

  async function map(
    columns: readonly ColumnChoice[] | null,
    values: readonly ValueChoice[] | null,
  ) {
    const { data, error } = await sendMapping({
      id: current.id,
      columns: [...(columns ?? columnsOf(current))],
      values: values ? [...values] : null,
    });
    if (error) return say.problem(error);
    if (data) hear(data.mapImport);
    go(values ? 'check' : 'values');
  }

  async function commit() {
    const { data, error } = await sendCommit({ id: current.id });
    if (error) say.problem(error);
    else if (data) hear(data.commitImport);
  }

  return {
    sending: mapping.fetching || committing.fetching,
    map: (...args: Parameters<typeof map>) => void map(...args),
    commit: () => void commit(),
  };
}

const columnsOf = ({ mapping, layout }: Import): ColumnChoice[] =>
  choicesOf(mapping) ?? (layout ? guessedChoices(layout) : []);
