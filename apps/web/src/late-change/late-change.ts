import { useQuery } from 'urql';
import { graphql, type ResultOf } from '../graphql/graphql.js';
import type { PageWindow } from '../ui/index.js';

const LateChangesQuery = graphql(`
  query LateChanges($period: String!, $memberId: ID, $page: PageInput) {
    lateChanges(period: $period, memberId: $memberId, page: $page) {
      total
      rows {
        id
        period
        externalId
        cause
        currency
        difference
        shifted
        deal {
          id
          name
          currency
        }
        fields {
          field
          before
          after
        }
        payments {
          before {
            externalId
            receivedOn
            amount
            currency
          }
          after {
            externalId
            receivedOn
            amount
            currency
          }
        }
        pay {
          component
          kind
          cause
          lines
          before
          after
          difference
          payee {
            id
            name
          }
        }
      }
    }
  }
`);

/** One late change of a locked period, with all that it moves. */
export type LateChange = ResultOf<typeof LateChangesQuery>['lateChanges']['rows'][number];
export type CorrectedPay = LateChange['pay'][number];
export type LatePayment = LateChange['payments'][number];
export type FieldChange = LateChange['fields'][number];

/** What is posted in a period for locked ones: everybody's, or one payee's. */
export const useLateChanges = (variables: {
  readonly period: string;
  readonly memberId: string | null;
  readonly page: PageWindow;
}) => useQuery({ query: LateChangesQuery, variables, requestPolicy: 'cache-and-network' });
