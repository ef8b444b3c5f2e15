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
export function useImportActions(current: Import, go: (step: Step) => void) {
  const say = useSay();
  const [mapping, sendMapping] = useMutation(MapImport);
  const [committing, sendCommit] = useMutation(CommitImport);

  async function map(
    columns: readonly ColumnChoice[] | null,
    values: readonly ValueChoice[] | null,
  ) {
    const { error } = await sendMapping({
      id: current.id,
      columns: [...(columns ?? columnsOf(current))],
      values: values ? [...values] : null,
    });
    if (error) say.problem(error);
    else go(values ? 'check' : 'values');
  }

  async function commit() {
    const { error } = await sendCommit({ id: current.id });
    if (error) say.problem(error);
  }

  return {
    sending: mapping.fetching || committing.fetching,
    map: (...args: Parameters<typeof map>) => void map(...args),
    commit: () => void commit(),
  };
}

const columnsOf = ({ mapping, layout }: Import): ColumnChoice[] =>
  choicesOf(mapping) ?? (layout ? guessedChoices(layout) : []);
