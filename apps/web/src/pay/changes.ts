import { useMutation, useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import type { PageWindow } from '../ui/index.js';

const ChangesQuery = graphql(`
  query StatementChanges($memberId: ID!, $period: String!, $since: Int, $page: PageInput) {
    statement(memberId: $memberId, period: $period) {
      id
      changes(since: $since, page: $page) {
        total
        difference
        since {
          number
          seenAt
          earned
          currency
        }
        rows {
          id
          kind
          externalId
          currency
          before
          after
          difference
          reason
          deal {
            id
            name
          }
        }
      }
    }
  }
`);

const SeeStatement = graphql(`
  mutation SeeStatement($period: String!, $computedAt: DateTime!) {
    seeStatement(period: $period, computedAt: $computedAt) {
      id
      changed
    }
  }
`);

export type StatementChanges = NonNullable<
  NonNullable<ResultOf<typeof ChangesQuery>['statement']>['changes']
>;
export type StatementChange = StatementChanges['rows'][number];

type Asked = {
  readonly memberId: string;
  readonly period: string;
  /** Number of a version; the last one the payee saw when it is left out. */
  readonly since: number | null;
  readonly page: PageWindow;
};

/** What changed on a statement since a version that its payee saw, line by line. */
export const useChanges = (variables: Asked) =>
  useQuery({ query: ChangesQuery, variables, requestPolicy: 'cache-and-network' });

/** Remembers that I have seen my statement as it stands. */
export const useSee = () => useMutation(SeeStatement);
